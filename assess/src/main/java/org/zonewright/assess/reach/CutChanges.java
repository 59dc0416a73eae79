package org.zonewright.assess.reach;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zonewright.plant.Flow;
import org.zonewright.plant.assurance.Measure;
import org.zonewright.plant.id.FlowId;

/// The changes that can end ways of the graph, and what each counts.
final class CutChanges {
    /// One change: all ways of one flow, of one rule, of traffic between two units that nothing approves, of one
    /// asset of several zones, or of one way in. `one` and `two` are numbers that tell changes of a kind apart.
    record Key(Cut.Kind kind, int one, int two) {}

    private static final class Scale {
        static final Map<String, String> POINTS = Tables.read("cut-costs.tsv");
    }

    private final Network network;
    private final Nodes nodes;
    private final Steps tell;

    /// A link for each change, and whether traffic uses it.
    private final Map<Key, Integer> links = new HashMap<>();

    CutChanges(Network network) {
        this.network = network;
        nodes = network.drawn.nodes();
        tell = new Steps(network);
    }

    private static int points(String row) {
        String found = Scale.POINTS.get(row);
        if (found == null) {
            throw new IllegalStateException("cut-costs.tsv lacks " + row);
        }
        return Integer.parseInt(found);
    }

    /// What would end a way; empty where no change does, as for a step within a zone.
    Optional<Key> key(int unit, int edge) {
        int link = network.graph.link[edge];
        if (link < 0) {
            return Optional.empty();
        }
        Optional<Key> key = network.isStructure(link) ? ofStructure(link) : Optional.of(ofRow(link, unit, edge));
        key.ifPresent(one -> links.putIfAbsent(one, link));
        return key;
    }

    private Optional<Key> ofStructure(int link) {
        Network.Structure structure = network.structure(link);
        return switch (structure.kind()) {
            case Graph.FORWARD, Graph.HOLD ->
                nodes.homes.containsKey(structure.via())
                        ? Optional.of(new Key(Cut.Kind.SINGLE_HOME, structure.via(), 0))
                        : Optional.empty();
            case Graph.ACCESS -> Optional.of(new Key(Cut.Kind.CLOSE_ACCESS, structure.to(), 0));
            default -> Optional.empty();
        };
    }

    private Key ofRow(int link, int unit, int edge) {
        int flow = network.flowOf(link);
        if (flow != Rows.NONE) {
            return new Key(Cut.Kind.WITHDRAW_FLOW, flow, 0);
        }
        return switch (network.origin(link)) {
            case FLOW, RULE -> new Key(Cut.Kind.REMOVE_RULE, network.rules.origin[network.rowOf(link)], 0);
            case TRAFFIC -> new Key(Cut.Kind.STOP_TRAFFIC, unit, network.graph.head[edge]);
        };
    }

    /// True if one of the withdrawn flows makes the change needless.
    boolean isGone(Key key, Set<FlowId> withdrawn) {
        return key.kind() == Cut.Kind.WITHDRAW_FLOW
                && !withdrawn.isEmpty()
                && withdrawn.contains(network.drawn.approvals().flow(key.one()).id());
    }

    int points(Key key) {
        return switch (key.kind()) {
            case WITHDRAW_FLOW -> points(word(key) + (isUsed(key) ? "-used" : "-unused"));
            case REMOVE_RULE -> points(isUsed(key) ? "rule-used" : "rule-unused");
            case STOP_TRAFFIC -> points("unapproved-used");
            case SINGLE_HOME -> points("single-home");
            case CLOSE_ACCESS -> points("close-access");
            case MEASURE -> points("measure");
        };
    }

    private String word(Key key) {
        return network.drawn.approvals().flow(key.one()).approvedBy().isPresent() ? "approved" : "unapproved";
    }

    private boolean isUsed(Key key) {
        return switch (key.kind()) {
            case WITHDRAW_FLOW -> network.seenFlows.get(key.one());
            case REMOVE_RULE -> (network.bases(links.getOrDefault(key, 0)) & Basis.OBSERVED.bit()) != 0;
            case STOP_TRAFFIC -> true;
            case SINGLE_HOME, CLOSE_ACCESS, MEASURE -> false;
        };
    }

    Cut.Change of(Key key) {
        int link = links.getOrDefault(key, 0);
        Step step = tell.of(link, Graph.CROSSING);
        Optional<FlowId> flow = key.kind() == Cut.Kind.WITHDRAW_FLOW
                ? Optional.of(network.drawn.approvals().flow(key.one())).map(Flow::id)
                : Optional.empty();
        return new Cut.Change(
                key.kind(),
                step.from(),
                key.kind() == Cut.Kind.SINGLE_HOME ? nodes.subject(key.one()) : step.to(),
                step.service(),
                flow,
                step.conduit(),
                key.kind() == Cut.Kind.REMOVE_RULE ? step.rule() : Optional.empty(),
                Optional.empty(),
                isUsed(key),
                points(key));
    }

    Cut.Change ofMeasure(Measure measure) {
        return new Cut.Change(
                Cut.Kind.MEASURE,
                Nodes.OUTSIDE,
                Nodes.OUTSIDE,
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(measure.id()),
                false,
                points("measure"));
    }
}
