package org.zonewright.assess.reach;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.zonewright.assess.Subject;
import org.zonewright.plant.AccessPoint;
import org.zonewright.plant.SystemUnderConsideration;
import org.zonewright.plant.ZoneFunction;
import org.zonewright.plant.id.AccessPointId;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.ZoneId;

/// A foothold in the graph: the units that somebody holds from the start, and the nodes that are entered by a first
/// step. `alone` is the asset that alone is held, -1 where it is more. `zone` is the zone of the foothold,
/// [Nodes#NOWHERE] where it is no single one.
record Sources(List<Integer> held, List<Integer> entered, Hurdle entry, int alone, int zone) {

    /// Empty where the document and the inventory have no such thing, or it is not there.
    static Optional<Sources> of(Foothold foothold, Drawn drawn) {
        return switch (foothold) {
            case Foothold.OfAsset(Subject asset) -> asset(node(asset, drawn.nodes()), drawn);
            case Foothold.OfZone(ZoneId zone) ->
                Optional.of(drawn.nodes().zone(zone))
                        .filter(number -> number >= 0)
                        .map(number -> zone(number, drawn));
            case Foothold.External() -> Optional.of(external(drawn));
            case Foothold.RemovableMedium(Subject into) ->
                Optional.of(node(into, drawn.nodes()))
                        .filter(node -> node >= 0)
                        .map(node -> entering(List.of(node), Hurdle.CARRIED));
            case Foothold.VendorAccess(AccessPointId id) ->
                points(drawn).stream()
                        .filter(point -> point.id().equals(id))
                        .findFirst()
                        .map(point -> entering(Entries.of(point, drawn), Hurdle.UNSAID));
        };
    }

    private static List<AccessPoint> points(Drawn drawn) {
        return drawn.plant().suc().map(SystemUnderConsideration::accessPoints).orElse(List.of());
    }

    /// The node of an asset or zone, -1 for none.
    static int node(Subject subject, Nodes nodes) {
        return switch (subject.kind()) {
            case ASSET -> nodes.asset(new AssetId(subject.id()));
            case OBSERVED -> nodes.observed(subject.id());
            case ZONE -> {
                int zone = nodes.zone(new ZoneId(subject.id()));
                yield zone < 0 ? -1 : nodes.nodeOfZone(zone);
            }
            default -> subject.equals(Nodes.OUTSIDE) ? nodes.outside() : -1;
        };
    }

    private static Optional<Sources> asset(int node, Drawn drawn) {
        if (node < 0 || !drawn.nodes().present[node]) {
            return Optional.empty();
        }
        return Optional.of(new Sources(
                List.of(drawn.units().ofAsset[node]), List.of(), Hurdle.INSIDE, node, drawn.nodes().home[node]));
    }

    static Sources zone(int zone, Drawn drawn) {
        List<Integer> held = new ArrayList<>(List.of(zone));
        Nodes nodes = drawn.nodes();
        for (int asset : drawn.units().apartIn.getOrDefault(zone, List.of())) {
            if (nodes.home[asset] == zone) {
                held.add(drawn.units().ofAsset[asset]);
            }
        }
        return new Sources(held.stream().sorted().distinct().toList(), List.of(), Hurdle.INSIDE, -1, zone);
    }

    private static Sources external(Drawn drawn) {
        Nodes nodes = drawn.nodes();
        TreeSet<Integer> held = new TreeSet<>(List.of(nodes.zones));
        for (int zone = 0; zone < nodes.zones; zone++) {
            if (drawn.plant().zones().get(zone).function() == ZoneFunction.EXTERNAL) {
                for (int unit : zone(zone, drawn).held) {
                    held.add(unit);
                }
            }
        }
        for (int asset = nodes.documented; asset < nodes.assets; asset++) {
            if (nodes.isPublic[asset] && nodes.home[asset] == Nodes.NOWHERE) {
                held.add(drawn.units().ofAsset[asset]);
            }
        }
        return new Sources(List.copyOf(held), List.of(), Hurdle.INSIDE, -1, Nodes.NOWHERE);
    }

    private static Sources entering(List<Integer> nodes, Hurdle entry) {
        return new Sources(List.of(), List.copyOf(nodes), entry, -1, Nodes.NOWHERE);
    }
}
