package org.zonewright.traffic.fins;


import java.util.List;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.Transport;
import org.zonewright.traffic.dissect.Binding;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Party;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.Protocol;

/// Reads FINS messages: commands, answers, the controller's description of itself.
public final class FinsDissector implements Dissector {
    private static final Protocol FINS = Protocol.define("fins", FinsFunctions::describe);

    private static final int CONTROLLER_DATA_READ = 0x0501;
    private static final int MODEL = 2; // behind the end code, 20 bytes
    private static final int VERSION = 22; // 20 bytes
    private static final int TEXT = 20;
    private static final long LONGEST = 4096;

    private final FinsView view = new FinsView();

    /// A dissector for one reader.
    public FinsDissector() {}

    @Override
    public Protocol protocol() {
        return FINS;
    }

    @Override
    public List<Binding> bindings() {
        return List.of(new Binding.UdpPort(9600), new Binding.TcpPort(9600), new Binding.AnyTcp());
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        if (observer.transport().equals(Transport.TCP)) {
            return FinsView.isTcp(bytes) && FinsView.tcpLength(bytes) <= LONGEST ? Probe.YES : Probe.NO;
        }
        return view.wrap(bytes, 0) ? Probe.UNSURE : Probe.NO;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        if (!observer.transport().equals(Transport.TCP)) {
            return read(bytes, 0, observer) ? bytes.length() : MALFORMED;
        }
        if (bytes.length() < FinsView.TCP_HEADER) {
            return NEED_MORE;
        }
        if (!FinsView.isTcp(bytes) || FinsView.tcpLength(bytes) > LONGEST) {
            return MALFORMED;
        }
        int length = (int) FinsView.tcpLength(bytes);
        if (length > bytes.length()) {
            return NEED_MORE;
        }
        if (FinsView.carriesFrame(bytes) && !read(bytes, FinsView.TCP_HEADER, observer)) {
            observer.weird("header", FinsView.TCP_HEADER);
        }
        return Math.max(length, FinsView.TCP_HEADER);
    }

    private boolean read(ByteSlice bytes, int at, Observer observer) {
        if (!view.wrap(bytes, at)) {
            return false;
        }
        int command = view.command();
        if (!view.isAnswer()) {
            observer.request(FINS, command);
            return true;
        }
        if (!bytes.has(at + FinsView.DATA, 2)) {
            return true;
        }
        observer.answer(FINS, command, view.endCode() != 0);
        int data = at + FinsView.DATA;
        if (command == CONTROLLER_DATA_READ && view.endCode() == 0 && bytes.has(data, VERSION + TEXT)) {
            observer.identity(Party.SENDER, Attribute.VENDOR, "Omron", Confidence.HIGH);
            observer.identity(Party.SENDER, Attribute.MODEL, bytes.latin1(data + MODEL, TEXT), Confidence.HIGH);
            observer.identity(Party.SENDER, Attribute.FIRMWARE, bytes.latin1(data + VERSION, TEXT), Confidence.HIGH);
        }
        return true;
    }
}
