package org.zonewright.traffic.ethercat;

import java.util.List;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.MacAddress;
import org.zonewright.traffic.dissect.Binding;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Coverage;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Party;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.Protocol;

/// Reads EtherCAT frames (IEC 61158-4-12, clause 5), little endian: a length of 11 bits, a reserved one, a type of
/// four; then, in frames of commands, datagrams.
///
///     0 command   1 index   2 slave   4 offset   6 length in bits 0 to 10, more follow in bit 15   8 event   10 data
///
/// Behind the data stands a count of the slaves that obeyed. The first slave of the ring sets a bit in the source
/// address, and the same frame comes back with the counts: what is asked counts when it goes out.
public final class EthercatDissector extends Dissector {
    static final Protocol ETHERCAT = Protocol.define("ethercat", EthercatFunctions::describe);

    private static final List<Binding> BINDINGS = List.of(new Binding.EtherType(0x88a4), new Binding.UdpPort(34980));
    private static final Attribute SLAVE = new Attribute("ethercat.slave-address");
    private static final int HEADER = 2; // bytes
    private static final int COMMANDS = 1;
    private static final int MAX_TYPE = 5; // commands 1, network variables 4, mailbox 5

    private static final int SLAVE_ADDRESS = 2; // u16
    private static final int OFFSET = 4; // u16
    private static final int LENGTH = 6; // u16
    private static final int DATA = 10;
    private static final int COUNT = 2; // bytes behind the data
    private static final int MORE = 0x8000;

    private static final int APWR = 2;
    private static final int FPRD = 4;
    private static final int FPWR = 5;
    private static final int BWR = 8;
    private static final int LAST_COMMAND = 14;

    private static final int STATION_ADDRESS_REGISTER = 0x0010;
    private static final int STATE_REGISTER = 0x0120;
    private static final int FIRST_MEMORY = 0x1000; // registers are below, mailboxes and process data above

    private static final long LOCAL_BIT = 1L << 41;

    /// A dissector for one reader.
    public EthercatDissector() {}

    @Override
    public Protocol protocol() {
        return ETHERCAT;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(Coverage.industrial(
                ETHERCAT,
                "EtherCAT",
                "IEC 61158-4-12, ETG.1000.6",
                "commands of the master as functions, addresses given to slaves, states asked for, mailboxes "
                        + "with SDO and file services, identity objects of slaves",
                "process data, network variables, slaves' memories, other mailbox protocols"));
    }

    @Override
    public List<Binding> bindings() {
        return BINDINGS;
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        if (!bytes.has(0, HEADER)) {
            return Probe.NO;
        }
        int header = bytes.u16le(0);
        int type = header >>> 12;
        boolean plausible = type >= 1 && type <= MAX_TYPE && HEADER + (header & 0x7ff) <= bytes.length();
        return plausible ? Probe.UNSURE : Probe.NO;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        if (probe(bytes, observer) == Probe.NO) {
            return MALFORMED;
        }
        int header = bytes.u16le(0);
        if (header >>> 12 == COMMANDS) {
            int end = HEADER + (header & 0x7ff);
            boolean returned = (observer.sourceMac().bits() & LOCAL_BIT) != 0 && wasObeyed(bytes, end);
            datagrams(bytes, end, returned, observer);
        }
        return bytes.length();
    }

    /// True if a slave counted itself in any datagram.
    private static boolean wasObeyed(ByteSlice bytes, int end) {
        int at = HEADER;
        while (at + DATA + COUNT <= end) {
            int flags = bytes.u16le(at + LENGTH);
            int next = at + DATA + (flags & 0x7ff) + COUNT;
            if (next > end) {
                return false;
            }
            if (bytes.u16le(next - COUNT) != 0) {
                return true;
            }
            if ((flags & MORE) == 0) {
                return false;
            }
            at = next;
        }
        return false;
    }

    private static void datagrams(ByteSlice bytes, int end, boolean returned, Observer observer) {
        int at = HEADER;
        boolean more = true;
        while (more && at + DATA + COUNT <= end) {
            int flags = bytes.u16le(at + LENGTH);
            int length = flags & 0x7ff;
            int command = bytes.u8(at);
            if (command > LAST_COMMAND || at + DATA + length + COUNT > end) {
                observer.weird("length", at);
                return;
            }
            if (returned) {
                came(bytes, at, length, observer);
            } else {
                observer.request(ETHERCAT, command);
                went(bytes, at, length, observer);
            }
            more = (flags & MORE) != 0;
            at += DATA + length + COUNT;
        }
    }

    /// What goes out: addresses, states and mailboxes are written.
    private static void went(ByteSlice bytes, int at, int length, Observer observer) {
        int command = bytes.u8(at);
        if (command != APWR && command != FPWR && command != BWR) {
            return;
        }
        int offset = bytes.u16le(at + OFFSET);
        if (offset == STATE_REGISTER && length >= 1) {
            observer.request(ETHERCAT, EthercatFunctions.STATE | (bytes.u8(at + DATA) & 0x0f));
        } else if (offset == STATION_ADDRESS_REGISTER && command == APWR && length >= 2) {
            observer.request(ETHERCAT, EthercatFunctions.STATION_ADDRESS);
            observer.number(Party.SENDER, SLAVE, bytes.u16le(at + DATA), Confidence.HIGH);
        } else if (offset >= FIRST_MEMORY && command != BWR && Mailbox.isMailbox(bytes, at + DATA, length)) {
            Mailbox.asked(bytes, at + DATA, observer);
        }
    }

    /// What comes back: a slave's mailbox was read.
    private static void came(ByteSlice bytes, int at, int length, Observer observer) {
        boolean obeyed = bytes.u16le(at + DATA + length) != 0;
        if (obeyed
                && bytes.u8(at) == FPRD
                && bytes.u16le(at + OFFSET) >= FIRST_MEMORY
                && Mailbox.isMailbox(bytes, at + DATA, length)) {
            MacAddress master = new MacAddress(observer.sourceMac().bits() & ~LOCAL_BIT);
            Mailbox.answered(bytes, at + DATA, bytes.u16le(at + SLAVE_ADDRESS), master, observer);
        }
    }
}
