package org.zonewright.traffic.saia;

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

/// Reads S-Bus telegrams in place.
///
///     0 length, u32   4 version   5 type   6 sequence, u16   8 attribute   9 content   check, u16
///
/// A request's content starts with station and command. Answers name neither: the flow's state keeps the last ones.
public final class SaiaDissector extends Dissector {
    private static final Protocol SAIA = Protocol.define("saia", SaiaCommands::describe);

    private static final List<Binding> BINDINGS = List.of(new Binding.UdpPort(5050), new Binding.TcpPort(5050));
    private static final int SMALLEST = 11; // bytes
    private static final int LONGEST = 4096;
    private static final int ATTRIBUTE = 8; // u8
    private static final int STATION = 9; // u8
    private static final int COMMAND = 10; // u8
    private static final int CONTENT = 9;

    private static final int REQUEST = 0;
    private static final int RESPONSE = 1;
    private static final int ACKNOWLEDGEMENT = 2;

    private static final int TYPE_LENGTH = 5; // characters, as sent
    private static final int FIRMWARE_LENGTH = 3; // characters
    private static final long ASKED = 1L << 16;

    /// A dissector for one reader.
    public SaiaDissector() {}

    @Override
    public Protocol protocol() {
        return SAIA;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(Coverage.industrial(
                SAIA,
                "SAIA S-Bus",
                "Saia-Burgess Controls 26/739, Ether-S-Bus",
                "commands as functions with the station, refusals, type and firmware of a controller",
                "values, Ether-S-IO"));
    }

    @Override
    public List<Binding> bindings() {
        return BINDINGS;
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        boolean plausible = bytes.length() >= SMALLEST
                && bytes.i32(0) == bytes.length()
                && bytes.u8(4) <= 1
                && bytes.u8(5) <= 1
                && bytes.u8(ATTRIBUTE) <= ACKNOWLEDGEMENT;
        return plausible ? Probe.UNSURE : Probe.NO;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        if (bytes.length() < SMALLEST) {
            return NEED_MORE;
        }
        int length = bytes.i32(0);
        if (length < SMALLEST || length > LONGEST) {
            return MALFORMED;
        }
        if (length > bytes.length()) {
            return NEED_MORE;
        }
        int attribute = bytes.u8(ATTRIBUTE);
        if (attribute == REQUEST) {
            int command = bytes.u8(COMMAND);
            int station = bytes.u8(STATION);
            observer.request(SAIA, command, station);
            observer.flowState(ASKED | ((long) station << 8) | command);
            return length;
        }
        long state = observer.flowState();
        if ((state & ASKED) != 0) {
            observer.flowState(0);
            int command = (int) state & 0xff;
            boolean refused = attribute == ACKNOWLEDGEMENT && bytes.u16(CONTENT) != 0;
            observer.answer(SAIA, command, (int) (state >>> 8) & 0xff, refused);
            if (attribute == RESPONSE && command == SaiaCommands.READ_FIRMWARE) {
                firmware(bytes, length, observer);
            }
        }
        return length;
    }

    private static void firmware(ByteSlice bytes, int length, Observer observer) {
        if (length >= CONTENT + TYPE_LENGTH + FIRMWARE_LENGTH + 2) {
            observer.identity(Party.SENDER, Attribute.VENDOR, "Saia-Burgess Controls", Confidence.MEDIUM);
            observer.identity(Party.SENDER, Attribute.MODEL, bytes.latin1(CONTENT, TYPE_LENGTH), Confidence.HIGH);
            String firmware = bytes.latin1(CONTENT + TYPE_LENGTH, FIRMWARE_LENGTH);
            observer.identity(Party.SENDER, Attribute.FIRMWARE, firmware, Confidence.HIGH);
        }
    }
}
