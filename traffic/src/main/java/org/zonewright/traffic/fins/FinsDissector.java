package org.zonewright.traffic.fins;

import java.util.List;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.Transport;
import org.zonewright.traffic.dissect.Binding;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Coverage;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Party;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.Protocol;

/// Reads FINS over UDP and TCP (Omron W342, section 3; W421 for TCP):
///
///     TCP before it: 0 "FINS"   4 length of what follows   8 command, 2 carries a frame   12 error   16 frame
///     frame:         0 control   1 reserved   2 gateways   3 destination   6 source   9 id   10 command   12 data
public final class FinsDissector extends Dissector {
    /// The protocol, with its commands.
    public static final Protocol FINS = Protocol.define("fins", FinsCommands::describe);

    private static final List<Binding> BINDINGS =
            List.of(new Binding.UdpPort(9600), new Binding.TcpPort(9600), new Binding.AnyTcp());

    private static final int TCP_HEADER = 16; // bytes
    private static final int TCP_LENGTH = 4; // u32, counts from behind itself
    private static final int TCP_COMMAND = 8; // u32
    private static final int CARRIES_FRAME = 2;
    private static final int MAX_TCP_LENGTH = 16 * 1024;

    private static final int FRAME_HEADER = 12; // bytes
    private static final int COMMAND = 10; // u16
    private static final int RESPONSE = 0x40;
    private static final int RESERVED_BITS = 0x3e;
    private static final int MAX_GATEWAYS = 7;
    private static final int END_CODE_LENGTH = 2;
    private static final int TEXT_LENGTH = 20;
    private static final int SOURCE = 6; // u8 each: network, node, unit; 0 is the own network
    private static final Attribute NODE = new Attribute("fins.node");

    /// A dissector for one reader.
    public FinsDissector() {}

    @Override
    public Protocol protocol() {
        return FINS;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(Coverage.industrial(
                FINS,
                "Omron FINS",
                "Omron W342, W421",
                "commands as functions, end codes as refusals, model and version from Controller Data Read, the "
                        + "node that answers",
                "values, other networks and units, the exchange of node addresses that opens a TCP connection"));
    }

    @Override
    public List<Binding> bindings() {
        return BINDINGS;
    }

    private static boolean isTcp(Observer observer) {
        return observer.transport().equals(Transport.TCP);
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        if (isTcp(observer)) {
            return isTcpHeader(bytes) ? Probe.YES : Probe.NO;
        }
        return isFrame(bytes, 0) && FinsCommands.isKnown(bytes.u16(COMMAND)) ? Probe.UNSURE : Probe.NO;
    }

    private static boolean isTcpHeader(ByteSlice bytes) {
        return bytes.has(0, TCP_HEADER)
                && bytes.startsWith(0, "FINS")
                && bytes.i32(TCP_LENGTH) >= TCP_HEADER - 8
                && bytes.i32(TCP_LENGTH) <= MAX_TCP_LENGTH - 8;
    }

    private static boolean isFrame(ByteSlice bytes, int at) {
        return bytes.has(at, FRAME_HEADER)
                && (bytes.u8(at) & RESERVED_BITS) == 0
                && bytes.u8(at + 1) == 0
                && bytes.u8(at + 2) <= MAX_GATEWAYS;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        if (!isTcp(observer)) {
            if (!isFrame(bytes, 0)) {
                return MALFORMED;
            }
            frame(bytes, 0, observer);
            return bytes.length();
        }
        if (bytes.length() < TCP_HEADER) {
            return NEED_MORE;
        }
        if (!isTcpHeader(bytes)) {
            return MALFORMED;
        }
        int length = 8 + bytes.i32(TCP_LENGTH);
        if (bytes.length() < length) {
            return NEED_MORE;
        }
        if (bytes.i32(TCP_COMMAND) == CARRIES_FRAME) {
            if (isFrame(bytes, TCP_HEADER)) {
                frame(bytes, TCP_HEADER, observer);
            } else {
                observer.weird("frame", TCP_HEADER);
            }
        }
        return length;
    }

    private static void frame(ByteSlice bytes, int at, Observer observer) {
        int command = bytes.u16(at + COMMAND);
        if ((bytes.u8(at) & RESPONSE) == 0) {
            observer.request(FINS, command);
            return;
        }
        int data = at + FRAME_HEADER;
        boolean refused = bytes.has(data, END_CODE_LENGTH) && bytes.u16(data) != 0;
        observer.answer(FINS, command, refused);
        if (bytes.u8(at + SOURCE + 1) != 0) {
            observer.number(Party.SENDER, NODE, bytes.u8(at + SOURCE + 1), Confidence.HIGH);
        }
        int model = data + END_CODE_LENGTH;
        if (command == FinsCommands.CONTROLLER_DATA_READ && !refused && bytes.has(model, 2 * TEXT_LENGTH)) {
            say(observer, Attribute.VENDOR, "Omron");
            say(observer, Attribute.MODEL, bytes.latin1(model, TEXT_LENGTH));
            say(observer, Attribute.FIRMWARE, bytes.latin1(model + TEXT_LENGTH, TEXT_LENGTH));
        }
    }

    private static void say(Observer observer, Attribute attribute, String value) {
        observer.identity(Party.SENDER, attribute, value, Confidence.HIGH);
    }
}
