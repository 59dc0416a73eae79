package org.zonewright.traffic.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.ToLongFunction;
import org.zonewright.facts.Address;
import org.zonewright.facts.ChildFact;
import org.zonewright.facts.ConversationTable;
import org.zonewright.facts.ConversationTableBuilder;
import org.zonewright.facts.DirectionEvidence;
import org.zonewright.facts.Function;
import org.zonewright.facts.IdentityFact;
import org.zonewright.facts.LinkSighting;
import org.zonewright.facts.Outcome;
import org.zonewright.facts.ProtocolEvidence;
import org.zonewright.facts.Transport;
import org.zonewright.facts.memory.PagedRows;
import org.zonewright.facts.memory.Pager;
import org.zonewright.traffic.dissect.Protocol;

/// What a reader's tables hold, as facts: at the end, or while more is to come.
///
/// A flow whose handshake was seen loses its client port; the others keep both ports, since it is not certain which
/// of them is the service's.
public final class Harvest {
    private final FlowTable flows;
    private final FirstSeen firstSeen;
    private final FunctionTable functions;
    private final SightingTable sightings;
    private final IdentityLog identities;
    private final AddressBook addresses;
    private final VantageBook vantages;
    private final SortedMap<String, Long> weird;
    private final StreamOrder order;
    private final MessageReader reader;
    private final Pager pager;
    private final boolean whole;
    private final boolean distinct;
    private List<Harvest> others = List.of();
    private int next;
    private long tcp;
    private long oneWay;

    Harvest(
            FlowTable flows,
            FirstSeen firstSeen,
            FunctionTable functions,
            SightingTable sightings,
            IdentityLog identities,
            AddressBook addresses,
            VantageBook vantages,
            SortedMap<String, Long> weird,
            StreamOrder order,
            MessageReader reader,
            Pager pager,
            boolean whole) {
        this.flows = flows;
        this.firstSeen = firstSeen;
        this.functions = functions;
        this.sightings = sightings;
        this.identities = identities;
        this.addresses = addresses;
        this.vantages = vantages;
        this.weird = weird;
        this.order = order;
        this.reader = reader;
        this.pager = pager;
        this.whole = whole;
        distinct = vantages.areDistinct();
    }

    /// What several engines hold of one capture, each of flows that the others have no part in: once, after the last
    /// packet. Empty if a bound on the whole capture was so near that one engine might have reached it: then one
    /// engine
    /// has to read the capture. To be read before the engines are closed.
    ///
    /// @throws org.zonewright.facts.memory.BudgetSpent if there was no memory for what some packets say
    public static Optional<Harvest> together(List<FlowEngine> engines) {
        List<Harvest> harvests = new ArrayList<>();
        long buffered = 0;
        long flows = 0;
        boolean cut = false;
        for (FlowEngine engine : engines) {
            Harvest harvest = engine.harvest();
            harvests.add(harvest);
            cut |= !harvest.isWhole();
            buffered += engine.mostBuffered();
            flows += engine.flows();
        }
        Harvest whole = harvests.getFirst();
        whole.takeIn(harvests.subList(1, harvests.size()));
        boolean near =
                cut || buffered >= StreamBuffers.BUDGET || flows > FunctionTable.MAX_FLOW || whole.reachedBound();
        return near ? Optional.empty() : Optional.of(whole);
    }

    /// Takes in what other engines hold of the same capture: of flows that this one has no part in. Once, and
    /// before anything is asked; their tables are this one's pager's from then on.
    private void takeIn(List<Harvest> harvests) {
        others = harvests;
        for (Harvest other : others) {
            pager.takeOver(other.pager);
            identities.takeIn(other.identities);
            other.weird.forEach((what, count) -> weird.merge(what, count, Long::sum));
        }
    }

    /// True if one engine alone might have had to leave something out that these kept, or the other way round.
    private boolean reachedBound() {
        return identities.isFull() || pager.isNearBound();
    }

    /// The conversations, in the order in which they began.
    public ConversationTable conversations() {
        ConversationTableBuilder table = new ConversationTableBuilder(pager);
        List<Harvest> all = all();
        List<PagedRows> targets = new ArrayList<>();
        for (Harvest one : all) {
            one.next = 0;
            targets.add(pager.rows(1)); // by flow, the row of the table, or its complement if B is the client
        }
        if (others.isEmpty()) {
            PagedRows target = targets.getFirst();
            while (next < flows.size()) {
                addNext(table, target);
            }
        } else {
            merge(all, table, targets);
        }
        for (int i = 0; i < all.size(); i++) {
            all.get(i).addFunctions(table, targets.get(i));
            pager.release(targets.get(i));
        }
        ConversationTable built = table.build();
        table.release();
        return built;
    }

