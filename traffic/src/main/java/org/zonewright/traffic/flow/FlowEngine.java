package org.zonewright.traffic.flow;

import org.zonewright.facts.Transport;
import org.zonewright.facts.memory.BudgetSpent;
import org.zonewright.facts.memory.MemoryBudget;
import org.zonewright.facts.memory.Pager;

/// Takes packets one by one and keeps what they say: flows with their volumes, functions and identities.
///
/// Mutable; one thread at a time. The cost of an ordinary packet is one table look-up and the reading of its message;
/// nothing is allocated for it.
public final class FlowEngine implements PacketSink {
    private final FlowTable flows;
    private final FirstSeen firstSeen;
    private final FunctionTable functions;
    private final SightingTable sightings;
    private final IdentityLog identities;
    private final AddressBook addresses;
    private final VantageBook vantages;
    private final DissectorTable dissectors;
    private final CurrentMessage message;
    private final MessageReader reader;
    private final StreamBuffers buffers = new StreamBuffers();
    private final StreamOrder order;
    private final Repeats repeats;
    private final Pager pager;

    /// An engine with as much memory as it needs. `seed` makes the hash tables' order unpredictable to whoever wrote
    /// the capture; results do not depend on it.
    public FlowEngine(String file, VantageBook vantages, AddressBook addresses, DissectorTable dissectors, long seed) {
        this(
                file,
                vantages,
                addresses,
                dissectors,
                seed,
                MemoryBudget.unbounded().pager());
    }

    /// An engine whose tables are the pager's; the harvest must be read before that is closed.
    public FlowEngine(
            String file,
            VantageBook vantages,
            AddressBook addresses,
            DissectorTable dissectors,
            long seed,
            Pager pager) {
        this.pager = pager;
        this.vantages = vantages;
        this.addresses = addresses;
        this.dissectors = dissectors;
        flows = new FlowTable(seed, pager);
        firstSeen = new FirstSeen(flows, pager);
        functions = new FunctionTable(seed, pager);
        sightings = new SightingTable(seed, pager);
        identities = new IdentityLog(file, vantages, seed, pager);
        message = new CurrentMessage(flows, functions, addresses, dissectors, identities);
        reader = new MessageReader(flows, dissectors, message);
        order = new StreamOrder(flows, buffers, reader, message);
        repeats = new Repeats(flows);
    }

    @Override
    public void packet(Packet p) {
        long addresses = p.addresses;
        int ports = p.ports;
        int side = 0;
        if (isTurned(addresses, ports)) {
            side = 1;
            addresses = turned(addresses);
            ports = turned(ports);
        }
        int row = flows.find(addresses, FlowTable.rest(ports, p.vantage, p.transport, p.family));
        account(p, row, side);
        message.of(row, side, p);
        if (p.family == Packet.ETHERNET) {
            linkLayer(p, side);
        } else if (p.transport == Transport.TCP.number()) {
            tcp(p, side);
        } else if (p.payloadEnd > p.payload) {
            if (p.transport == Transport.UDP.number()) {
                udp(p, side);
            } else {
                int number = dissectors.onIpProtocol(p.transport);
                if (number != 0) {
                    datagram(p, side, number);
                }
            }
        }
    }

    /// True if a packet with these endpoints is sent by the flow's endpoint B.
    private static boolean isTurned(long addresses, int ports) {
        int source = (int) addresses + Integer.MIN_VALUE; // to be compared without sign
        int destination = (int) (addresses >>> 32) + Integer.MIN_VALUE;
        return source > destination || (source == destination && (ports & 0xffff) > ports >>> 16);
    }

    private static long turned(long addresses) {
        return (addresses << 32) | (addresses >>> 32);
    }

    private static int turned(int ports) {
        return (ports << 16) | (ports >>> 16);
    }

    private void account(Packet p, int row, int side) {
        long[] rows = flows.rows;
        int at = flows.at;
        long nanos = p.nanos;
        if (rows[at + FlowTable.FRAME] == 0) {
            rows[at + FlowTable.FRAME] = p.number;
            rows[at + FlowTable.FIRST] = nanos;
            rows[at + FlowTable.LAST] = nanos;
            rows[at + FlowTable.FLAGS] = side == 0 ? 0 : FlowTable.FIRST_FROM_B;
            if (p.ofFrame != 0) {
                firstSeen.begins(row, p.ofFrame);
            }
        } else if (nanos > rows[at + FlowTable.LAST]) {
            rows[at + FlowTable.LAST] = nanos;
        } else if (nanos < rows[at + FlowTable.FIRST]) {
            rows[at + FlowTable.FIRST] = nanos;
        }
        rows[at + FlowTable.PACKETS + side] += 1 + p.extraFrames;
        rows[at + FlowTable.BYTES + side] += p.wireLength + p.extraBytes;
        long mac = p.sourceMac;
        if (rows[at + FlowTable.MAC + side] != mac && p.family != Packet.ETHERNET) {
            sightings.saw(mac, p.vantage, p.family, Packet.source(p.addresses), p.number, p.timeToLive);
            rows[at + FlowTable.MAC + side] = mac;
        }
    }

