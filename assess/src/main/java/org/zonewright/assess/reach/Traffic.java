package org.zonewright.assess.reach;

import java.util.List;
import java.util.Optional;
import org.zonewright.assess.NetworkChatter;
import org.zonewright.facts.FunctionClass;
import org.zonewright.facts.Outcome;
import org.zonewright.facts.ProtocolEvidence;
import org.zonewright.facts.Transport;
import org.zonewright.facts.inventory.Conversation;
import org.zonewright.facts.inventory.FunctionUse;
import org.zonewright.facts.inventory.Inventory;
import org.zonewright.plant.network.Port;

/// The established conversations of an inventory as rows; attempts, group traffic and the network's own messages are
/// left out.
final class Traffic {
    private Traffic() {}

    static Rows of(Inventory inventory, Nodes nodes, Rows.Words words) {
        Rows rows = new Rows();
        int ordinal = 0;
        for (Conversation conversation : inventory.conversations()) {
            if (conversation.outcome() == Outcome.ESTABLISHED && !NetworkChatter.is(conversation)) {
                int from = nodes.observed(conversation.client());
                int to = nodes.observed(conversation.server());
                if (from >= 0 && to >= 0 && from != to) {
                    int service = words.id(service(conversation));
                    rows.add(from, to, service, words.id(functions(conversation)), Rows.NONE, ordinal);
                }
            }
            ordinal++;
        }
        return rows;
    }

    /// A protocol that was only guessed from the port is not known.
    private static Service service(Conversation conversation) {
        String protocol = conversation.protocolEvidence() == ProtocolEvidence.CONTENT ? conversation.protocol() : "";
        return new Service(port(conversation), protocol);
    }

    private static Optional<Port> port(Conversation conversation) {
        Transport transport = conversation.transport();
        if (conversation.serverPort().isEmpty()) {
            return transport.number() >= 0 && !transport.hasPorts()
                    ? Optional.of(new Port.IpProtocol(transport.number()))
                    : Optional.empty();
        }
        int port = conversation.serverPort().getAsInt();
        return switch (transport.number()) {
            case 6 -> Optional.of(new Port.Range(Port.Transport.TCP, port, port));
            case 17 -> Optional.of(new Port.Range(Port.Transport.UDP, port, port));
            case 132 -> Optional.of(new Port.Range(Port.Transport.SCTP, port, port));
            default -> port >= 0x600 ? Optional.of(new Port.EtherType(port)) : Optional.empty();
        };
    }

    private static List<String> functions(Conversation conversation) {
        if (conversation.functions().isEmpty()) {
            return List.of();
        }
        return conversation.functions().stream()
                .filter(FunctionUse::byClient)
                .map(use -> use.function().functionClass())
                .sorted()
                .distinct()
                .map(FunctionClass::id)
                .toList();
    }
}
