package org.zonewright.traffic.pcworx;

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

/// Reads messages of u8 1 for a request and 0x81 for an answer, u8 request, u16 length of all, content.
public final class PcworxDissector extends Dissector {
    private static final Protocol PCWORX = Protocol.define("pcworx", PcworxDissector::describe);

    private static final List<Binding> BINDINGS = List.of(new Binding.TcpPort(1962));
    private static final int REQUEST = 0x01;
    private static final int ANSWER = 0x81;
    private static final int LENGTH = 2; // u16
    private static final int SMALLEST = 6; // bytes

    private static final int OPEN = 1;
    private static final int OPEN_SERVICE = 5;
    private static final int IDENTIFY = 6;

    /// Places in the answer to 6.
    private static final int TYPE = 30;

    private static final int TYPE_LENGTH = 32;
    private static final int FIRMWARE = 66;
    private static final int FIRMWARE_LENGTH = 12;
    private static final int BUILD_DATE = 79;
    private static final int BUILD_TIME = 91;
    private static final int WHEN_LENGTH = 9;
    private static final int ORDER_NUMBER = 152;
    private static final int ORDER_NUMBER_LENGTH = 8;

    private static final Attribute ORDER = new Attribute("pcworx.order-number");
    private static final Attribute BUILD = new Attribute("pcworx.firmware-build");

    /// A dissector for one reader.
    public PcworxDissector() {}

    @Override
    public Protocol protocol() {
        return PCWORX;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(Coverage.industrial(
                PCWORX,
                "PC Worx",
                "none public",
                "requests as functions, identification of controllers",
                "everything else"));
    }

    @Override
    public List<Binding> bindings() {
        return BINDINGS;
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        boolean plausible = bytes.length() >= SMALLEST && isMessage(bytes) && bytes.u16(LENGTH) == bytes.length();
        return plausible ? Probe.UNSURE : Probe.NO;
    }

    private static boolean isMessage(ByteSlice bytes) {
        int first = bytes.u8(0);
        return (first == REQUEST || first == ANSWER) && bytes.u16(LENGTH) >= SMALLEST;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        if (bytes.length() < SMALLEST) {
            return NEED_MORE;
        }
        if (!isMessage(bytes)) {
            return MALFORMED;
        }
        int length = bytes.u16(LENGTH);
        int request = bytes.u8(1);
        if (bytes.u8(0) == REQUEST) {
            observer.request(PCWORX, request);
            return length;
        }
        if (request == IDENTIFY && length > bytes.length()) {
            return NEED_MORE;
        }
        observer.answer(PCWORX, request, false);
        if (request == IDENTIFY && length >= ORDER_NUMBER + ORDER_NUMBER_LENGTH) {
            identify(bytes, observer);
        }
        return length;
    }

    private static void identify(ByteSlice bytes, Observer observer) {
        String type = bytes.latin1(TYPE, TYPE_LENGTH);
        if (type.isEmpty()) {
            return;
        }
        observer.identity(Party.SENDER, Attribute.VENDOR, "Phoenix Contact", Confidence.MEDIUM);
        observer.identity(Party.SENDER, Attribute.MODEL, type, Confidence.HIGH);
        observer.identity(Party.SENDER, Attribute.FIRMWARE, bytes.latin1(FIRMWARE, FIRMWARE_LENGTH), Confidence.HIGH);
        String build = bytes.latin1(BUILD_DATE, WHEN_LENGTH) + " " + bytes.latin1(BUILD_TIME, WHEN_LENGTH);
        observer.identity(Party.SENDER, BUILD, build.strip(), Confidence.HIGH);
        observer.identity(Party.SENDER, ORDER, bytes.latin1(ORDER_NUMBER, ORDER_NUMBER_LENGTH), Confidence.HIGH);
    }

    private static Function describe(int code) {
        return switch (code) {
            case OPEN -> of(code, "Open Connection", FunctionClass.SESSION);
            case OPEN_SERVICE -> of(code, "Open Service", FunctionClass.SESSION);
            case IDENTIFY -> of(code, "Read Identification", FunctionClass.DIAGNOSE);
            default -> Function.unknown("pcworx", text(code));
        };
    }

    private static Function of(int code, String name, FunctionClass functionClass) {
        return new Function("pcworx", text(code), name, functionClass);
    }

    private static String text(int code) {
        return String.format(Locale.ROOT, "0x%02x", code);
    }
}
