package org.zonewright.traffic.profinet;

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

/// Reads PROFINET frames without IP: DCP with its services and what stations say of themselves; cyclic data, alarms
/// and clock frames are named.
///
/// DCP between two stations is a conversation of its own. Cyclic data and clock frames are one, named after cyclic data
/// if there is any. The flow's state keeps which.
public final class ProfinetDissector extends Dissector {
    /// Discovery and configuration, with its services.
    public static final Protocol DCP = Protocol.define("profinet-dcp", ProfinetDissector::describe);

    /// Cyclic data and alarms.
    public static final Protocol REAL_TIME = Protocol.define("profinet-rt", ProfinetDissector::alarm);

    /// The precision clock protocol.
    public static final Protocol CLOCK = Protocol.named("profinet-ptcp");

    private static final List<Binding> BINDINGS = List.of(new Binding.EtherType(0x8892));

    private static final int GET = 3;
    private static final int SET = 4;
    private static final int IDENTIFY = 5;
    private static final int HELLO = 6;

    private static final int HIGH_ALARM = 0xfc01;
    private static final int LOW_ALARM = 0xfe01;
    private static final int ALARM_TYPE = 6; // behind the frame id and two end points
    private static final int ALARM_DATA = 1;
    private static final Attribute FRAME_CLASS = new Attribute("profinet.frame-class");

    private static final long NAMED_DCP = 1;
    private static final long NAMED_CLOCK = 2;
    private static final long NAMED_REAL_TIME = 3;

    private final DcpView view = new DcpView();

    /// A dissector for one reader.
    public ProfinetDissector() {}

    @Override
    public Protocol protocol() {
        return DCP;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(
                Coverage.industrial(
                        DCP,
                        "PROFINET",
                        "IEC 61158-6-10",
                        "DCP services as functions, names, types, ids, roles and addresses that stations give of "
                                + "themselves, kinds of what Set sets",
                        "the values that Set sets"),
                Coverage.industrial(
                        REAL_TIME,
                        "PROFINET",
                        "IEC 61158-6-10",
                        "cyclic data and its class by frame ids, alarms as functions",
                        "values and their submodules, alarms' content, real time over UDP"),
                Coverage.recognised(CLOCK, Coverage.Area.INDUSTRIAL, "PROFINET", "IEC 61158-6-10"));
    }

    @Override
    public List<Binding> bindings() {
        return BINDINGS;
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        return view.wrap(bytes) ? Probe.YES : Probe.NO;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        if (!view.wrap(bytes)) {
            return MALFORMED;
        }
        if (view.isDcp()) {
            name(NAMED_DCP, DCP, observer);
            dcp(bytes, observer);
        } else if (view.isClock()) {
            name(NAMED_CLOCK, CLOCK, observer);
        } else {
            realTime(bytes, observer);
        }
        return bytes.length();
    }

    /// Cyclic data says what class it is of when a flow begins; of alarms those count that carry data, not what
    /// acknowledges them.
    private void realTime(ByteSlice bytes, Observer observer) {
        int id = view.frameId();
        if (id == HIGH_ALARM || id == LOW_ALARM) {
            name(NAMED_REAL_TIME, REAL_TIME, observer);
            if (bytes.has(ALARM_TYPE, 1) && (bytes.u8(ALARM_TYPE) & 0x0f) == ALARM_DATA) {
                observer.request(REAL_TIME, id);
            }
        } else if (observer.flowState() < NAMED_REAL_TIME) {
            name(NAMED_REAL_TIME, REAL_TIME, observer);
            observer.identity(Party.SENDER, FRAME_CLASS, frameClass(id), Confidence.HIGH);
        }
    }

    /// The class of cyclic data (IEC 61158-6-10, 4.2.2), empty for ids of no class.
    private static String frameClass(int id) {
        if (id >= 0x0100 && id <= 0x0fff) {
            return "rt-class-3";
        }
        if (id >= 0x8000 && id <= 0xbfff) {
            return "rt-class-1";
        }
        return id >= 0xc000 && id <= 0xfbff ? "rt-class-1-legacy" : "";
    }

    private static void name(long rank, Protocol protocol, Observer observer) {
        if (observer.flowState() < rank) {
            observer.flowState(rank);
            observer.protocol(protocol);
        }
    }

    private void dcp(ByteSlice bytes, Observer observer) {
        int service = view.service();
        int end = view.end();
        if (!view.isWhole()) {
            observer.weird("length", 10);
        }
        if (view.serviceType() == DcpView.REQUEST) {
            observer.request(DCP, service);
            if (service == HELLO) {
                DcpBlocks.read(bytes, DcpView.BLOCKS, end, observer);
            } else if (service == SET) {
                DcpBlocks.set(bytes, DcpView.BLOCKS, end, observer);
            }
            return;
        }
        boolean success = view.serviceType() == DcpView.SUCCESS;
        boolean refused = !success || (service == SET && DcpBlocks.isRefused(bytes, DcpView.BLOCKS, end));
        observer.answer(DCP, service, refused);
        if (success && (service == IDENTIFY || service == GET)) {
            DcpBlocks.read(bytes, DcpView.BLOCKS, end, observer);
        }
    }

    private static Function alarm(int code) {
        String text = String.format("0x%04x", code);
        return switch (code) {
            case HIGH_ALARM -> new Function("profinet-rt", text, "Alarm, high priority", FunctionClass.ALARM);
            case LOW_ALARM -> new Function("profinet-rt", text, "Alarm, low priority", FunctionClass.ALARM);
            default -> Function.unknown("profinet-rt", text);
        };
    }

    private static Function describe(int code) {
        String text = Integer.toString(code);
        return switch (code) {
            case GET -> new Function("profinet-dcp", text, "Get", FunctionClass.DISCOVER);
            case SET -> new Function("profinet-dcp", text, "Set", FunctionClass.CONFIGURE);
            case IDENTIFY -> new Function("profinet-dcp", text, "Identify", FunctionClass.DISCOVER);
            case HELLO -> new Function("profinet-dcp", text, "Hello", FunctionClass.DISCOVER);
            default -> Function.unknown("profinet-dcp", text);
        };
    }
}
