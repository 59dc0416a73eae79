package org.zonewright.traffic.codesys;

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

/// Reads the answer to the first request of CODESYS 2: 64 operating system, 96 its version, 128 product, each a text
/// of 32 bytes that ends with zero. Nothing else of it is read.
public final class CodesysV2Dissector extends Dissector {
    private static final int MARK = 0xbbbb;
    private static final int SYSTEM = 64;
    private static final int SYSTEM_VERSION = 96;
    private static final int PRODUCT = 128;
    private static final int TEXT = 32;
    private static final Attribute PRODUCT_NAME = new Attribute("codesys.product");

    /// A dissector for one reader.
    public CodesysV2Dissector() {}

    @Override
    public Protocol protocol() {
        return CodesysDissector.CODESYS;
    }

    /// Stated once, by [CodesysDissector].
    @Override
    public List<Coverage> coverage() {
        return List.of();
    }

    @Override
    public List<Binding> bindings() {
        return List.of(new Binding.TcpPort(1200), new Binding.TcpPort(2455), new Binding.TcpPort(1217));
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        return bytes.u16(0) == MARK && bytes.has(0, 7) ? Probe.UNSURE : Probe.NO;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        if (bytes.length() < 7) {
            return NEED_MORE;
        }
        if (bytes.u16(0) != MARK) {
            return MALFORMED;
        }
        if (!observer.fromClient() && bytes.has(PRODUCT, TEXT)) {
            String system = bytes.latin1(SYSTEM, TEXT) + " " + bytes.latin1(SYSTEM_VERSION, TEXT);
            observer.identity(Party.SENDER, Attribute.OPERATING_SYSTEM, system.strip(), Confidence.HIGH);
            observer.identity(Party.SENDER, PRODUCT_NAME, bytes.latin1(PRODUCT, TEXT), Confidence.HIGH);
        }
        return DONE;
    }
}
