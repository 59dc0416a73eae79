package org.zonewright.traffic.flow;

import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.zonewright.facts.Address;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.ChildAddress;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.MacAddress;
import org.zonewright.facts.Transport;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Party;
import org.zonewright.traffic.dissect.Protocol;

/// What a dissector sees of the packet at hand, and where its statements go: functions into the function table,
/// identities into the identity log, names onto the flow. Mutable: set to each packet in turn; one thread.
final class CurrentMessage extends Observer {
    private static final long[] NO_PAGE = {};

    private final FlowTable flows;
    private final FunctionTable functions;
    private final AddressBook addresses;
    private final DissectorTable dissectors;
    private final IdentityLog identities;
    private final SortedMap<String, Long> weird = new TreeMap<>();
    private int row;
    private int side;
    private long frame;
    private Packet packet = new Packet();
    private int dissector; // as the DissectorTable numbers them
    private boolean onlyIdentities;
    private long last;

    CurrentMessage(
            FlowTable flows,
            FunctionTable functions,
            AddressBook addresses,
            DissectorTable dissectors,
            IdentityLog identities) {
        this.dissectors = dissectors;
        this.flows = flows;
        this.functions = functions;
        this.addresses = addresses;
        this.identities = identities;
    }

    /// Turns to a packet: `side` 0 if endpoint A sent it.
    void of(int row, int side, Packet packet) {
        this.row = row;
        this.side = side;
        this.packet = packet;
        frame = packet.number;
        onlyIdentities = true;
    }

    /// True if nothing but identities was said since the packet's start and the flow's state was left alone: the same
    /// bytes again would say nothing new.
    boolean saidOnlyIdentities() {
        return onlyIdentities;
    }

    /// Turns to a side of the flow whose packet came earlier.
    void turnTo(int side) {
        this.side = side;
    }

    /// Turns to what is left of a flow after the last packet; `firstSeen` is when the flow began.
    void afterTheLast(int row, long firstSeen) {
        this.row = row;
        last = Long.MIN_VALUE | firstSeen;
    }

    /// When this is said, without sign: comparable between the engines of one capture.
    private long now() {
        return last == 0 ? FirstSeen.of(packet.number, packet.ofFrame) : last;
    }

    long frame() {
        return frame;
    }

    void frame(long number) {
        frame = number;
    }

    void dissecting(int dissector) {
        this.dissector = dissector;
    }

    /// How often each rule was broken, by `protocol what`.
    SortedMap<String, Long> weird() {
        return weird;
    }

    private long rest() {
        return flows.rows[flows.at + FlowTable.KEY_REST];
    }

    private int endpoint(int side) {
        long pair = flows.rows[flows.at + FlowTable.KEY_ADDRESSES];
        return side == 0 ? Packet.source(pair) : Packet.destination(pair);
    }

    boolean isTcp() {
        return FlowTable.transport(rest()) == Transport.TCP.number();
    }

    @Override
    public Address source() {
        return addresses.address(FlowTable.family(rest()), endpoint(side));
    }

    @Override
    public Address destination() {
        return addresses.address(FlowTable.family(rest()), endpoint(1 - side));
    }

    @Override
    public MacAddress sourceMac() {
        return AddressBook.macAddress(packet.sourceMac);
    }

    @Override
    public MacAddress destinationMac() {
        return AddressBook.macAddress(packet.destinationMac);
    }

    @Override
    public int sourcePort() {
        return side == 0 ? FlowTable.portA(rest()) : FlowTable.portB(rest());
    }

    @Override
    public int destinationPort() {
        return side == 0 ? FlowTable.portB(rest()) : FlowTable.portA(rest());
    }

    @Override
    public Transport transport() {
        return FlowTable.family(rest()) == Packet.ETHERNET
                ? Transport.ETHERNET
                : new Transport(FlowTable.transport(rest()));
    }

    @Override
    public boolean fromClient() {
        int at = flows.at + FlowTable.FLAGS;
        long flags = flows.rows[at];
        boolean ofFlow = ((int) (flags >>> FlowTable.DISSECTOR_SHIFT) & 0xff) == dissector;
        if (ofFlow && (flags & FlowTable.SIDES_KNOWN) != 0) {
            return ((int) (flags >>> FlowTable.CLIENT_SHIFT) & 1) == side;
        }
        int client = client(flags);
        if (client < 0) {
            return true;
        }
        if (ofFlow) {
            flows.rows[at] = (flags & ~(1L << FlowTable.CLIENT_SHIFT))
                    | FlowTable.SIDES_KNOWN
                    | ((long) client << FlowTable.CLIENT_SHIFT);
        }
        return client == side;
    }

    /// The side that asks, or -1 if both do: where both ports are the dissector's, every message is sent to one.
    private int client(long flags) {
        int opener = opener(flags);
        if (opener >= 0) {
            return opener;
        }
        boolean tcp = isTcp();
        boolean fromService = dissectors.isBound(dissector, tcp, sourcePort());
        if (dissectors.isBound(dissector, tcp, destinationPort())) {
            return fromService ? -1 : side;
        }
        if (fromService) {
            return 1 - side;
        }
        return (flags & FlowTable.FIRST_FROM_B) != 0 ? 1 : 0;
    }

