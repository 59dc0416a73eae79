package org.zonewright.assess.reach;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zonewright.plant.Conduit;
import org.zonewright.plant.Plant;
import org.zonewright.plant.PlantAsset;
import org.zonewright.plant.Zone;
import org.zonewright.plant.id.ConduitId;

/// Judges a changed document by what it changes. Where assets and zones keep their places in the document, only rows
/// between zones that a changed conduit joins, and rows of changed assets, are judged anew; otherwise all are.
final class Changed {
    private final Network before;
    private final ReachInput input;
    private final Plant plant;

    Changed(Network before, ReachInput input, Plant plant) {
        this.before = before;
        this.input = input;
        this.plant = plant;
    }

    Network network() {
        if (!hasSameNodes() || !hasSameOrder()) {
            return Network.anew(before, new ReachInput(plant, input.placement(), input.inventory(), input.enforced()));
        }
        Nodes nodes = Nodes.after(before.drawn.nodes(), plant);
        boolean sameAssets = nodes.isSame(before.drawn.nodes());
        Drawn drawn = Drawn.after(before.drawn, plant, nodes, sameAssets);
        BitSet zones = touched(drawn);
        BitSet assets = sameAssets ? new BitSet() : changedAssets(drawn);
        return before.after(
                drawn,
                (from, to) -> (nodes.isAsset(from) && assets.get(from))
                        || (nodes.isAsset(to) && assets.get(to))
                        || (touches(zones, from, nodes) && touches(zones, to, nodes)),
                shift(drawn));
    }

    /// Assets that differ, and those with a host firewall, which may name assets that differ.
    private BitSet changedAssets(Drawn drawn) {
        BitSet all = new BitSet();
        List<PlantAsset> old = before.drawn.plant().assets();
        for (int i = 0; i < old.size(); i++) {
            if (!old.get(i).equals(plant.assets().get(i))
                    || drawn.admissions().isGuarded(i)
                    || drawn.nodes().home[i] != before.drawn.nodes().home[i]) {
                all.set(i);
            }
        }
        return all;
    }

    /// All assets and zones with the ids that they had, in the same order, and no address of a zone changed.
    private boolean hasSameNodes() {
        List<PlantAsset> old = before.drawn.plant().assets();
        List<Zone> oldZones = before.drawn.plant().zones();
        if (old.size() != plant.assets().size()
                || oldZones.size() != plant.zones().size()) {
            return false;
        }
        for (int i = 0; i < old.size(); i++) {
            PlantAsset one = old.get(i);
            PlantAsset other = plant.assets().get(i);
            if (!(one.id().equals(other.id()) && one.matches().equals(other.matches()))) {
                return false;
            }
        }
        for (int i = 0; i < oldZones.size(); i++) {
            Zone one = oldZones.get(i);
            Zone other = plant.zones().get(i);
            if (!(one.id().equals(other.id())
                    && one.members().equals(other.members())
                    && one.parent().equals(other.parent()))) {
                return false;
            }
        }
        return true;
    }

    /// Conduits that both documents have stand in the same order, and each id stands once.
    private boolean hasSameOrder() {
        Map<ConduitId, Integer> places = new HashMap<>();
        for (Conduit conduit : before.drawn.plant().conduits()) {
            places.put(conduit.id(), places.size());
        }
        if (places.size() < before.drawn.plant().conduits().size()) {
            return false;
        }
        int last = -1;
        Set<ConduitId> met = new HashSet<>();
        for (Conduit conduit : plant.conduits()) {
            int place = places.getOrDefault(conduit.id(), last);
            if (place < last || !met.add(conduit.id())) {
                return false;
            }
            last = place;
        }
        return true;
    }

    /// The zones that conduits join which differ, those at the ends of their flows, and all zones within them.
    private BitSet touched(Drawn drawn) {
        Map<ConduitId, Approvals.Block> old = new HashMap<>();
        before.drawn.approvals().blocks.forEach(block -> old.put(block.conduit().id(), block));
        BitSet zones = new BitSet(drawn.nodes().zones);
        for (Approvals.Block block : drawn.approvals().blocks) {
            Approvals.Block was = old.remove(block.conduit().id());
            if (was == null) {
                touch(block, drawn.nodes(), zones);
            } else if (!was.isSame(block)) {
                touch(block, drawn.nodes(), zones);
                touch(was, drawn.nodes(), zones);
            }
        }
        old.values().forEach(gone -> touch(gone, drawn.nodes(), zones));
        return drawn.units().inner.isEmpty() ? zones : widened(zones, drawn.nodes());
    }

    private static void touch(Approvals.Block block, Nodes nodes, BitSet zones) {
        block.conduit().between().stream()
                .mapToInt(nodes::zone)
                .filter(zone -> zone >= 0)
                .forEach(zones::set);
        for (int row = 0; row < block.rows().size; row++) {
            touch(nodes.zoneOfNode(block.rows().from[row]), zones);
            touch(nodes.zoneOfNode(block.rows().to[row]), zones);
        }
    }

    private static void touch(int zone, BitSet zones) {
        if (zone >= 0) {
            zones.set(zone);
        }
    }

    private static BitSet widened(BitSet zones, Nodes nodes) {
        BitSet wide = new BitSet(nodes.zones);
        for (int zone = 0; zone < nodes.zones; zone++) {
            int at = zone;
            for (int depth = 0; at >= 0 && depth <= nodes.zones; depth++) {
                if (zones.get(at)) {
                    wide.set(zone);
                }
                at = nodes.parent[at];
            }
        }
        return wide;
    }

    private Standing.FlowShift shift(Drawn drawn) {
        Map<ConduitId, Integer> places = new HashMap<>();
        for (Conduit conduit : plant.conduits()) {
            places.put(conduit.id(), places.size());
        }
        int[] start = before.drawn.approvals().start;
        int[] now = new int[start[start.length - 1]];
        int ordinal = 0;
        for (Conduit conduit : before.drawn.plant().conduits()) {
            int first = drawn.approvals().start[places.getOrDefault(conduit.id(), 0)];
            for (int flow = start[ordinal]; flow < start[ordinal + 1]; flow++) {
                now[flow] = first + flow - start[ordinal];
            }
            ordinal++;
        }
        return flow -> now[flow];
    }

    /// A node outside every zone may be an end of any conduit's flow.
    private static boolean touches(BitSet zones, int node, Nodes nodes) {
        int zone = nodes.zoneOfNode(node);
        return zone < 0 || zone >= nodes.zones || zones.get(zone);
    }
}
