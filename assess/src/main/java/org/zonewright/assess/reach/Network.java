package org.zonewright.assess.reach;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zonewright.plant.Conduit;
import org.zonewright.plant.id.ConduitId;

/// All ways of a plant at one state of its document.
///
/// A *link* is what a way of the graph stands for: first the rows of approved flows, then those of configurations,
/// then those of traffic, then what follows from the assets themselves ([#structure]). Of rows that say the same only
/// the most general is in the graph: traffic that an approved flow covers shows in the basis of that flow.
final class Network {
    /// A way that follows from what assets are. `via` is the asset that makes it, -1 for none.
    record Structure(byte kind, int from, int to, int via, Hurdle hurdle, String service) {}

    final Drawn drawn;
    final Enforced enforced;
    final Rows rules;
    final Rows traffic;
    final Standing ruleStanding;
    final Standing trafficStanding;

    /// What a change of the document cut, and the rules and traffic that it leaves alone.
    final BitSet cutRules;

    final BitSet cutTraffic;

    /// The rule that lets each row of traffic through.
    final int[] ruleOf;

    final BitSet seenFlows = new BitSet();
    final BitSet seenRules = new BitSet();
    final BitSet knownConduits = new BitSet();
    private final BitSet ways = new BitSet();
    final List<Structure> structure = new ArrayList<>();
    final Graph graph;

    private Network(
            Drawn drawn,
            Enforced enforced,
            Rows rules,
            Rows traffic,
            Standing ruleStanding,
            Standing trafficStanding,
            BitSet cutRules,
            BitSet cutTraffic,
            int[] ruleOf) {
        this.drawn = drawn;
        this.enforced = enforced;
        this.rules = rules;
        this.traffic = traffic;
        this.ruleStanding = ruleStanding;
        this.trafficStanding = trafficStanding;
        this.cutRules = cutRules;
        this.cutTraffic = cutTraffic;
        this.ruleOf = ruleOf;
        int ordinal = 0;
        Set<ConduitId> known = enforced.known();
        for (Conduit conduit : drawn.plant().conduits()) {
            knownConduits.set(ordinal++, known.contains(conduit.id()));
        }
        for (int row = 0; row < traffic.size; row++) {
            if (!cutTraffic.get(row)) {
                if (trafficStanding.flow[row] != Rows.NONE) {
                    seenFlows.set(trafficStanding.flow[row]);
                }
                if (ruleOf[row] != Rows.NONE) {
                    seenRules.set(ruleOf[row]);
                }
            }
        }
        findWays();
        graph = new GraphMaker(this).make();
    }

    static Network of(ReachInput input) {
        Rows.Words words = new Rows.Words();
        Nodes nodes = new Nodes(input.plant(), input.placement(), input.inventory());
        Drawn drawn = Drawn.of(input.plant(), nodes, words);
        Rows traffic = Traffic.of(input.inventory(), nodes, words);
        Rows rules = rules(input.enforced(), drawn);
        return new Network(
                drawn,
                input.enforced(),
                rules,
                traffic,
                Standing.of(rules, drawn),
                Standing.of(traffic, drawn),
                new BitSet(),
                new BitSet(),
                ruleOf(rules, traffic, drawn));
    }

    /// The network with a changed document: what the old document let pass and the new does not is cut. `affected`
    /// names rows whose standing may differ; `shift` gives the new ordinals of flows.
    Network after(Drawn changed, Standing.RowTest affected, Standing.FlowShift shift) {
        Standing ruleNow = ruleStanding.after(rules, changed, affected, shift);
        Standing trafficNow = trafficStanding.after(traffic, changed, affected, shift);
        return new Network(
                changed,
                enforced,
                rules,
                traffic,
                ruleNow,
                trafficNow,
                cut(cutRules, ruleStanding, ruleNow),
                cut(cutTraffic, trafficStanding, trafficNow),
                ruleOf);
    }