    private List<Harvest> all() {
        List<Harvest> all = new ArrayList<>(others);
        all.addFirst(this);
        return all;
    }

    private void addNext(ConversationTableBuilder table, PagedRows target) {
        flows.turnTo(next);
        int client = client();
        int to = add(table, client);
        int added = target.add();
        target.page(added)[target.offset(added)] = client == 1 ? ~to : to;
        next++;
    }

    private static void merge(List<Harvest> all, ConversationTableBuilder table, List<PagedRows> targets) {
        long[] heads = new long[all.size()];
        for (int i = 0; i < heads.length; i++) {
            heads[i] = all.get(i).head();
        }
        while (true) {
            int first = 0;
            for (int i = 1; i < heads.length; i++) {
                first = heads[i] < heads[first] ? i : first;
            }
            if (heads[first] == Long.MAX_VALUE) {
                return;
            }
            all.get(first).addNext(table, targets.get(first));
            heads[first] = all.get(first).head();
        }
    }

    /// When the next flow to be added began.
    private long head() {
        return next < flows.size() ? firstSeen.of(next) : Long.MAX_VALUE;
    }

    /// The side that asks, as far as the flow itself shows: by handshake, by its messages, else by the first packet.
    private int client() {
        long flags = flags();
        int opener = CurrentMessage.opener(flags);
        if (opener >= 0) {
            return opener;
        }
        if (requestsOf(flags, 0) != requestsOf(flags, 1)) {
            return requestsOf(flags, 0) ? 0 : 1;
        }
        return (flags & FlowTable.FIRST_FROM_B) != 0 ? 1 : 0;
    }

    private static boolean requestsOf(long flags, int side) {
        return ((flags >>> (8 * side)) & FlowTable.SENT_REQUEST) != 0;
    }

    private static DirectionEvidence evidence(long flags) {
        if (CurrentMessage.opener(flags) >= 0) {
            return DirectionEvidence.HANDSHAKE;
        }
        return requestsOf(flags, 0) != requestsOf(flags, 1)
                ? DirectionEvidence.MESSAGE
                : DirectionEvidence.FIRST_PACKET;
    }

    private long flags() {
        return flows.rows[flows.at + FlowTable.FLAGS];
    }

    private int add(ConversationTableBuilder table, int client) {
        int at = flows.at;
        long rest = flows.rows[at + FlowTable.KEY_REST];
        long pair = flows.rows[at + FlowTable.KEY_ADDRESSES];
        int family = FlowTable.family(rest);
        Transport transport = family == Packet.ETHERNET ? Transport.ETHERNET : new Transport(FlowTable.transport(rest));
        Address low = addresses.address(family, Packet.source(pair));
        Address high = addresses.address(family, Packet.destination(pair));
        DirectionEvidence evidence = evidence(flags());
        boolean ports = transport.hasPorts();
        int clientPort = client == 0 ? FlowTable.portA(rest) : FlowTable.portB(rest);
        int serverPort = client == 0 ? FlowTable.portB(rest) : FlowTable.portA(rest);
        int protocol = (int) (flags() >>> FlowTable.PROTOCOL_SHIFT) & 0xff;
        Outcome outcome = outcome(client, transport, (client == 0 ? high : low).isGroup());
        boolean folded = !ports || evidence.isCertain();
        ConversationTableBuilder.Key key = new ConversationTableBuilder.Key(
                vantages.at(FlowTable.vantage(rest)),
                transport,
                client == 0 ? low : high,
                client == 0 ? high : low,
                folded ? -1 : clientPort,
                ports ? serverPort : -1,
                protocol == 0 ? "" : Protocol.at(protocol).name(),
                protocol == 0 ? ProtocolEvidence.NONE : ProtocolEvidence.CONTENT);
        ConversationTableBuilder.Volume volume = new ConversationTableBuilder.Volume(
                flows.rows[at + FlowTable.PACKETS + client],
                flows.rows[at + FlowTable.PACKETS + 1 - client],
                flows.rows[at + FlowTable.BYTES + client],
                flows.rows[at + FlowTable.BYTES + 1 - client],
                flows.rows[at + FlowTable.FIRST],
                flows.rows[at + FlowTable.LAST],
                flows.rows[at + FlowTable.FRAME],
                1);
        // A flow with both ports is one of its kind, unless two interfaces share a name.
        return folded || !distinct
                ? table.add(key, volume, evidence, outcome)
                : table.addApart(key, volume, evidence, outcome);
    }

