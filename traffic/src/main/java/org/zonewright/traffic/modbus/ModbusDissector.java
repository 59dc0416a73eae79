package org.zonewright.traffic.modbus;

import java.util.List;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.ChildAddress;
import org.zonewright.facts.Confidence;
import org.zonewright.traffic.dissect.Binding;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Coverage;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Party;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.Protocol;
import org.zonewright.traffic.umas.UmasMessages;

/// Reads Modbus/TCP messages: function codes with unit ids, exceptions, device identification. What function 90
/// carries is read as UMAS too.
public final class ModbusDissector extends Dissector {
    /// The protocol, with its function codes.
    public static final Protocol MODBUS = Protocol.define("modbus", ModbusFunctions::describe);

    private static final List<Binding> BINDINGS = List.of(new Binding.TcpPort(502), new Binding.UdpPort(502));
    private static final int MEI_READ_DEVICE_IDENTIFICATION = 14;
    private static final Attribute UNIT = new Attribute("modbus.unit");
    private static final Attribute GATEWAY_EXCEPTION = new Attribute("modbus.gateway-exception");
    private static final int GATEWAY_PATH_UNAVAILABLE = 0x0a;
    private static final int GATEWAY_TARGET_SILENT = 0x0b;
    private static final Attribute[] OBJECTS = {
        Attribute.VENDOR,
        Attribute.MODEL,
        Attribute.FIRMWARE,
        new Attribute("modbus.vendor-url"),
        new Attribute("modbus.product-name"),
        new Attribute("modbus.model-name"),
        new Attribute("modbus.user-application-name")
    };

    private final MbapView mbap = new MbapView();
    private final ByteSlice carried = new ByteSlice();
    private final UmasMessages umas = new UmasMessages();

    /// A dissector for one reader.
    public ModbusDissector() {}

    @Override
    public Protocol protocol() {
        return MODBUS;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(
                Coverage.industrial(
                        MODBUS,
                        "Modbus",
                        "Modbus Messaging on TCP/IP Implementation Guide V1.0b; Modbus Application Protocol V1.1b3",
                        "function codes with unit ids over TCP and UDP, exceptions as refusals, device "
                                + "identification (function 43, type 14)",
                        "register contents, RTU or ASCII frames tunnelled over TCP"),
                Coverage.industrial(
                        UmasMessages.UMAS,
                        "Schneider UMAS",
                        "none public; what its public descriptions agree on",
                        "functions inside Modbus function 90, refusals, model and firmware, name and version of "
                                + "the project, who reserves a controller",
                        "values, blocks of programs, the controller's state"));
    }

    @Override
    public List<Binding> bindings() {
        return BINDINGS;
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        if (!mbap.wrap(bytes) || !mbap.isPlausible() || mbap.function() == 0) {
            return Probe.NO;
        }
        return Probe.UNSURE;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        if (!mbap.wrap(bytes)) {
            return NEED_MORE;
        }
        if (!mbap.isPlausible()) {
            return MALFORMED;
        }
        int function = mbap.function();
        int length = mbap.messageLength();
        if (function == ModbusFunctions.ENCAPSULATED && length > bytes.length()) {
            return NEED_MORE;
        }
        if (function == ModbusFunctions.UMAS && !mbap.isException()) {
            carried.wrap(bytes, MbapView.DATA, Math.min(length, bytes.length()) - MbapView.DATA);
            if (length > bytes.length() && UmasMessages.isTelling(carried, observer)) {
                return NEED_MORE;
            }
            umas.read(carried, mbap.transaction(), mbap.unitId(), observer);
        }
        if (observer.fromClient()) {
            observer.request(MODBUS, function, mbap.unitId());
        } else {
            observer.answer(MODBUS, function, mbap.unitId(), mbap.isException());
            if (mbap.isException() && bytes.has(MbapView.DATA, 1) && isGatewayException(bytes.u8(MbapView.DATA))) {
                observer.number(Party.SENDER, GATEWAY_EXCEPTION, bytes.u8(MbapView.DATA), Confidence.HIGH);
                return length;
            }
            observer.number(Party.SENDER, UNIT, mbap.unitId(), Confidence.HIGH);
            if (function == ModbusFunctions.ENCAPSULATED && !mbap.isException()) {
                deviceIdentification(bytes, length, observer);
            }
        }
        return length;
    }

    /// True if a gateway says with it that it has no path to the unit, or that the unit does not answer (V1.1b3, 7).
    private static boolean isGatewayException(int code) {
        return code == GATEWAY_PATH_UNAVAILABLE || code == GATEWAY_TARGET_SILENT;
    }

    /// The objects of a Read Device Identification answer (V1.1b3, 6.21): after MEI type, code, conformity, more and
    /// next follow a count and so many (id, length, text). The unit says it; whether it is the station itself is
    /// seen
    /// when all are known.
    private void deviceIdentification(ByteSlice bytes, int end, Observer observer) {
        int at = MbapView.DATA;
        if (bytes.u8(at) != MEI_READ_DEVICE_IDENTIFICATION) {
            return;
        }
        ChildAddress unit = new ChildAddress(UNIT, Integer.toString(mbap.unitId()));
        int objects = bytes.u8(at + 5);
        at += 6;
        for (int i = 0; i < objects && at + 2 <= end; i++) {
            int id = bytes.u8(at);
            int length = bytes.u8(at + 1);
            if (at + 2 + length > end) {
                observer.weird("length", at + 1);
                return;
            }
            Attribute attribute = id < OBJECTS.length ? OBJECTS[id] : new Attribute("modbus.object-" + id);
            observer.behind(Party.SENDER, unit, attribute, bytes.utf8(at + 2, length), Confidence.HIGH);
            at += 2 + length;
        }
    }
}
