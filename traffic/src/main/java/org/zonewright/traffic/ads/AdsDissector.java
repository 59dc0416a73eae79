package org.zonewright.traffic.ads;

import java.util.List;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.Function;
import org.zonewright.facts.FunctionClass;
import org.zonewright.traffic.dissect.Binding;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Coverage;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Party;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.Protocol;

/// Reads ADS over AMS/TCP (Beckhoff Information System, TwinCAT ADS/AMS specification), little endian:
///
///     0 reserved 0   2 length of what follows   6 target net id, port   14 source net id, port   22 command   24
/// state
///     26 length of data   30 error   34 invoke id   38 data
public final class AdsDissector extends Dissector {
    /// The protocol, with its commands.
    public static final Protocol ADS = Protocol.define("ads", AdsDissector::describe);

    private static final List<Binding> BINDINGS = List.of(new Binding.TcpPort(48898), new Binding.AnyTcp());
    private static final Attribute NET_ID = AmsDiscovery.NET_ID;
    private static final Attribute DEVICE = new Attribute("ads.device");
    private static final Attribute DEVICE_VERSION = new Attribute("ads.device-version");

    private static final int HEADER = 38; // bytes of both headers
    private static final int TCP_HEADER = 6;
    private static final int LENGTH = 2; // u32
    private static final int SOURCE = 14; // six bytes
    private static final int COMMAND = 22; // u16
    private static final int STATE = 24; // u16
    private static final int DATA_LENGTH = 26; // u32
    private static final int ERROR = 30; // u32
    private static final int RESPONSE = 0x0001;
    private static final int ADS_COMMAND = 0x0004;
    private static final int MAX_LENGTH = 16 * 1024 * 1024;
    private static final int LAST_COMMAND = 9;

    private static final int READ_DEVICE_INFO = 1;
    private static final int NOTIFICATION = 8;
    private static final int INFO_LENGTH = 24; // result, version in four bytes, name of 16
    private static final long CLIENT_NAMED = 1;
    private static final long SERVER_NAMED = 2;

    /// A dissector for one reader.
    public AdsDissector() {}

    @Override
    public Protocol protocol() {
        return ADS;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(Coverage.industrial(
                ADS,
                "Beckhoff ADS",
                "Beckhoff Information System, ADS/AMS over TCP",
                "commands as functions, results as refusals, net ids, name and version of the service from Read "
                        + "Device Info",
                "index groups, values, names of symbols, ADS over TLS"));
    }

    @Override
    public List<Binding> bindings() {
        return BINDINGS;
    }

    private static boolean isMessage(ByteSlice bytes) {
        return bytes.u16(0) == 0
                && bytes.i32le(LENGTH) >= HEADER - TCP_HEADER
                && bytes.i32le(LENGTH) <= MAX_LENGTH
                && bytes.i32le(DATA_LENGTH) == bytes.i32le(LENGTH) - (HEADER - TCP_HEADER)
                && (bytes.u16le(STATE) & ADS_COMMAND) != 0;
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        if (!bytes.has(0, HEADER) || !isMessage(bytes)) {
            return Probe.NO;
        }
        int command = bytes.u16le(COMMAND);
        return command >= 1 && command <= LAST_COMMAND ? Probe.YES : Probe.UNSURE;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        if (!bytes.has(0, HEADER)) {
            return NEED_MORE;
        }
        if (!isMessage(bytes)) {
            return MALFORMED;
        }
        int length = TCP_HEADER + bytes.i32le(LENGTH);
        int command = bytes.u16le(COMMAND);
        if (command == READ_DEVICE_INFO && bytes.length() < Math.min(length, HEADER + INFO_LENGTH)) {
            return NEED_MORE;
        }
        netId(bytes, observer);
        if ((bytes.u16le(STATE) & RESPONSE) == 0) {
            observer.request(ADS, command);
        } else {
            boolean failed = bytes.i32le(ERROR) != 0
                    || (command != NOTIFICATION
                            && bytes.i32le(DATA_LENGTH) >= 4
                            && bytes.has(HEADER, 4)
                            && bytes.i32le(HEADER) != 0);
            observer.answer(ADS, command, failed);
            if (command == READ_DEVICE_INFO && !failed && bytes.has(HEADER, INFO_LENGTH)) {
                device(bytes, observer);
            }
        }
        return length;
    }

    /// The sender's net id, once for each direction: it does not change on a connection.
    private static void netId(ByteSlice bytes, Observer observer) {
        long side = observer.fromClient() ? CLIENT_NAMED : SERVER_NAMED;
        long state = observer.flowState();
        if ((state & side) == 0) {
            observer.flowState(state | side);
            observer.identity(Party.SENDER, NET_ID, AmsDiscovery.netId(bytes, SOURCE), Confidence.HIGH);
        }
    }

    /// One of the services of a station answers; its name and version are not the station's.
    private static void device(ByteSlice bytes, Observer observer) {
        int at = HEADER + 4;
        String version = bytes.u8(at) + "." + bytes.u8(at + 1) + "." + bytes.u16le(at + 2);
        observer.identity(Party.SENDER, DEVICE_VERSION, version, Confidence.HIGH);
        observer.identity(Party.SENDER, DEVICE, bytes.latin1(at + 4, 16), Confidence.HIGH);
    }

    private static Function describe(int code) {
        String text = Integer.toString(code);
        return switch (code) {
            case READ_DEVICE_INFO -> new Function("ads", text, "Read Device Info", FunctionClass.DIAGNOSE);
            case 2 -> new Function("ads", text, "Read", FunctionClass.READ);
            case 3 -> new Function("ads", text, "Write", FunctionClass.WRITE);
            case 4 -> new Function("ads", text, "Read State", FunctionClass.DIAGNOSE);
            case 5 -> new Function("ads", text, "Write Control", FunctionClass.PROGRAM);
            case 6 -> new Function("ads", text, "Add Device Notification", FunctionClass.READ);
            case 7 -> new Function("ads", text, "Delete Device Notification", FunctionClass.READ);
            case NOTIFICATION -> new Function("ads", text, "Device Notification", FunctionClass.READ);
            case LAST_COMMAND -> new Function("ads", text, "Read and Write", FunctionClass.WRITE);
            default -> Function.unknown("ads", text);
        };
    }
}
