package org.zonewright.traffic.genisys;

import static org.zonewright.facts.FunctionClass.OPERATE;
import static org.zonewright.facts.FunctionClass.READ;

import java.util.List;
import java.util.Locale;
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

/// Reads Genisys messages in place: a control byte 0xf1 to 0xfe, the station, data, a check of two bytes low byte
/// first, 0xf6. Between control and end, bytes from 0xf0 on are sent as 0xf0 and their lower half; short messages have
/// no check.
///
/// An office asks with 0xf9 to 0xfe, a station answers with 0xf1 to 0xf3: the control says who asks, whoever opened
/// the flow. The flow's state keeps the last control of the office.
public final class GenisysDissector extends Dissector {
    private static final Protocol GENISYS = Protocol.define("genisys", GenisysDissector::describe);

    private static final List<Binding> BINDINGS = List.of(
            new Binding.TcpPort(10001),
            new Binding.TcpPort(10002),
            new Binding.TcpPort(10003),
            new Binding.TcpPort(10004),
            new Binding.AnyTcp());
    private static final Attribute STATION = new Attribute("genisys.station");

    private static final int ACKNOWLEDGE = 0xf1;
    private static final int CHECKBACK = 0xf3;
    private static final int COMMON_CONTROL = 0xf9;
    private static final int ACKNOWLEDGE_AND_POLL = 0xfa;
    private static final int POLL = 0xfb;
    private static final int CONTROL = 0xfc;
    private static final int RECALL = 0xfd;
    private static final int EXECUTE = 0xfe;

    private static final int ESCAPE = 0xf0;
    private static final int END = 0xf6;
    private static final int LONGEST = 1024; // bytes
    private static final int SHORTEST = 3; // bytes
    private static final int REFLECTED_POLYNOMIAL = 0xa001;

    /// A dissector for one reader.
    public GenisysDissector() {}

    @Override
    public Protocol protocol() {
        return GENISYS;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(Coverage.industrial(
                GENISYS,
                "Genisys",
                "none public; as captures and public descriptions show it",
                "messages of the office as functions with the station, on any port; answers",
                "bits of controls and indications"));
    }

    @Override
    public List<Binding> bindings() {
        return BINDINGS;
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        if (bytes.length() < SHORTEST || !isControl(bytes.u8(0))) {
            return Probe.NO;
        }
        int end = bytes.indexOf(END, 1);
        if (end < SHORTEST - 1 || (end + 1 != bytes.length() && !isControl(bytes.u8(end + 1)))) {
            return Probe.NO;
        }
        if (end == SHORTEST - 1) {
            return Probe.UNSURE;
        }
        return isIntact(bytes, end) ? Probe.YES : Probe.NO;
    }

    private static boolean isControl(int control) {
        return isAnswer(control) || (control >= COMMON_CONTROL && control <= EXECUTE);
    }

    private static boolean isAnswer(int control) {
        return control >= ACKNOWLEDGE && control <= CHECKBACK;
    }

    /// CRC-16 over the message without escapes, started at all ones. The check follows low byte first, which makes the
    /// value over both 0.
    private static boolean isIntact(ByteSlice bytes, int end) {
        int value = 0xffff;
        int at = 0;
        while (at < end) {
            int next = bytes.u8(at++);
            if (next == ESCAPE && at < end) {
                next |= bytes.u8(at++) & 0x0f;
            }
            value ^= next;
            for (int bit = 0; bit < 8; bit++) {
                value = (value & 1) == 0 ? value >>> 1 : (value >>> 1) ^ REFLECTED_POLYNOMIAL;
            }
        }
        return value == 0;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        int control = bytes.u8(0);
        if (!isControl(control)) {
            return MALFORMED;
        }
        int end = bytes.indexOf(END, 1);
        if (end < 0) {
            return bytes.length() > LONGEST ? MALFORMED : NEED_MORE;
        }
        if (end < SHORTEST - 1) {
            return MALFORMED;
        }
        int station = station(bytes, end);
        if (isAnswer(control)) {
            observer.number(Party.SENDER, STATION, station, Confidence.HIGH);
            int asked = (int) observer.flowState();
            if (asked != 0) {
                observer.answer(GENISYS, asked, station, false);
                observer.flowState(0);
            }
        } else {
            observer.request(GENISYS, control, station);
            observer.number(Party.RECEIVER, STATION, station, Confidence.MEDIUM);
            observer.flowState(control);
        }
        return end + 1;
    }

    private static int station(ByteSlice bytes, int end) {
        int first = bytes.u8(1);
        return first == ESCAPE && end > 2 ? first | (bytes.u8(2) & 0x0f) : first;
    }

    private static Function describe(int code) {
        return switch (code) {
            case COMMON_CONTROL -> of(code, "Common Control Data", OPERATE);
            case ACKNOWLEDGE_AND_POLL -> of(code, "Acknowledge Indication and Poll", READ);
            case POLL -> of(code, "Poll", READ);
            case CONTROL -> of(code, "Control Data", OPERATE);
            case RECALL -> of(code, "Recall", READ);
            case EXECUTE -> of(code, "Execute Controls", OPERATE);
            default -> Function.unknown("genisys", text(code));
        };
    }

    private static Function of(int code, String name, FunctionClass functionClass) {
        return new Function("genisys", text(code), name, functionClass);
    }

    private static String text(int code) {
        return String.format(Locale.ROOT, "0x%02x", code);
    }
}
