package org.zonewright.traffic.hartip;

import java.util.List;
import org.zonewright.facts.Confidence;
import org.zonewright.traffic.dissect.Binding;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Coverage;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.Protocol;

/// Reads HART-IP messages and the HART commands they carry.
///
/// The flow's state keeps the address of the device that owns the IP address, as it gives it under a polling address
/// or in a direct message; other long addresses are of devices behind it. Until the state is known, what is said
/// under a long address is taken for the owner's, with less confidence.
public final class HartIpDissector extends Dissector {
    private static final Protocol HART_IP = Protocol.define("hart-ip", HartIpFunctions::describe);
    private static final Protocol HART = Protocol.define("hart", HartCommands::describe);

    private static final List<Binding> BINDINGS = List.of(
            new Binding.TcpPort(5094), new Binding.UdpPort(5094), new Binding.TcpPort(5095), new Binding.UdpPort(5095));
    private static final int STATUS = 2; // bytes of a direct message before its commands
    private static final int SMALLEST_COMMAND = 3; // bytes in a direct message

    private final HartIpView view = new HartIpView();
    private final CommandFrame frame = new CommandFrame();

    /// A dissector for one reader.
    public HartIpDissector() {}

    @Override
    public Protocol protocol() {
        return HART_IP;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(
                Coverage.industrial(
                        HART_IP,
                        "HART",
                        "FieldComm Group HCF_SPEC-085, versions 1 and 2",
                        "messages of the session as functions, token-passing and direct messages with the commands inside",
                        "the audit log, messages within TLS"),
                Coverage.industrial(
                        HART,
                        "HART",
                        "FieldComm Group HCF_SPEC-127, HCF_SPEC-151, HCF_SPEC-155",
                        "commands as functions, also those sent on to a sub-device; refusals; type, id, revisions and"
                                + " tags of gateways and, as children, of the devices behind them",
                        "values"));
    }

    @Override
    public List<Binding> bindings() {
        return BINDINGS;
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        boolean plausible = view.wrap(bytes) && view.isPlausible() && view.length() <= bytes.length();
        return plausible ? Probe.UNSURE : Probe.NO;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        if (!view.wrap(bytes)) {
            return NEED_MORE;
        }
        if (!view.isPlausible()) {
            return MALFORMED;
        }
        int length = view.length();
        if (length > bytes.length()) {
            return NEED_MORE;
        }
        switch (view.message()) {
            case HartIpFunctions.TOKEN_PASSING -> {
                if (length > HartIpView.HEADER && frame.wrapFrame(bytes, HartIpView.HEADER, length)) {
                    command(observer);
                } else {
                    session(observer);
                }
            }
            case HartIpFunctions.DIRECT -> direct(bytes, length, observer);
            default -> session(observer);
        }
        return length;
    }

    private void session(Observer observer) {
        if (view.type() == HartIpView.REQUEST) {
            observer.request(HART_IP, view.message());
        } else if (view.type() != HartIpView.PUBLISH) {
            observer.answer(HART_IP, view.message(), view.isRefused());
        }
    }

    private void direct(ByteSlice bytes, int length, Observer observer) {
        int at = HartIpView.HEADER + STATUS;
        if (at + SMALLEST_COMMAND > length) {
            session(observer);
            return;
        }
        while (at + SMALLEST_COMMAND <= length) {
            frame.wrapDirect(bytes, at, length, view.type() != HartIpView.REQUEST);
            command(observer);
            at += SMALLEST_COMMAND + bytes.u8(at + 2);
        }
    }

    private void command(Observer observer) {
        if (view.type() == HartIpView.REQUEST) {
            observer.request(HART, frame.command());
            if (frame.command() == HartCommands.SEND_TO_SUB_DEVICE && frame.wrapForwarded()) {
                observer.request(HART, frame.command());
            }
            return;
        }
        if (view.type() == HartIpView.PUBLISH) {
            return; // sent without being asked
        }
        observer.answer(HART, frame.command(), frame.isRefused());
        if (!frame.isRefused()) {
            identity(observer);
        }
    }

    private void identity(Observer observer) {
        switch (frame.command()) {
            case HartCommands.READ_UNIQUE_IDENTIFIER,
                    HartCommands.READ_UNIQUE_IDENTIFIER_BY_TAG,
                    HartCommands.READ_UNIQUE_IDENTIFIER_BY_LONG_TAG -> {
                if (!frame.isLongAddress() && frame.command() == HartCommands.READ_UNIQUE_IDENTIFIER) {
                    observer.flowState(HartIdentity.address(frame));
                }
                HartIdentity.device(frame, isOwn(observer), confidence(observer), observer);
            }
            case HartCommands.READ_TAG -> HartIdentity.tag(frame, isOwn(observer), confidence(observer), observer);
            case HartCommands.READ_LONG_TAG, HartCommands.WRITE_LONG_TAG ->
                HartIdentity.longTag(frame, isOwn(observer), confidence(observer), observer);
            case HartCommands.READ_SUB_DEVICE -> HartIdentity.subDevice(frame, observer);
            default -> {
                // Says nothing of who the device is.
            }
        }
    }

    private boolean isOwn(Observer observer) {
        long own = observer.flowState();
        return !frame.isLongAddress() || own == 0 || own == frame.address();
    }

    private Confidence confidence(Observer observer) {
        return frame.isLongAddress() && observer.flowState() == 0 ? Confidence.MEDIUM : Confidence.HIGH;
    }
}
