package org.zonewright.assess.reach;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.zonewright.assess.Subject;
import org.zonewright.base.SourceRef;
import org.zonewright.facts.inventory.Conversation;
import org.zonewright.plant.Conduit;
import org.zonewright.plant.ConduitKind;
import org.zonewright.plant.Flow;
import org.zonewright.plant.Plant;
import org.zonewright.plant.id.ConduitId;
import org.zonewright.plant.id.FlowId;
import org.zonewright.plant.id.ZoneId;

/// How far a breach of a plant gets.
///
/// Made once from a document, an inventory and what is enforced; asked many times. Safe for any thread. With 100,000
/// assets, 5,000 zones and a million conversations the ways take some 200 MB; a changed document is asked in
/// milliseconds, since only what the change touches is judged anew.
public final class Reach {
    private final ReachInput input;
    private final Network network;
    private @Nullable Closure closure;

    private Reach(ReachInput input, Network network) {
        this.input = input;
        this.network = network;
    }

    public static Reach of(ReachInput input) {
        return new Reach(input, Network.of(input));
    }

    public ReachInput input() {
        return input;
    }

    /// What is reached from a foothold; empty where the document and the inventory have no such thing.
    public Optional<Spread> from(Foothold foothold, boolean pivoting) {
        return Sources.of(foothold, network.drawn).map(sources -> new Spread(foothold, pivoting, network, sources));
    }

    /// How far a breach of each zone gets with pivoting, in the document's order.
    public List<Containment> containment() {
        Closure all = closure();
        Nodes nodes = network.drawn.nodes();
        int[] own = new int[nodes.zones];
        int assets = 0;
        for (int asset = 0; asset < nodes.assets; asset++) {
            if (nodes.present[asset]) {
                assets++;
                if (nodes.home[asset] >= 0 && !nodes.boundary.containsKey(asset)) {
                    own[nodes.home[asset]]++;
                }
            }
        }
        List<Containment> rows = new ArrayList<>(nodes.zones);
        for (int zone = 0; zone < nodes.zones; zone++) {
            rows.add(new Containment(nodes.zoneId(zone), assets - own[zone], all.assets[zone], all.zones[zone]));
        }
        return rows;
    }

    /// The zones that a breach of a zone reaches with pivoting, in the document's order; none for an unknown one.
    public List<ZoneId> zonesFrom(ZoneId id) {
        int zone = network.drawn.nodes().zone(id);
        return zone < 0
                ? List.of()
                : closure()
                        .zonesFrom(zone)
                        .mapToObj(network.drawn.nodes()::zoneId)
                        .toList();
    }

    private synchronized Closure closure() {
        Closure made = closure;
        if (made == null) {
            made = new Closure(network);
            closure = made;
        }
        return made;
    }

    /// What reach rests on.
    public Ground ground() {
        Drawn drawn = network.drawn;
        BitSet seen = new BitSet();
        for (int row = 0; row < network.traffic.size; row++) {
            int conduit = network.conduitOf(network.flowRows() + network.rules.size + row);
            if (conduit != Rows.NONE) {
                seen.set(conduit);
            }
        }
        List<ConduitId> enforced = new ArrayList<>();
        List<ConduitId> traffic = new ArrayList<>();
        List<ConduitId> only = new ArrayList<>();
        List<ConduitId> silent = new ArrayList<>();
        int ordinal = 0;
        for (Conduit conduit : drawn.plant().conduits()) {
            List<ConduitId> list = network.knownConduits.get(ordinal)
                    ? enforced
                    : seen.get(ordinal)
                            ? traffic
                            : conduit.flows().isEmpty() && conduit.kind() != ConduitKind.HARDWIRED ? silent : only;
            list.add(conduit.id());
            ordinal++;
        }
        List<Subject> unsaid = IntStream.range(0, drawn.nodes().assets)
                .filter(asset -> drawn.nodes().present[asset] && drawn.units().isUnsaid(asset))
                .mapToObj(drawn.nodes()::subject)
                .toList();
        return new Ground(enforced, traffic, only, silent, unsaid);
    }