    private Outcome outcome(int client, Transport transport, boolean toGroup) {
        int at = flows.at;
        long flags = flags();
        boolean answered = flows.rows[at + FlowTable.PACKETS + 1 - client] > 0;
        long ofServer = flags >>> (8 * (1 - client));
        if (!transport.equals(Transport.TCP)) {
            return answered
                    ? Outcome.ESTABLISHED
                    : (flags & FlowTable.REFUSED_BY_ICMP) != 0
                            ? Outcome.REJECTED
                            : requestsOf(flags, client) && !toGroup ? Outcome.ATTEMPTED : Outcome.ONE_WAY;
        }
        boolean asked = ((flags >>> (8 * client)) & FlowTable.SENT_SYN) != 0;
        boolean accepted = (ofServer & (FlowTable.SENT_SYN_ACK | FlowTable.SENT_DATA)) != 0;
        boolean refused = (ofServer & FlowTable.SENT_RST) != 0 || (flags & FlowTable.REFUSED_BY_ICMP) != 0;
        if (refused && !accepted) {
            return Outcome.REJECTED;
        }
        if (answered && (accepted || !asked)) {
            tcp++;
            return Outcome.ESTABLISHED;
        }
        if (asked) {
            return Outcome.ATTEMPTED;
        }
        tcp++;
        oneWay++;
        return Outcome.ONE_WAY;
    }

    private void addFunctions(ConversationTableBuilder table, PagedRows target) {
        Map<Integer, Function> known = new HashMap<>();
        for (int i = 0; i < functions.size(); i++) {
            addFunction(table, target, i, known);
        }
    }

    // Apart from its loop: what is long in a method that runs once stays with the interpreter.
    private void addFunction(ConversationTableBuilder table, PagedRows target, int row, Map<Integer, Function> known) {
        long[] page = functions.page(row);
        int at = functions.offset(row);
        long key = page[at + FunctionTable.KEY];
        int flow = FunctionTable.flow(key);
        int to = (int) target.page(flow)[target.offset(flow)];
        boolean turned = to < 0;
        int meaning = (FunctionTable.protocol(key) << 16) | FunctionTable.code(key);
        Function function = known.get(meaning);
        if (function == null) {
            function = Protocol.at(FunctionTable.protocol(key)).function(FunctionTable.code(key));
            known.put(meaning, function);
        }
        table.addFunction(
                turned ? ~to : to,
                function,
                FunctionTable.unit(key),
                FunctionTable.side(key) == (turned ? 1 : 0),
                page[at + FunctionTable.REQUESTS],
                page[at + FunctionTable.ANSWERS] >>> 32,
                page[at + FunctionTable.ANSWERS] & 0xffff_ffffL,
                page[at + FunctionTable.FRAME]);
    }

    /// Which MAC addresses sent for which IP addresses.
    public List<LinkSighting> links() {
        countPackets();
        for (Harvest other : others) {
            other.countPackets();
            sightings.takeIn(other.sightings);
        }
        return sightings.sightings(vantages, addresses);
    }

    private void countPackets() {
        sightings.forgetCounts();
        for (int row = 0; row < flows.size(); row++) {
            flows.turnTo(row);
            countPackets(flows.at);
        }
    }

    private void countPackets(int at) {
        long[] rows = flows.rows;
        long rest = rows[at + FlowTable.KEY_REST];
        int family = FlowTable.family(rest);
        if (family == Packet.ETHERNET) {
            return;
        }
        for (int side = 0; side < 2; side++) {
            long mac = rows[at + FlowTable.MAC + side];
            if (mac != 0) {
                int address = FlowTable.half(rows[at + FlowTable.KEY_ADDRESSES], side);
                long packets = rows[at + FlowTable.PACKETS + side];
                sightings.count(mac, FlowTable.vantage(rest), family, address, packets);
            }
        }
    }

    /// False if bytes of streams that waited at the end found no memory.
    public boolean isWhole() {
        return whole;
    }

    public List<IdentityFact> identities() {
        return identities.facts();
    }

    /// What was said of devices behind stations.
    public List<ChildFact> children() {
        return identities.children();
    }

    /// Identity statements beyond the bound.
    public long droppedIdentities() {
        return identities.dropped();
    }

    /// How often each protocol's rules were broken, by `protocol what`.
    public SortedMap<String, Long> weird() {
        return weird;
    }

    private long sum(ToLongFunction<Harvest> count) {
        return all().stream().mapToLong(count).sum();
    }

    public long malformed() {
        return sum(one -> one.reader.malformed());
    }

    public long retransmissions() {
        return sum(one -> one.order.retransmissions());
    }

    public long missingSegments() {
        return sum(one -> one.order.missing());
    }

    public long outOfOrder() {
        return sum(one -> one.order.outOfOrder());
    }

    /// TCP conversations that came about, or of which only one side was seen; known after [#conversations()].
    public long tcpConversations() {
        return sum(one -> one.tcp);
    }

    /// TCP conversations with data of which only one side was seen; known after [#conversations()].
    public long oneWayConversations() {
        return sum(one -> one.oneWay);
    }
}
