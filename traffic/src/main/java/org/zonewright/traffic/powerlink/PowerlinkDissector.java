package org.zonewright.traffic.powerlink;

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

/// Reads POWERLINK messages: u8 type, u8 destination node, u8 source node, then what the type has.
///
/// Nodes are polled by a managing node (240) and send nothing unasked, but to groups: each message counts as its
/// sender's.
public final class PowerlinkDissector extends Dissector {
    /// The protocol, with its messages, services and commands.
    public static final Protocol POWERLINK = Protocol.define("powerlink", PowerlinkFunctions::describe);

    private static final List<Binding> BINDINGS = List.of(new Binding.EtherType(0x88ab), new Binding.UdpPort(3819));
    private static final Attribute NODE = new Attribute("powerlink.node");

    private static final int HEADER = 3; // bytes
    private static final int SOURCE = 2; // u8
    private static final int SERVICE = 3; // u8, of an asynchronous message
    private static final int REQUESTED_SERVICE = 6; // u8, of an invitation
    private static final int NMT_COMMAND = 4; // u8
    private static final int SDO_FLAGS = 10; // u8, behind the sequence layer
    private static final int SDO_COMMAND = 11; // u8

    private static final int SDO_RESPONSE = 0x80;
    private static final int SDO_ABORT = 0x40;
    private static final int FIRST_DIAGNOSTIC_NODE = 253; // not nodes of their own from 254 on
    private static final int SMALLEST_DATAGRAM = 14; // bytes

    /// A dissector for one reader.
    public PowerlinkDissector() {}

    @Override
    public Protocol protocol() {
        return POWERLINK;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(Coverage.industrial(
                POWERLINK,
                "POWERLINK",
                "EPSG DS 301 version 1.3.0",
                "messages, services, NMT and SDO commands as functions, node ids, what nodes say of "
                        + "themselves in IdentResponse",
                "process data, objects of SDO, version 1"));
    }

    @Override
    public List<Binding> bindings() {
        return BINDINGS;
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        return bytes.length() >= SMALLEST_DATAGRAM && isMessage(bytes.u8(0) & 0x7f) ? Probe.UNSURE : Probe.NO;
    }

    private static boolean isMessage(int type) {
        return type == 1 || (type >= 3 && type <= 7) || type == 13;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        if (bytes.length() < HEADER || !isMessage(bytes.u8(0) & 0x7f)) {
            return MALFORMED;
        }
        int type = bytes.u8(0) & 0x7f;
        int source = bytes.u8(SOURCE);
        if (source != 0 && source <= FIRST_DIAGNOSTIC_NODE) {
            observer.number(Party.SENDER, NODE, source, Confidence.HIGH);
        }
        switch (type) {
            case PowerlinkFunctions.START_OF_ASYNCHRONOUS ->
                observer.request(POWERLINK, PowerlinkFunctions.message(type, bytes.u8(REQUESTED_SERVICE)));
            case PowerlinkFunctions.ASYNCHRONOUS_SEND -> asynchronous(bytes, observer);
            default -> observer.request(POWERLINK, PowerlinkFunctions.message(type, 0));
        }
        return bytes.length();
    }

    private static void asynchronous(ByteSlice bytes, Observer observer) {
        int service = bytes.u8(SERVICE);
        switch (service) {
            case PowerlinkFunctions.NMT_COMMAND ->
                observer.request(POWERLINK, PowerlinkFunctions.nmtCommand(bytes.u8(NMT_COMMAND)));
            case PowerlinkFunctions.SDO -> {
                int flags = bytes.u8(SDO_FLAGS);
                int code = PowerlinkFunctions.sdoCommand(bytes.u8(SDO_COMMAND));
                if ((flags & SDO_RESPONSE) != 0) {
                    observer.answer(POWERLINK, code, (flags & SDO_ABORT) != 0);
                } else {
                    observer.request(POWERLINK, code);
                }
            }
            default -> {
                observer.request(POWERLINK, PowerlinkFunctions.message(PowerlinkFunctions.ASYNCHRONOUS_SEND, service));
                if (service == PowerlinkFunctions.IDENT) {
                    IdentResponse.tell(bytes, observer);
                }
            }
        }
    }
}
