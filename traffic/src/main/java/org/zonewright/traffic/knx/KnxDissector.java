package org.zonewright.traffic.knx;

import java.util.List;
import org.zonewright.traffic.dissect.Binding;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Coverage;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.Protocol;

/// Reads KNXnet/IP messages: u8 header's length 6, u8 version 0x10, u16 service, u16 length of all, content.
///
/// Tunnels and routers carry cEMI frames: u8 message, u8 length of additional information, u8 and u8 control, u16
/// source, u16 destination, u8 length, then two bytes of which the lower ten bits are the service.
public final class KnxDissector extends Dissector {
    private static final Protocol KNX = Protocol.define("knx", KnxServices::describe);

    private static final List<Binding> BINDINGS =
            List.of(new Binding.UdpPort(3671), new Binding.TcpPort(3671), new Binding.AnyUdp(), new Binding.AnyTcp());
    private static final int START = 0x0610;
    private static final int HEADER = 6; // bytes
    private static final int SERVICE = 2; // u16
    private static final int LENGTH = 4; // u16
    private static final int LONGEST = 4096;

    private static final int ENDPOINT = 8; // bytes of an endpoint's address
    private static final int CONNECTION = 4; // bytes of a connection's header
    private static final int DATA_REQUEST = 0x11;
    private static final int DATA_INDICATION = 0x29;
    private static final int PROPERTY_READ = 0xfc;
    private static final int PROPERTY_WRITE = 0xf6;
    private static final int FUNCTION_COMMAND = 0xf8;
    private static final int FUNCTION_STATE = 0xf9;
    private static final int RESET = 0xf1;
    private static final int TO_LENGTH = 8; // from a cEMI frame's start, without additional information
    private static final int CONTROL_ONLY = 0x80; // in the first byte behind the length: no service

    /// A dissector for one reader.
    public KnxDissector() {}

    @Override
    public Protocol protocol() {
        return KNX;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(Coverage.industrial(
                KNX,
                "KNX",
                "ISO 22510 (KNXnet/IP)",
                "services as functions, what tunnels and routers do to the bus, what devices say of "
                        + "themselves when searched",
                "group addresses and values, the content of secure wrappers"));
    }

    @Override
    public List<Binding> bindings() {
        return BINDINGS;
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        if (bytes.length() < HEADER || bytes.u16(0) != START) {
            return Probe.NO;
        }
        int length = bytes.u16(LENGTH);
        boolean chained = length == bytes.length()
                || (length >= HEADER && bytes.has(length, HEADER) && bytes.u16(length) == START);
        return chained ? Probe.YES : Probe.NO;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        if (bytes.length() < HEADER) {
            return NEED_MORE;
        }
        int length = bytes.u16(LENGTH);
        if (bytes.u16(0) != START || length < HEADER || length > LONGEST) {
            return MALFORMED;
        }
        if (length > bytes.length()) {
            return NEED_MORE;
        }
        int service = bytes.u16(SERVICE);
        int asked = KnxServices.asked(service);
        if (asked != 0) {
            observer.answer(KNX, asked, false);
        } else {
            observer.request(KNX, service);
        }
        switch (service) {
            case KnxServices.SEARCH_RESPONSE, KnxServices.SEARCH_RESPONSE_EXTENDED ->
                DescriptionBlocks.tell(bytes, HEADER + ENDPOINT, length, observer);
            case KnxServices.DESCRIPTION_RESPONSE -> DescriptionBlocks.tell(bytes, HEADER, length, observer);
            case KnxServices.TUNNELING, KnxServices.DEVICE_CONFIGURATION ->
                frame(bytes, HEADER + CONNECTION, length, observer);
            case KnxServices.ROUTING -> frame(bytes, HEADER, length, observer);
            default -> {
                // Says all by its service.
            }
        }
        return length;
    }

    private static void frame(ByteSlice bytes, int at, int end, Observer observer) {
        if (at + 2 > end) {
            return;
        }
        int message = bytes.u8(at);
        switch (message) {
            case DATA_REQUEST, DATA_INDICATION -> {
                int length = at + TO_LENGTH + bytes.u8(at + 1);
                if (length + 3 <= end && bytes.u8(length) >= 1 && (bytes.u8(length + 1) & CONTROL_ONLY) == 0) {
                    observer.request(KNX, KnxServices.applicationCode(bytes.u16(length + 1) & 0x3ff));
                }
            }
            case PROPERTY_READ, PROPERTY_WRITE, FUNCTION_COMMAND, FUNCTION_STATE, RESET ->
                observer.request(KNX, KnxServices.managementCode(message));
            default -> {
                // Confirmations.
            }
        }
    }
}
