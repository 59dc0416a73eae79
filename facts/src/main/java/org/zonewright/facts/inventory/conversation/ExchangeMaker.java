package org.zonewright.facts.inventory.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.zonewright.base.SourceRef;
import org.zonewright.facts.Address;
import org.zonewright.facts.ProtocolEvidence;
import org.zonewright.facts.ServicePorts;
import org.zonewright.facts.Transport;
import org.zonewright.facts.inventory.FunctionUse;
import org.zonewright.facts.inventory.conversation.Slice.Count;
import org.zonewright.facts.inventory.conversation.Slice.Use;

/// Makes the exchange of what was folded: the sensors that saw most of each direction, the client's side first, and a
/// name by the port where the content gave none.
final class ExchangeMaker {
    private ExchangeMaker() {}

    /// `logs` are the files whose rows stand in lines instead of frames.
    static Exchange make(ServiceKey key, Tally tally, Set<String> logs) {
        int client = tally.client();
        int server = 1 - client;
        Slice ofClient = Slice.best(tally.slices(), client);
        Slice ofServer = Slice.best(tally.slices(), server);
        Slice all = Slice.sum(tally.slices());
        Address first = key.client();
        Address second = key.server();
        Transport transport = new Transport(key.transport());
        OptionalInt port = key.port() < 0 ? OptionalInt.empty() : OptionalInt.of(key.port());
        Optional<String> byPort = tally.protocol().isEmpty() && port.isPresent()
                ? ServicePorts.protocol(transport, key.port())
                : Optional.empty();
        return new Exchange(
                key.realm(),
                client == 0 ? first : second,
                client == 0 ? second : first,
                transport,
                port,
                byPort.orElse(tally.protocol()),
                byPort.isPresent() ? ProtocolEvidence.PORT : tally.named(),
                tally.direction(),
                tally.outcome(),
                Math.max(ofClient.flows, ofServer.flows),
                ofClient.packets[client],
                ofServer.packets[server],
                ofClient.bytes[client],
                ofServer.bytes[server],
                all.firstNanos,
                all.lastNanos,
                functions(ofClient, ofServer, client, logs),
                where(all.file, all.frame, logs));
    }

    private static List<FunctionUse> functions(Slice ofClient, Slice ofServer, int client, Set<String> logs) {
        if (ofClient.uses().isEmpty() && ofServer.uses().isEmpty()) {
            return List.of();
        }
        List<FunctionUse> functions = new ArrayList<>();
        addUses(functions, ofClient, client, true, logs);
        addUses(functions, ofServer, 1 - client, false, logs);
        functions.sort(ExchangeMaker::compare);
        return List.copyOf(functions);
    }

    /// By function, then unit, the client's before the server's.
    private static int compare(FunctionUse one, FunctionUse other) {
        int order = one.function().compareTo(other.function());
        order = order != 0
                ? order
                : Integer.compare(one.unit().orElse(-1), other.unit().orElse(-1));
        return order != 0 ? order : Boolean.compare(other.byClient(), one.byClient());
    }

    private static void addUses(
            List<FunctionUse> functions, Slice slice, int side, boolean byClient, Set<String> logs) {
        for (Map.Entry<Use, Count> entry : slice.uses().entrySet()) {
            Use use = entry.getKey();
            Count count = entry.getValue();
            if (use.side() == side) {
                functions.add(new FunctionUse(
                        use.function(),
                        use.unit() < 0 ? OptionalInt.empty() : OptionalInt.of(use.unit()),
                        byClient,
                        count.requests,
                        count.answers,
                        count.refusals,
                        where(count.file, count.frame, logs)));
            }
        }
    }

    private static SourceRef where(String file, long frame, Set<String> logs) {
        return logs.contains(file)
                ? new SourceRef.InDocument(file, (int) frame, 0, "")
                : new SourceRef.InCapture(file, frame, -1);
    }
}