    private void tcp(Packet p, int side) {
        int at = flows.at;
        long[] rows = flows.rows;
        int flags = p.tcpFlags;
        if ((flags & (Packet.SYN | Packet.RST)) != 0) {
            if ((flags & Packet.SYN) != 0) {
                long sent = (flags & Packet.ACK) != 0 ? FlowTable.SENT_SYN_ACK : FlowTable.SENT_SYN;
                rows[at + FlowTable.FLAGS] |= sent << (8 * side);
                flows.forgetSides();
                order.start(side, p.tcpSequence());
            }
            if ((flags & Packet.RST) != 0) {
                rows[at + FlowTable.FLAGS] |= FlowTable.SENT_RST << (8 * side);
            }
        }
        if (rows[at + FlowTable.BUFFER] != 0 && (flags & Packet.ACK) != 0) {
            message.turnTo(1 - side);
            order.acknowledged(1 - side, p.tcpAcknowledgement());
            message.turnTo(side);
        }
        if (p.payloadLength <= 0 || (flags & Packet.RST) != 0) {
            return;
        }
        rows[at + FlowTable.FLAGS] |= FlowTable.SENT_DATA << (8 * side);
        int sequence = p.tcpSequence() + ((flags & Packet.SYN) != 0 ? 1 : 0);
        order.segment(side, sequence, p.bytes, p.payload, p.payloadEnd - p.payload, p.payloadLength);
    }

    private void udp(Packet p, int side) {
        flows.rows[flows.at + FlowTable.FLAGS] |= FlowTable.SENT_DATA << (8 * side);
        if (reader.isOfInterest(side) && !repeats.has(p, side)) {
            MessageReader.End end = reader.read(side, p.bytes, p.payload, p.payloadEnd - p.payload);
            repeats.keep(p, side, end == MessageReader.End.READ && message.saidOnlyIdentities());
        }
    }

    private void linkLayer(Packet p, int side) {
        if (p.linkDissector != 0 && p.payloadEnd > p.payload) {
            datagram(p, side, p.linkDissector);
        }
    }

    private void datagram(Packet p, int side, int dissector) {
        if (!repeats.has(p, side)) {
            MessageReader.End end = reader.readDatagram(dissector, p.bytes, p.payload, p.payloadEnd - p.payload);
            repeats.keep(p, side, end == MessageReader.End.READ && message.saidOnlyIdentities());
        }
    }

    @Override
    public void refused(int family, long addresses, int ports, int transport, int vantage) {
        int row = isTurned(addresses, ports)
                ? flows.look(turned(addresses), FlowTable.rest(turned(ports), vantage, transport, family))
                : flows.look(addresses, FlowTable.rest(ports, vantage, transport, family));
        if (row >= 0) {
            flows.rows[flows.at + FlowTable.FLAGS] |= FlowTable.REFUSED_BY_ICMP;
        }
    }

    /// Rows of all tables: what memory grows with.
    public int size() {
        return flows.size() + functions.size() + sightings.size() + identities.size() + addresses.size();
    }

    /// Ends the reading and gives what is left: once, after the last packet.
    public Harvest harvest() {
        boolean whole = true;
        try {
            finish();
        } catch (BudgetSpent e) {
            whole = false;
        }
        flows.seal();
        functions.seal();
        return harvest(whole);
    }

    /// What is known so far; packets may follow. What waits for its turn goes on waiting.
    public Harvest snapshot() {
        return harvest(true);
    }

    private Harvest harvest(boolean whole) {
        return new Harvest(
                flows,
                firstSeen,
                functions,
                sightings,
                identities,
                addresses,
                vantages,
                message.weird(),
                order,
                reader,
                pager,
                whole);
    }

    /// Reads what still waits in all flows, as if nothing more came, in the order in which they began.
    private void finish() {
        for (int row : buffers.rows()) {
            flows.turnTo(row);
            message.afterTheLast(row, firstSeen.of(row));
            order.finish();
        }
    }

    /// The most bytes that ever waited in streams, at least [StreamBuffers#BUDGET] if some did not fit.
    int mostBuffered() {
        return buffers.most();
    }

    int flows() {
        return flows.size();
    }

    /// Gives up the tables' memory: what was harvested can no longer be asked.
    public void close() {
        pager.close();
    }
}
