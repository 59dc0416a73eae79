package org.zonewright.traffic.egd;

import java.util.List;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.Function;
import org.zonewright.facts.FunctionClass;
import org.zonewright.facts.Ipv4Address;
import org.zonewright.traffic.dissect.Binding;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Coverage;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Party;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.Protocol;

/// Reads the header of data messages in place, little endian.
///
///     0 type 13   1 version 1   2 request   4 producer   8 exchange   12 time   20 status   24 signature   32 data
///
/// A producer sends unasked, mostly to a group; what it sends is for reading.
public final class EgdDissector extends Dissector {
    private static final Protocol EGD = Protocol.define("egd", EgdDissector::describe);

    private static final List<Binding> BINDINGS = List.of(new Binding.UdpPort(18246));
    private static final Attribute PRODUCER = new Attribute("egd.producer");
    private static final Attribute EXCHANGE = new Attribute("egd.exchange");
    private static final Attribute SIGNATURE = new Attribute("egd.configuration-signature");

    private static final int DATA = 13;
    private static final int VERSION = 1;
    private static final int PRODUCER_ID = 4; // as an IPv4 address is written
    private static final int EXCHANGE_ID = 8; // u32
    private static final int CONFIGURATION = 24; // u32
    private static final int HEADER = 32; // bytes
    private static final long TOLD = 1L << 32;

    /// A dissector for one reader.
    public EgdDissector() {}

    @Override
    public Protocol protocol() {
        return EGD;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(Coverage.industrial(
                EGD,
                "GE EGD",
                "GE GFK-1541",
                "data messages with their producer, exchange and configuration signature",
                "values, commands and configuration (UDP port 7937)"));
    }

    @Override
    public List<Binding> bindings() {
        return BINDINGS;
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        boolean plausible = bytes.length() >= HEADER && bytes.u8(0) == DATA && bytes.u8(1) == VERSION;
        return plausible ? Probe.UNSURE : Probe.NO;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        if (probe(bytes, observer) == Probe.NO) {
            return MALFORMED;
        }
        observer.request(EGD, DATA);
        observer.number(Party.SENDER, EXCHANGE, bytes.u32le(EXCHANGE_ID), Confidence.HIGH);
        long signature = bytes.u32le(CONFIGURATION);
        if (signature != 0) {
            observer.number(Party.SENDER, SIGNATURE, signature, Confidence.HIGH);
        }
        long producer = TOLD | bytes.u32(PRODUCER_ID);
        if (observer.flowState() != producer) {
            observer.flowState(producer);
            String id = new Ipv4Address(bytes.i32(PRODUCER_ID)).toString();
            observer.identity(Party.SENDER, PRODUCER, id, Confidence.HIGH);
        }
        return bytes.length();
    }

    private static Function describe(int code) {
        String text = Integer.toString(code);
        return code == DATA
                ? new Function("egd", text, "Data Message", FunctionClass.READ)
                : Function.unknown("egd", text);
    }
}
