package org.zonewright.assess.reach;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zonewright.plant.AllowedFunction;
import org.zonewright.plant.Conduit;
import org.zonewright.plant.ConduitKind;
import org.zonewright.plant.Flow;
import org.zonewright.plant.Plant;
import org.zonewright.plant.assurance.Measure;
import org.zonewright.plant.id.ConduitId;
import org.zonewright.plant.id.FlowId;

/// The approved flows of a document as rows, conduit after conduit. A flow that a measure in place removes, one
/// against the direction of a diode, and one in a hardwired conduit open nothing.
final class Approvals {
    /// The rows of one conduit, their origin counted from the conduit's first flow. `fresh` are the flows that the
    /// document before did not have; `byAddress` says that some end is no id.
    record Block(Conduit conduit, Rows rows, BitSet fresh, boolean byAddress) {
        /// The flows that are not fresh.
        Set<Flow> settled() {
            Set<Flow> flows = new HashSet<>();
            for (int i = 0; i < conduit.flows().size(); i++) {
                if (!fresh.get(i)) {
                    flows.add(conduit.flows().get(i));
                }
            }
            return flows;
        }

        /// True if both say the same of the same conduit.
        boolean isSame(Block other) {
            return conduit.equals(other.conduit) && fresh.equals(other.fresh) && rows.isSame(other.rows);
        }
    }

    final List<Block> blocks = new ArrayList<>();

    /// The ordinal of each conduit's first flow, and the number of all flows last.
    final int[] start;

    final Rows rows = new Rows();
    final Coverage coverage;
    private final Nodes nodes;
    private final Ends ends;
    private final Rows.Words words;
    private final Set<FlowId> removed;

    private Approvals(Nodes nodes, Ends ends, Rows.Words words, Plant plant, BlockMaker maker) {
        this.nodes = nodes;
        this.ends = ends;
        this.words = words;
        removed = removed(plant);
        start = new int[plant.conduits().size() + 1];
        int ordinal = 0;
        for (Conduit conduit : plant.conduits()) {
            Block block = maker.make(this, conduit);
            blocks.add(block);
            Rows own = block.rows();
            for (int i = 0; i < own.size; i++) {
                rows.add(
                        own.from[i],
                        own.to[i],
                        own.service[i],
                        own.functions[i],
                        ordinal,
                        start[ordinal] + own.origin[i]);
            }
            start[ordinal + 1] = start[ordinal] + conduit.flows().size();
            ordinal++;
        }
        coverage = new Coverage(nodes, rows, words.services);
    }

    private interface BlockMaker {
        Block make(Approvals approvals, Conduit conduit);
    }

    /// The flows of a document, none of them fresh.
    static Approvals of(Nodes nodes, Ends ends, Rows.Words words, Plant plant) {
        return new Approvals(nodes, ends, words, plant, (all, conduit) -> all.block(conduit, new BitSet()));
    }

    /// The flows of a changed document: those that `before` does not have are fresh. Rows are taken over where the
    /// conduit is the same, no end of its flows depends on addresses, and `reuse` allows it.
    static Approvals after(Approvals before, Nodes nodes, Ends ends, Rows.Words words, Plant plant, boolean reuse) {
        Map<ConduitId, Block> old = new HashMap<>();
        before.blocks.forEach(block -> old.putIfAbsent(block.conduit().id(), block));
        Set<FlowId> gone = removed(plant);
        boolean sameGone = gone.equals(before.removed);
        return new Approvals(nodes, ends, words, plant, (all, conduit) -> {
            Block block = old.get(conduit.id());
            if (reuse && sameGone && block != null && block.conduit().equals(conduit) && !block.byAddress()) {
                return block;
            }
            Set<Flow> known = block == null ? Set.of() : block.settled();
            BitSet fresh = new BitSet();
            for (int i = 0; i < conduit.flows().size(); i++) {
                fresh.set(i, !known.contains(conduit.flows().get(i)));
            }
            return all.block(conduit, fresh);
        });
    }

    private static Set<FlowId> removed(Plant plant) {
        Set<FlowId> gone = new HashSet<>();
        for (Measure measure : plant.measures()) {
            if (measure.state() == Measure.State.IN_PLACE) {
                gone.addAll(measure.removesFlows());
            }
        }
        return gone;
    }

    private Block block(Conduit conduit, BitSet fresh) {
        Rows own = new Rows();
        boolean byAddress = false;
        for (int i = 0; i < conduit.flows().size(); i++) {
            Flow flow = conduit.flows().get(i);
            byAddress |= Ends.isByAddress(flow.from()) || Ends.isByAddress(flow.to());
            if (conduit.kind() != ConduitKind.HARDWIRED && !removed.contains(flow.id())) {
                add(conduit, flow, i, own);
            }
        }
        return new Block(conduit, own, fresh, byAddress);
    }

    private void add(Conduit conduit, Flow flow, int ordinal, Rows into) {
        int service = words.id(new Service(flow.port(), flow.protocol().orElse("")));
        int functions =
                words.id(flow.allow().stream().map(AllowedFunction::toString).toList());
        int[] froms = ends.nodes(flow.from(), Optional.of(conduit));
        int[] tos = ends.nodes(flow.to(), Optional.of(conduit));
        for (int from : froms) {
            for (int to : tos) {
                if (from != to && isAlong(conduit, to) && !isWithin(from, to)) {
                    into.add(from, to, service, functions, Rows.NONE, ordinal);
                }
            }
        }
    }

    /// True for an open end that takes in the zone at the other end: nothing crosses there.
    private boolean isWithin(int from, int to) {
        return !nodes.isAsset(from) && !nodes.isAsset(to) && nodes.zoneOfNode(from) == nodes.zoneOfNode(to);
    }

    private boolean isAlong(Conduit conduit, int to) {
        int zone = nodes.zoneOfNode(to);
        return conduit.oneWayTo()
                .map(nodes::zone)
                .filter(only -> zone < 0 || !nodes.contains(only, zone))
                .isEmpty();
    }

    /// The ordinal of the conduit that a flow stands in.
    int conduitOf(int flow) {
        int low = Arrays.binarySearch(start, flow);
        int at = low >= 0 ? low : -low - 2;
        while (start[at + 1] == start[at]) {
            at++;
        }
        return at;
    }

    Flow flow(int ordinal) {
        int conduit = conduitOf(ordinal);
        return blocks.get(conduit).conduit().flows().get(ordinal - start[conduit]);
    }
}
