package org.zonewright.assess.reach;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zonewright.assess.Subject;
import org.zonewright.assess.reach.CrossingRules.Condition;
import org.zonewright.plant.AllowedFunction;
import org.zonewright.plant.Conduit;
import org.zonewright.plant.ConduitKind;
import org.zonewright.plant.Flow;
import org.zonewright.plant.FunctionClass;
import org.zonewright.standard.RequirementId.SystemId;

/// Tells the steps that links are.
final class Steps {
    private final Network network;
    private final Drawn drawn;
    private final Nodes nodes;
    private final Hurdles hurdles;

    Steps(Network network) {
        this.network = network;
        drawn = network.drawn;
        nodes = drawn.nodes();
        hurdles = new Hurdles(drawn);
    }

    /// The nodes at the ends of a link.
    int from(int link) {
        return network.isStructure(link)
                ? network.structure(link).from()
                : network.rowsOf(link).from[network.rowOf(link)];
    }

    int to(int link) {
        return network.isStructure(link) ? network.structure(link).to() : network.rowsOf(link).to[network.rowOf(link)];
    }

    String service(int link) {
        return network.isStructure(link)
                ? network.structure(link).service()
                : drawn.words()
                        .services
                        .get(network.rowsOf(link).service[network.rowOf(link)])
                        .label();
    }

    List<String> functions(int link) {
        if (network.isStructure(link)) {
            return List.of();
        }
        List<String> own = drawn.words().functions.get(network.rowsOf(link).functions[network.rowOf(link)]);
        int flow = network.flowOf(link);
        return own.isEmpty() && flow != Rows.NONE
                ? drawn.approvals().flow(flow).allow().stream()
                        .map(AllowedFunction::toString)
                        .toList()
                : own;
    }

    Hurdle hurdle(int link) {
        if (network.isStructure(link)) {
            return network.structure(link).hurdle();
        }
        int flow = network.flowOf(link);
        return flow == Rows.NONE ? Hurdle.UNSAID : hurdles.ofFlow(flow);
    }

    Step of(int link, byte kind) {
        boolean structure = network.isStructure(link);
        Optional<Conduit> conduit = Optional.of(network.conduitOf(link))
                .filter(ordinal -> ordinal != Rows.NONE)
                .map(ordinal -> drawn.plant().conduits().get(ordinal));
        Optional<Flow> flow = Optional.of(structure ? Rows.NONE : network.flowOf(link))
                .filter(ordinal -> ordinal != Rows.NONE)
                .map(drawn.approvals()::flow);
        Optional<String> rule = structure ? Optional.empty() : rule(link);
        int via = structure ? network.structure(link).via() : -1;
        return new Step(
                kind(link, kind),
                nodes.subject(from(link)),
                nodes.subject(to(link)),
                service(link),
                functions(link),
                Basis.ofBits(network.bases(link)),
                conduit.map(Conduit::id),
                Optional.of(via)
                        .filter(node -> node >= 0 && node != from(link) && node != to(link))
                        .map(nodes::subject),
                hurdle(link),
                CrossingRules.requirements(conditions(link, kind, conduit, flow)),
                flow.map(Flow::id),
                rule);
    }

    private Optional<String> rule(int link) {
        int row =
                switch (network.origin(link)) {
                    case FLOW -> Rows.NONE;
                    case RULE -> network.rowOf(link);
                    case TRAFFIC -> network.ruleOf[network.rowOf(link)];
                };
        return row == Rows.NONE
                ? Optional.empty()
                : Optional.of(network.enforced.edges().get(network.rules.origin[row]))
                        .map(edge -> edge.device() + ": " + edge.rule());
    }

    private static Step.Kind kindOf(byte kind) {
        return switch (kind) {
            case Graph.FORWARD -> Step.Kind.FORWARD;
            case Graph.RELAY -> Step.Kind.RELAY;
            case Graph.INSIDE -> Step.Kind.INSIDE;
            case Graph.ACCESS -> Step.Kind.ENTRY;
            case Graph.HOLD, Graph.LINK -> Step.Kind.TAKE_OVER;
            default -> Step.Kind.CROSSING;
        };
    }