    /// The same as [#after(Drawn, Standing.RowTest, Standing.FlowShift)] for a document with other assets or zones:
    /// everything is made anew, and rows are known again by the conversation or rule that they come from.
    static Network anew(Network before, ReachInput input) {
        Rows.Words words = before.drawn.words();
        Nodes nodes = new Nodes(input.plant(), input.placement(), input.inventory());
        Drawn drawn = Drawn.after(before.drawn, input.plant(), nodes, false);
        Rows traffic = Traffic.of(input.inventory(), nodes, words);
        Rows rules = rules(input.enforced(), drawn);
        Standing ruleNow = Standing.of(rules, drawn);
        Standing trafficNow = Standing.of(traffic, drawn);
        return new Network(
                drawn,
                input.enforced(),
                rules,
                traffic,
                ruleNow,
                trafficNow,
                cutAgain(before, before.rules, before.ruleStanding, before.cutRules, drawn, rules, ruleNow, true),
                cutAgain(
                        before,
                        before.traffic,
                        before.trafficStanding,
                        before.cutTraffic,
                        drawn,
                        traffic,
                        trafficNow,
                        false),
                ruleOf(rules, traffic, drawn));
    }

    private static BitSet cutAgain(
            Network before,
            Rows old,
            Standing was,
            BitSet wasCut,
            Drawn drawn,
            Rows rows,
            Standing now,
            boolean byEnds) {
        Map<String, Integer> places = HashMap.newHashMap(old.size);
        for (int row = 0; row < old.size; row++) {
            places.put(name(old, row, before.drawn.nodes(), byEnds), row);
        }
        BitSet cut = new BitSet();
        for (int row = 0; row < rows.size; row++) {
            int place = places.getOrDefault(name(rows, row, drawn.nodes(), byEnds), Rows.NONE);
            cut.set(row, place != Rows.NONE && (wasCut.get(place) || (was.leave[place] & ~now.leave[row]) != 0));
        }
        return cut;
    }

    /// What a row is known by: its origin, and its ends where an origin has several rows.
    private static String name(Rows rows, int row, Nodes nodes, boolean byEnds) {
        return byEnds
                ? rows.origin[row] + " " + nodes.subject(rows.from[row]) + " " + nodes.subject(rows.to[row])
                : "" + rows.origin[row];
    }

    private static BitSet cut(BitSet before, Standing old, Standing now) {
        BitSet cut = (BitSet) before.clone();
        for (int row = 0; row < old.leave.length; row++) {
            if ((old.leave[row] & ~now.leave[row]) != 0) {
                cut.set(row);
            }
        }
        return cut;
    }

    private static Rows rules(Enforced enforced, Drawn drawn) {
        Rows rows = new Rows();
        int ordinal = 0;
        for (EnforcedEdge edge : enforced.edges()) {
            Optional<Conduit> conduit = edge.conduit().flatMap(drawn.plant()::conduit);
            int service = drawn.words().id(new Service(edge.port(), ""));
            int functions = drawn.words().id(List.<String>of());
            for (int from : drawn.ends().nodes(edge.from(), conduit)) {
                for (int to : drawn.ends().nodes(edge.to(), conduit)) {
                    if (from != to
                            && drawn.nodes().zoneOfNode(from) != drawn.nodes().zoneOfNode(to)) {
                        rows.add(from, to, service, functions, Rows.NONE, ordinal);
                    }
                }
            }
            ordinal++;
        }
        return rows;
    }

    private static int[] ruleOf(Rows rules, Rows traffic, Drawn drawn) {
        int[] found = new int[traffic.size];
        if (rules.size == 0) {
            Arrays.fill(found, Rows.NONE);
            return found;
        }
        Coverage coverage = new Coverage(drawn.nodes(), rules, drawn.words().services);
        for (int row = 0; row < traffic.size; row++) {
            found[row] = coverage.covering(traffic.from[row], traffic.to[row], traffic.service[row]);
        }
        return found;
    }

