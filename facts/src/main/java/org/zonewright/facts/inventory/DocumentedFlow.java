package org.zonewright.facts.inventory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zonewright.base.SourceRef;
import org.zonewright.facts.Address;
import org.zonewright.facts.Basis;
import org.zonewright.facts.Contribution;
import org.zonewright.facts.ConversationTable;
import org.zonewright.facts.Facts;
import org.zonewright.facts.Transport;

/// A flow that a document plans: who is meant to speak to whom, and whether it was seen.
///
/// `from` and `to` are as the document has them, `to` perhaps a group address; `client` and `server` the ids of their
/// assets, empty where there is none. `port` is -1 where the transport has none. `vlans` is the path of VLAN ids that
/// the
/// document plans, empty where it plans none.
public record DocumentedFlow(
        Address from,
        Address to,
        String client,
        String server,
        Transport transport,
        int port,
        String protocol,
        String vlans,
        boolean observed,
        SourceRef where)
        implements Comparable<DocumentedFlow> {
    /// What a conversation and a planned flow are compared by; ends are asset ids, or addresses where there is no
    /// asset.
    private record Ends(String from, String to, String protocol) {}

    /// The flows that documents plan, in order. A flow counts as observed if a conversation of the same protocol went
    /// from
    /// the one asset to the other, or to the same group.
    public static List<DocumentedFlow> of(Facts facts, Inventory inventory) {
        if (!areAnyPlanned(facts)) {
            return List.of();
        }
        Map<Address, Set<String>> owners = new HashMap<>();
        inventory.assets().forEach(asset -> asset.addresses()
                .forEach(address ->
                        owners.computeIfAbsent(address, any -> new HashSet<>()).add(asset.id())));
        Set<Ends> seen = new HashSet<>();
        inventory
                .conversations()
                .forEach(talk -> seen.add(new Ends(
                        end(talk.client(), talk.clientAddress()),
                        end(talk.server(), talk.serverAddress()),
                        talk.protocol())));
        List<DocumentedFlow> flows = new ArrayList<>();
        for (Contribution contribution : facts.contributions()) {
            if (contribution.source().basis() != Basis.OBSERVED) {
                read(contribution, owners, seen, flows);
            }
        }
        return flows.stream().sorted().toList();
    }

    private static boolean areAnyPlanned(Facts facts) {
        for (Contribution contribution : facts.contributions()) {
            if (contribution.source().basis() != Basis.OBSERVED
                    && contribution.conversations().size() > 0) {
                return true;
            }
        }
        return false;
    }

    private static void read(
            Contribution contribution, Map<Address, Set<String>> owners, Set<Ends> seen, List<DocumentedFlow> flows) {
        ConversationTable.Cursor row = contribution.conversations().cursor();
        while (row.next()) {
            String client = owner(row.a(), owners);
            String server = owner(row.b(), owners);
            boolean observed = seen.contains(new Ends(end(client, row.a()), end(server, row.b()), row.protocol()));
            flows.add(new DocumentedFlow(
                    row.a(),
                    row.b(),
                    client,
                    server,
                    row.transport(),
                    row.portB(),
                    row.protocol(),
                    row.vantage().vlanPath(),
                    observed,
                    new SourceRef.InDocument(contribution.source().file(), (int) row.firstFrame(), 0, "")));
        }
    }

    private static String end(String asset, Address address) {
        return asset.isEmpty() ? address.toString() : asset;
    }

    /// The asset with this address; empty where none has it, or several realms' have.
    private static String owner(Address address, Map<Address, Set<String>> owners) {
        Set<String> found = owners.getOrDefault(address, Set.of());
        return found.size() == 1 ? found.iterator().next() : "";
    }

    @Override
    public int compareTo(DocumentedFlow other) {
        int order = from.compareTo(other.from);
        order = order != 0 ? order : to.compareTo(other.to);
        order = order != 0 ? order : transport.compareTo(other.transport);
        order = order != 0 ? order : Integer.compare(port, other.port);
        order = order != 0 ? order : protocol.compareTo(other.protocol);
        order = order != 0 ? order : vlans.compareTo(other.vlans);
        return order != 0 ? order : where.display().compareTo(other.where.display());
    }
}