    /// The side that a handshake shows to have opened the flow, or -1.
    static int opener(long flags) {
        long a = flags & (FlowTable.SENT_SYN | FlowTable.SENT_SYN_ACK);
        long b = (flags >>> 8) & (FlowTable.SENT_SYN | FlowTable.SENT_SYN_ACK);
        if ((a == FlowTable.SENT_SYN && b != FlowTable.SENT_SYN) || (a == 0 && b == FlowTable.SENT_SYN_ACK)) {
            return 0;
        }
        if ((b == FlowTable.SENT_SYN && a != FlowTable.SENT_SYN) || (b == 0 && a == FlowTable.SENT_SYN_ACK)) {
            return 1;
        }
        return -1;
    }

    @Override
    public long flowState() {
        onlyIdentities = false;
        return flows.rows[flows.at + FlowTable.STATE];
    }

    @Override
    public void flowState(long state) {
        onlyIdentities = false;
        flows.rows[flows.at + FlowTable.STATE] = state;
    }

    @Override
    public void protocol(Protocol protocol) {
        onlyIdentities = false;
        int at = flows.at + FlowTable.FLAGS;
        flows.rows[at] = (flows.rows[at] & ~(0xffL << FlowTable.PROTOCOL_SHIFT))
                | ((long) protocol.index() << FlowTable.PROTOCOL_SHIFT);
    }

    @Override
    public void request(Protocol protocol, int code, int unit) {
        onlyIdentities = false;
        if (row > FunctionTable.MAX_FLOW) {
            return;
        }
        long key = FunctionTable.key(row, side, protocol.index(), code, unit);
        int cached = flows.at + FlowTable.FUNCTION;
        int slot = FlowTable.half(flows.rows[cached], side) - 1;
        long[] page = slot < 0 ? NO_PAGE : functions.page(slot);
        int at = functions.offset(slot);
        if (slot < 0 || page[at] != key) {
            slot = functions.after(slot, key);
            flows.rows[cached] = FlowTable.withHalf(flows.rows[cached], side, slot + 1);
            page = functions.page(slot);
            at = functions.offset(slot);
        }
        if (page[at + FunctionTable.REQUESTS]++ == 0) {
            page[at + FunctionTable.FRAME] = frame;
            flows.rows[flows.at + FlowTable.FLAGS] |= FlowTable.SENT_REQUEST << (8 * side);
        }
    }

    @Override
    public void answer(Protocol protocol, int code, int unit, boolean refused) {
        onlyIdentities = false;
        if (row > FunctionTable.MAX_FLOW) {
            return;
        }
        int asker = 1 - side;
        long key = FunctionTable.key(row, asker, protocol.index(), code, unit);
        int slot = FlowTable.half(flows.rows[flows.at + FlowTable.FUNCTION], asker) - 1;
        slot = functions.answered(slot, key);
        if (slot >= 0) {
            functions.page(slot)[functions.offset(slot) + FunctionTable.ANSWERS] += (1L << 32) + (refused ? 1 : 0);
        }
    }

    /// The protocol that says something, as an index or 0: the flow's name, which may be finer than its dissector's.
    private int speaker() {
        int named = (int) (flows.rows[flows.at + FlowTable.FLAGS] >>> FlowTable.PROTOCOL_SHIFT) & 0xff;
        if (named != 0) {
            return named;
        }
        return dissector == 0 ? 0 : dissectors.at(dissector).protocol().index();
    }

    private String method() {
        int speaker = speaker();
        return speaker == 0 ? "" : Protocol.at(speaker).name();
    }

    @Override
    public void identity(Party who, Attribute attribute, String value, Confidence confidence) {
        identity(who == Party.SENDER ? source() : destination(), attribute, value, confidence);
    }

    @Override
    public void identity(Address subject, Attribute attribute, String value, Confidence confidence) {
        identities.add(FlowTable.vantage(rest()), subject, null, attribute, value, method(), confidence, frame, now());
    }

    @Override
    public void number(Party who, Attribute attribute, long value, Confidence confidence) {
        if (isNew(who, attribute, value, confidence)) {
            identities.isNumber(attribute);
            identity(who, attribute, Long.toString(value), confidence);
        }
    }

    @Override
    public void behind(Party who, ChildAddress child, Attribute attribute, String value, Confidence confidence) {
        Address station = who == Party.SENDER ? source() : destination();
        identities.add(FlowTable.vantage(rest()), station, child, attribute, value, method(), confidence, frame, now());
    }

    @Override
    public boolean isNew(Party who, Attribute attribute, long mark) {
        return isNew(who, attribute, mark, null);
    }

    private boolean isNew(Party who, Attribute attribute, long mark, @Nullable Confidence confidence) {
        int end = who == Party.SENDER ? side : 1 - side;
        long rest = rest();
        int address = endpoint(end);
        return identities.isNew(
                FlowTable.vantage(rest), FlowTable.family(rest), address, attribute, speaker(), confidence, mark);
    }

    @Override
    public void weird(String what, int offset) {
        onlyIdentities = false;
        weird.merge(method() + " " + what, 1L, Long::sum);
    }
}