    /// The cheapest set of changes after which a breach of the foothold reaches nothing outside its zone; empty where
    /// no set of them does, or the foothold is in no single zone.
    public Optional<Cut> keepIn(Foothold foothold) {
        return Sources.of(foothold, network.drawn)
                .filter(sources -> sources.zone() >= 0)
                .flatMap(sources -> new CutFinder(network, sources).keepIn(sources.zone()));
    }

    /// The cheapest set of changes after which a breach of the foothold reaches none of the assets and zones; empty
    /// where no set of them does.
    public Optional<Cut> protect(Foothold foothold, Collection<Subject> subjects) {
        int[] nodes = subjects.stream()
                .mapToInt(subject -> Sources.node(subject, network.drawn.nodes()))
                .filter(node -> node >= 0)
                .toArray();
        return Sources.of(foothold, network.drawn).flatMap(sources -> new CutFinder(network, sources).protect(nodes));
    }

    /// Reach with a changed document: flows that the document has only now are taken to be let through, and what the
    /// old document let pass and the new one does not is taken to be stopped. Rules of configurations and traffic
    /// that
    /// no document ever allowed stay.
    ///
    /// Assets that no line of the document names stay where they are. A document with other assets or zones is
    /// judged
    /// as a whole; one with other flows, conduits, measures or traits of assets only where it differs.
    public Reach with(Plant changed) {
        return new Reach(
                new ReachInput(changed, input.placement(), input.inventory(), input.enforced()),
                new Changed(network, input, changed).network());
    }

    /// The same as [#with(Plant)], with everything judged as a whole: slower, and equal.
    Reach withAnew(Plant changed) {
        ReachInput after = new ReachInput(changed, input.placement(), input.inventory(), input.enforced());
        return new Reach(after, Network.anew(network, after));
    }

    /// The traffic of the inventory that is stopped here and was not in `before`, which this was made from; by old
    /// flow,
    /// then by who talks with whom.
    public List<Broken> broken(Reach before) {
        Map<String, Broken> all = new LinkedHashMap<>();
        Rows rows = network.traffic;
        Network old = before.network;
        if (old.traffic.size != rows.size) {
            throw new IllegalArgumentException("this was not made from that");
        }
        for (int row = network.cutTraffic.nextSetBit(0); row >= 0; row = network.cutTraffic.nextSetBit(row + 1)) {
            if (!old.cutTraffic.get(row)) {
                Broken one = broken(old, row);
                String key = one.from() + " " + one.to() + " " + one.service();
                all.merge(
                        key,
                        one,
                        (first, next) -> new Broken(
                                first.from(),
                                first.to(),
                                first.service(),
                                first.flow(),
                                first.conduit(),
                                first.conversations() + next.conversations(),
                                first.first()));
            }
        }
        return List.copyOf(all.values());
    }

    private Broken broken(Network old, int row) {
        int link = old.flowRows() + old.rules.size + row;
        int flow = old.trafficStanding.flow[row];
        Optional<FlowId> by = flow == Rows.NONE
                ? Optional.empty()
                : Optional.of(old.drawn.approvals().flow(flow)).map(Flow::id);
        Optional<ConduitId> over = Optional.of(old.conduitOf(link))
                .filter(ordinal -> ordinal != Rows.NONE)
                .map(ordinal -> old.drawn.plant().conduits().get(ordinal).id());
        Conversation conversation = input.inventory().conversations().get(old.traffic.origin[row]);
        SourceRef first = conversation.first();
        return new Broken(
                old.drawn.nodes().subject(old.traffic.from[row]),
                old.drawn.nodes().subject(old.traffic.to[row]),
                old.drawn.words().services.get(old.traffic.service[row]).label(),
                by,
                over,
                1,
                first);
    }
}
