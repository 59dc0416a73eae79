package org.zonewright.traffic.roc;

import java.util.List;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.traffic.dissect.Binding;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Coverage;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Party;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.Protocol;

/// Reads ROC messages in place.
///
///     0 destination unit, group   2 source unit, group   4 opcode   5 length   6 data   check, u16 little endian
///
/// A request and its answer have the same form; who opened the flow asks. An alarm is sent by a unit of its own
/// accord.
public final class RocDissector extends Dissector {
    private static final Protocol ROC = Protocol.define("roc", RocOpcodes::describe);

    private static final List<Binding> BINDINGS =
            List.of(new Binding.TcpPort(4000), new Binding.UdpPort(4000), new Binding.AnyTcp(), new Binding.AnyUdp());
    private static final Attribute ADDRESS = new Attribute("roc.address");
    private static final Attribute GROUP = new Attribute("roc.group");

    private static final int OPCODE = 4; // u8
    private static final int LENGTH = 5; // u8
    private static final int DATA = 6;
    private static final int CHECK = 2; // bytes
    private static final int REFLECTED_POLYNOMIAL = 0xa001;

    private static final int OPERATOR = 3; // letters of an operator's name
    private static final int FORWARDED_OPCODE = 10; // u8, behind five addresses in the data of opcode 24

    /// A dissector for one reader.
    public RocDissector() {}

    @Override
    public Protocol protocol() {
        return ROC;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(Coverage.industrial(
                ROC,
                "ROC Plus",
                "Emerson D301180X012",
                "opcodes as functions on any port, also those sent on; errors as refusals, addresses, the "
                        + "operator of a short log-in",
                "parameters and values"));
    }

    @Override
    public List<Binding> bindings() {
        return BINDINGS;
    }

    /// The length has to fit before the check is worth computing; most other traffic ends there.
    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        int length = bytes.length();
        if (length < DATA + CHECK) {
            return Probe.NO;
        }
        int end = DATA + bytes.u8(LENGTH);
        if (end + CHECK > length || (end + CHECK != length && !isChained(bytes, end + CHECK))) {
            return Probe.NO;
        }
        return isIntact(bytes, end) ? Probe.YES : Probe.NO;
    }

    /// True if what follows a message is the start of another one of the same stations.
    private static boolean isChained(ByteSlice bytes, int at) {
        return bytes.has(at, DATA) && bytes.i32(at) == bytes.i32(0);
    }

    /// The check is CRC-16 with the start value 0, or all ones: both are seen.
    private static boolean isIntact(ByteSlice bytes, int end) {
        int check = bytes.u16le(end);
        return check == crc(bytes, end, 0) || check == crc(bytes, end, 0xffff);
    }

    private static int crc(ByteSlice bytes, int end, int start) {
        int value = start;
        for (int i = 0; i < end; i++) {
            value ^= bytes.u8(i);
            for (int bit = 0; bit < 8; bit++) {
                value = (value & 1) == 0 ? value >>> 1 : (value >>> 1) ^ REFLECTED_POLYNOMIAL;
            }
        }
        return value;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        if (bytes.length() < DATA) {
            return NEED_MORE;
        }
        int length = DATA + bytes.u8(LENGTH) + CHECK;
        if (length > bytes.length()) {
            return NEED_MORE;
        }
        int opcode = bytes.u8(OPCODE);
        if (!observer.fromClient() && opcode != RocOpcodes.ALARM_SIGNAL) {
            answer(opcode, bytes, length - CHECK, observer);
        } else if (opcode == RocOpcodes.ERROR) {
            errors(bytes, length - CHECK, observer);
        } else {
            request(opcode, bytes, length - CHECK, observer);
        }
        return length;
    }

    private static void request(int opcode, ByteSlice bytes, int end, Observer observer) {
        observer.request(ROC, opcode);
        if (observer.fromClient()) {
            observer.number(Party.RECEIVER, ADDRESS, bytes.u8(0), Confidence.MEDIUM);
            observer.number(Party.RECEIVER, GROUP, bytes.u8(1), Confidence.MEDIUM);
        }
        if (opcode == RocOpcodes.STORE_AND_FORWARD && DATA + FORWARDED_OPCODE < end) {
            observer.request(ROC, bytes.u8(DATA + FORWARDED_OPCODE));
        } else if (opcode == RocOpcodes.LOGIN) {
            login(bytes, end, observer);
        }
    }

    /// The short form is three letters and a number that is the password; in longer forms the name's length is not
    /// certain, so it is not told.
    private static void login(ByteSlice bytes, int end, Observer observer) {
        if (end == DATA + OPERATOR + 2 || end == DATA + OPERATOR + 3) {
            observer.identity(Party.SENDER, Attribute.ACCOUNT, bytes.latin1(DATA, OPERATOR), Confidence.HIGH);
        }
    }

    private static void answer(int opcode, ByteSlice bytes, int end, Observer observer) {
        observer.number(Party.SENDER, ADDRESS, bytes.u8(2), Confidence.HIGH);
        observer.number(Party.SENDER, GROUP, bytes.u8(3), Confidence.HIGH);
        if (opcode == RocOpcodes.ERROR) {
            errors(bytes, end, observer);
        } else {
            observer.answer(ROC, opcode, false);
        }
    }

    /// Pairs of an error and the opcode it is about.
    private static void errors(ByteSlice bytes, int end, Observer observer) {
        if (end >= DATA + 2) {
            observer.answer(ROC, bytes.u8(DATA + 1), true);
        }
    }
}