    /// True if the flow opens a way: no configuration of its conduit is known, or the document has it only now.
    boolean isWay(int flow) {
        return ways.get(flow);
    }

    private void findWays() {
        int conduit = 0;
        for (Approvals.Block block : drawn.approvals().blocks) {
            int first = drawn.approvals().start[conduit];
            if (knownConduits.get(conduit)) {
                block.fresh().stream().forEach(flow -> ways.set(first + flow));
            } else {
                ways.set(first, drawn.approvals().start[conduit + 1]);
            }
            conduit++;
        }
    }

    /// True if the row of traffic is a way of its own, which no rule and no flow shows already. One to an asset with a
    /// host firewall always is: it lets in a sender that was seen, and perhaps not all for whom a flow speaks.
    boolean isWayOfItsOwn(int row) {
        if (cutTraffic.get(row)) {
            return false;
        }
        if (!drawn.units().isOrdinary(traffic.from[row])
                || !drawn.units().isOrdinary(traffic.to[row])
                || drawn.admissions().isGuarded(traffic.to[row])) {
            return true;
        }
        int flow = trafficStanding.flow[row];
        int rule = ruleOf[row];
        return (flow == Rows.NONE || !isWay(flow)) && (rule == Rows.NONE || cutRules.get(rule));
    }

    int flowRows() {
        return drawn.approvals().rows.size;
    }

    /// Where a link's number belongs, and its number there.
    Rows.Origin origin(int link) {
        return link < flowRows()
                ? Rows.Origin.FLOW
                : link < flowRows() + rules.size ? Rows.Origin.RULE : Rows.Origin.TRAFFIC;
    }

    boolean isStructure(int link) {
        return link >= flowRows() + rules.size + traffic.size;
    }

    Structure structure(int link) {
        return structure.get(link - flowRows() - rules.size - traffic.size);
    }

    /// The table that a link's row is in.
    Rows rowsOf(int link) {
        return switch (origin(link)) {
            case FLOW -> drawn.approvals().rows;
            case RULE -> rules;
            case TRAFFIC -> traffic;
        };
    }

    /// The number of a link's row in its table.
    int rowOf(int link) {
        return switch (origin(link)) {
            case FLOW -> link;
            case RULE -> link - flowRows();
            case TRAFFIC -> link - flowRows() - rules.size;
        };
    }

    /// The flow that approves a link's row, [Rows#NONE] for none.
    int flowOf(int link) {
        int row = rowOf(link);
        return switch (origin(link)) {
            case FLOW -> drawn.approvals().rows.origin[row];
            case RULE -> ruleStanding.flow[row];
            case TRAFFIC -> trafficStanding.flow[row];
        };
    }

    /// The bases of a link as bits of [Basis].
    int bases(int link) {
        if (isStructure(link)) {
            return Basis.DECLARED.bit();
        }
        int row = rowOf(link);
        int flow = flowOf(link);
        int bits = flow == Rows.NONE ? 0 : Basis.DECLARED.bit();
        return bits
                | switch (origin(link)) {
                    case FLOW -> seenFlows.get(flow) ? Basis.OBSERVED.bit() : 0;
                    case RULE -> Basis.ENFORCED.bit() | (seenRules.get(row) ? Basis.OBSERVED.bit() : 0);
                    case TRAFFIC -> Basis.OBSERVED.bit() | (ruleOf[row] == Rows.NONE ? 0 : Basis.ENFORCED.bit());
                };
    }

    /// The ordinal of the conduit that a link crosses, [Rows#NONE] for none.
    int conduitOf(int link) {
        if (isStructure(link)) {
            return Rows.NONE;
        }
        int flow = flowOf(link);
        if (flow != Rows.NONE) {
            return drawn.approvals().conduitOf(flow);
        }
        Rows rows = rowsOf(link);
        int row = rowOf(link);
        return drawn.joint(rows.from[row], rows.to[row]);
    }
}