    private Step.Kind kind(int link, byte kind) {
        boolean within = kind == Graph.CROSSING
                && nodes.zoneOfNode(from(link)) == nodes.zoneOfNode(to(link))
                && nodes.zoneOfNode(to(link)) != Nodes.NOWHERE;
        return within ? Step.Kind.INSIDE : kindOf(kind);
    }

    /// A step within a zone from one asset to another, or into the zone as it is entered.
    Step inside(int from, int to) {
        return new Step(
                Step.Kind.INSIDE,
                nodes.subject(from),
                nodes.subject(to),
                "",
                List.of(),
                Set.of(Basis.DECLARED),
                Optional.empty(),
                Optional.empty(),
                Hurdle.INSIDE,
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /// The first step of a foothold that enters somewhere.
    Step entry(Foothold foothold, int to, Hurdle hurdle) {
        List<Condition> conditions = hurdle == Hurdle.CARRIED
                ? List.of(Condition.BOUNDARY, Condition.CARRIED)
                : List.of(Condition.BOUNDARY, Condition.UNTRUSTED);
        return new Step(
                Step.Kind.ENTRY,
                new Subject(Subject.Kind.REALM, foothold.label()),
                nodes.subject(to),
                "",
                List.of(),
                Set.of(Basis.DECLARED),
                Optional.empty(),
                Optional.empty(),
                hurdle,
                CrossingRules.requirements(conditions),
                Optional.empty(),
                Optional.empty());
    }

    /// A step that ends where an essential function depends on it.
    static Step essential(Step step) {
        List<SystemId> rests = new ArrayList<>(step.restsOn());
        rests.addAll(CrossingRules.requirements(Condition.ESSENTIAL));
        return step.withRestsOn(rests.stream().sorted().distinct().toList());
    }

    private Set<Condition> conditions(int link, byte kind, Optional<Conduit> conduit, Optional<Flow> flow) {
        Set<Condition> all = EnumSet.noneOf(Condition.class);
        int from = from(link);
        int to = to(link);
        boolean leaves = kind(link, kind) != Step.Kind.INSIDE && kind != Graph.RELAY && kind != Graph.LINK;
        if (leaves && kind != Graph.HOLD) {
            all.add(Condition.BOUNDARY);
        }
        boolean untrusted = kind == Graph.ACCESS || (leaves && isOutside(from));
        if (untrusted || conduit.filter(Steps::isUntrusted).isPresent()) {
            all.add(Condition.UNTRUSTED);
        }
        if (conduit.filter(one ->
                        one.kind() == ConduitKind.WIRELESS || one.traits().wireless())
                .isPresent()) {
            all.add(Condition.WIRELESS);
        }
        if (hurdle(link) == Hurdle.CARRIED) {
            all.add(Condition.CARRIED);
        }
        if (flow.flatMap(Flow::encrypted).filter(encrypted -> !encrypted).isPresent()) {
            all.add(Condition.CLEARTEXT);
        }
        if (functions(link).stream()
                .anyMatch(word ->
                        word.equals(FunctionClass.PROGRAM.word()) || word.equals(FunctionClass.CONFIGURE.word()))) {
            all.add(Condition.PROGRAMS);
        }
        if (kind == Graph.RELAY || kind == Graph.LINK) {
            all.add(Condition.RELAYED);
        }
        if (kind == Graph.FORWARD || kind == Graph.HOLD) {
            all.add(Condition.MULTI_HOMED);
        }
        if (nodes.isAsset(to) && drawn.admissions().isGuarded(to)) {
            all.add(Condition.ADMITTED);
        }
        return all;
    }

    private boolean isOutside(int node) {
        int zone = nodes.zoneOfNode(node);
        return zone < 0
                || zone >= nodes.zones
                || !drawn.plant().zones().get(zone).inSuc();
    }

    private static boolean isUntrusted(Conduit conduit) {
        return conduit.traits().externalAccess() || conduit.tunnel().isPresent();
    }
}
