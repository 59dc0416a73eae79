package org.zonewright.assess.reach;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.zonewright.plant.AccessPoint;
import org.zonewright.plant.Conduit;

/// Where a way in of the document leads: to its asset, else its zone, else what its conduit is made of, else the
/// zones that the conduit joins.
final class Entries {
    private Entries() {}

    /// Nodes of the graph, in the document's order; none where nothing is said.
    static List<Integer> of(AccessPoint point, Drawn drawn) {
        Nodes nodes = drawn.nodes();
        Optional<Integer> single = point.asset()
                .map(nodes::asset)
                .filter(node -> node >= 0)
                .or(() ->
                        point.zone().map(nodes::zone).filter(zone -> zone >= 0).map(nodes::nodeOfZone));
        if (single.isPresent()) {
            return single.stream().toList();
        }
        Optional<Conduit> conduit = point.conduit().flatMap(drawn.plant()::conduit);
        List<Integer> members = conduit.stream()
                .flatMap(one -> one.members().stream())
                .map(nodes::asset)
                .filter(node -> node >= 0)
                .toList();
        return !members.isEmpty()
                ? members
                : conduit.stream()
                        .flatMap(one -> one.between().stream())
                        .flatMap(zone -> Stream.of(nodes.zone(zone)))
                        .filter(zone -> zone >= 0)
                        .map(nodes::nodeOfZone)
                        .toList();
    }
}
