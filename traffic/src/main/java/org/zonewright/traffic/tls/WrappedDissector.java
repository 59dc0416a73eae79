package org.zonewright.traffic.tls;

import java.util.List;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.traffic.dissect.Binding;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Party;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.Protocol;

/// Reads TLS on a port that is registered for one protocol of a plant inside TLS, as IEC 62351-3 asks for, and says
/// of the server which one that is. The port is all there is to tell it by, so the confidence is low.
public final class WrappedDissector extends Dissector {
    private static final Attribute WRAPS = new Attribute("tls.wraps");

    private final TlsDissector tls = new TlsDissector();
    private final List<Binding> bindings;
    private final String wrapped;

    private WrappedDissector(String wrapped, int port) {
        this.wrapped = wrapped;
        this.bindings = List.of(new Binding.TcpPort(port));
    }

    /// Dissectors for one reader, one a port (IANA, Service Name and Transport Protocol Port Number Registry).
    public static List<Dissector> all() {
        return List.of(
                new WrappedDissector("iec104", 19998),
                new WrappedDissector("dnp3", 19999),
                new WrappedDissector("mms", 3782),
                new WrappedDissector("modbus", 802),
                new WrappedDissector("enip", 2221),
                new WrappedDissector("opcua", 4843),
                new WrappedDissector("mqtt", 8883),
                new WrappedDissector("fox", 4911));
    }

    @Override
    public Protocol protocol() {
        return tls.protocol();
    }

    @Override
    public List<Binding> bindings() {
        return bindings;
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        return tls.probe(bytes, observer);
    }

    @Override
    public int maxBuffered() {
        return tls.maxBuffered();
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        int result = tls.dissect(bytes, observer);
        if (result > 0 || result == DONE) {
            observer.identity(observer.fromClient() ? Party.RECEIVER : Party.SENDER, WRAPS, wrapped, Confidence.LOW);
        }
        return result;
    }
}
