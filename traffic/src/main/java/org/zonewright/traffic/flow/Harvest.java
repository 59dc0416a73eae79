package org.zonewright.traffic.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.zonewright.facts.Address;
import org.zonewright.facts.ChildFact;
import org.zonewright.facts.ConversationTable;
import org.zonewright.facts.DirectionEvidence;
import org.zonewright.facts.Function;
import org.zonewright.facts.IdentityFact;
import org.zonewright.facts.LinkSighting;
import org.zonewright.facts.Outcome;
import org.zonewright.facts.ProtocolEvidence;
import org.zonewright.facts.Transport;
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
    private List<Harvest> others = List.of();
    private int[] target = {}; // the table's row by flow, and whether its client is B
    private boolean[] turned = {};
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
            MessageReader reader) {
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
    }

    /// Takes in what other engines hold of the same capture: of conversations that this one has no part in. Once, and
    /// before anything is asked.
    void takeIn(List<Harvest> harvests) {
        others = harvests;
        for (Harvest other : others) {
            identities.takeIn(other.identities);
            other.weird.forEach((what, count) -> weird.merge(what, count, Long::sum));
        }
    }

    /// True if one engine alone might have had to drop an identity that these kept, or the other way round.
    boolean reachedBound() {
        return identities.isFull();
    }

    /// The conversations, in the order in which they began.
    public ConversationTable conversations() {
        ConversationTable.Builder table = new ConversationTable.Builder();
        List<Harvest> all = all();
        all.forEach(Harvest::begin);
        if (others.isEmpty()) {
            while (next < flows.size()) {
                addNext(table);
            }
        } else {
            merge(all, table);
        }
        for (Harvest one : all) {
            one.addFunctions(table);
        }
        return table.build();
    }

    private List<Harvest> all() {
        List<Harvest> all = new ArrayList<>(others);
        all.addFirst(this);
        return all;
    }

    private void begin() {
        target = new int[flows.size()];
        turned = new boolean[flows.size()];
        next = 0;
    }

    private void addNext(ConversationTable.Builder table) {
        int client = client(next);
        turned[next] = client == 1;
        target[next] = add(table, next, client);
        next++;
    }

    private static void merge(List<Harvest> all, ConversationTable.Builder table) {
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
            all.get(first).addNext(table);
            heads[first] = all.get(first).head();
        }
    }

    /// When the next flow to be added began.
    private long head() {
        return next < flows.size() ? firstSeen.of(next) : Long.MAX_VALUE;
    }

    /// The side that asks, as far as the flow itself shows: by handshake, by its messages, else by the first packet.
    private int client(int row) {
        long flags = flags(row);
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

    private long flags(int row) {
        return flows.rows[row * FlowTable.WIDTH + FlowTable.FLAGS];
    }

    private int add(ConversationTable.Builder table, int row, int client) {
        int at = row * FlowTable.WIDTH;
        long rest = flows.rows[at + FlowTable.KEY_REST];
        long pair = flows.rows[at + FlowTable.KEY_ADDRESSES];
        int family = FlowTable.family(rest);
        Transport transport = family == Packet.ETHERNET ? Transport.ETHERNET : new Transport(FlowTable.transport(rest));
        Address low = addresses.address(family, (int) (pair >>> 32));
        Address high = addresses.address(family, (int) pair);
        DirectionEvidence evidence = evidence(flags(row));
        boolean ports = transport.hasPorts();
        int clientPort = client == 0 ? FlowTable.portA(rest) : FlowTable.portB(rest);
        int serverPort = client == 0 ? FlowTable.portB(rest) : FlowTable.portA(rest);
        int protocol = (int) (flags(row) >>> FlowTable.PROTOCOL_SHIFT) & 0xff;
        Outcome outcome = outcome(row, client, transport, (client == 0 ? high : low).isGroup());
        return table.add(
                new ConversationTable.Builder.Key(
                        vantages.at(FlowTable.vantage(rest)),
                        transport,
                        client == 0 ? low : high,
                        client == 0 ? high : low,
                        ports && !evidence.isCertain() ? clientPort : -1,
                        ports ? serverPort : -1,
                        protocol == 0 ? "" : Protocol.at(protocol).name(),
                        protocol == 0 ? ProtocolEvidence.NONE : ProtocolEvidence.CONTENT),
                new ConversationTable.Builder.Volume(
                        flows.rows[at + FlowTable.PACKETS + client],
                        flows.rows[at + FlowTable.PACKETS + 1 - client],
                        flows.rows[at + FlowTable.BYTES + client],
                        flows.rows[at + FlowTable.BYTES + 1 - client],
                        flows.rows[at + FlowTable.FIRST],
                        flows.rows[at + FlowTable.LAST],
                        flows.rows[at + FlowTable.FRAME],
                        1),
                evidence,
                outcome);
    }

    private Outcome outcome(int row, int client, Transport transport, boolean toGroup) {
        int at = row * FlowTable.WIDTH;
        long flags = flags(row);
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

    private void addFunctions(ConversationTable.Builder table) {
        Map<Integer, Function> known = new TreeMap<>();
        for (int i = 0; i < functions.size(); i++) {
            int at = i * FunctionTable.WIDTH;
            long key = functions.rows[at + FunctionTable.KEY];
            int flow = FunctionTable.flow(key);
            int protocol = FunctionTable.protocol(key);
            int code = FunctionTable.code(key);
            Function function = known.computeIfAbsent(
                    (protocol << 16) | code, k -> Protocol.at(protocol).function(code));
            table.addFunction(
                    target[flow],
                    function,
                    FunctionTable.unit(key),
                    FunctionTable.side(key) == (turned[flow] ? 1 : 0),
                    functions.rows[at + FunctionTable.REQUESTS],
                    functions.rows[at + FunctionTable.ANSWERS] >>> 32,
                    functions.rows[at + FunctionTable.ANSWERS] & 0xffff_ffffL,
                    functions.rows[at + FunctionTable.FRAME]);
        }
    }

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
            int at = row * FlowTable.WIDTH;
            long rest = flows.rows[at + FlowTable.KEY_REST];
            long pair = flows.rows[at + FlowTable.KEY_ADDRESSES];
            for (int side = 0; side < 2; side++) {
                long mac = flows.rows[at + FlowTable.MAC + side];
                if (mac != 0 && FlowTable.family(rest) != Packet.ETHERNET) {
                    int address = side == 0 ? (int) (pair >>> 32) : (int) pair;
                    long packets = flows.rows[at + FlowTable.PACKETS + side];
                    sightings.count(mac, FlowTable.vantage(rest), FlowTable.family(rest), address, packets);
                }
            }
        }
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
