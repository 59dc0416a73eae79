package org.zonewright.traffic.enip;

import java.util.List;
import org.zonewright.facts.Confidence;
import org.zonewright.traffic.cip.CipMessages;
import org.zonewright.traffic.cip.IdentityObject;
import org.zonewright.traffic.dissect.Binding;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Coverage;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.Protocol;

/// Reads EtherNet/IP encapsulation messages: commands, the CIP messages they carry, who answers List Identity.
public final class EnipDissector extends Dissector {
    /// The encapsulation, with its commands.
    public static final Protocol ENIP = Protocol.define("enip", EnipCommands::describe);

    private static final List<Binding> BINDINGS =
            List.of(new Binding.TcpPort(44818), new Binding.UdpPort(44818), new Binding.AnyTcp());

    /// Interface handle and time-out stand before the items of a command that carries data.
    private static final int ITEMS = EncapsulationView.LENGTH + 6;

    private static final int MAX_ITEMS = 8;
    private static final int IDENTITY_ITEM = 0x000c;
    private static final int CONNECTED_ITEM = 0x00b1;
    private static final int UNCONNECTED_ITEM = 0x00b2;
    /// Encapsulation version and socket address stand before the attributes of an identity item.
    private static final int IDENTITY_ATTRIBUTES = 18;

    private final EncapsulationView header = new EncapsulationView();
    private final CipMessages cip = new CipMessages();

    /// A dissector for one reader.
    public EnipDissector() {}

    @Override
    public Protocol protocol() {
        return ENIP;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(
                Coverage.industrial(
                        ENIP,
                        "EtherNet/IP",
                        "ODVA, The CIP Networks Library, volume 2",
                        "encapsulation commands over TCP and UDP as functions, the items that carry CIP messages,"
                                + " identity from List Identity",
                        "what follows Start DTLS"),
                Coverage.industrial(
                        CipMessages.CIP,
                        "EtherNet/IP",
                        "ODVA, The CIP Networks Library, volume 1",
                        "services as functions, also inside Multiple Service Packet and Unconnected Send; general"
                                + " status as refusal; classes of objects asked (0x5d to 0x5f are CIP Security); the Identity"
                                + " object by Get Attributes All and Get Attribute Single, of devices at the end of a route"
                                + " as children; values of implicit messages are recognised by their item",
                        "values, Get Attribute List, CIP Safety, PCCC commands, the objects of a"
                                + " controller's program"));
    }

    @Override
    public List<Binding> bindings() {
        return BINDINGS;
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        if (!header.wrap(bytes) || !header.isPlausible()) {
            return Probe.NO;
        }
        int command = header.command();
        if (command == EnipCommands.SEND_RR_DATA || command == EnipCommands.SEND_UNIT_DATA) {
            boolean items = bytes.has(ITEMS, 4)
                    && bytes.i32le(EncapsulationView.LENGTH) == 0
                    && bytes.u16le(ITEMS) >= 2
                    && bytes.u16le(ITEMS) <= MAX_ITEMS;
            return items && header.hasSession() ? Probe.YES : Probe.UNSURE;
        }
        boolean register = command == EnipCommands.REGISTER_SESSION
                && header.dataLength() == 4
                && bytes.has(EncapsulationView.LENGTH, 4)
                && bytes.i32le(EncapsulationView.LENGTH) == 1; // version 1, no options
        return register ? Probe.YES : Probe.UNSURE;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        if (!header.wrap(bytes)) {
            return NEED_MORE;
        }
        if (!header.isPlausible()) {
            return MALFORMED;
        }
        int end = EncapsulationView.LENGTH + header.dataLength();
        if (bytes.length() < end) {
            return NEED_MORE;
        }
        int command = header.command();
        int items = itemsOf(command);
        int message = 0;
        if (command == EnipCommands.SEND_RR_DATA || command == EnipCommands.SEND_UNIT_DATA) {
            message = item(bytes, items, end, CONNECTED_ITEM, UNCONNECTED_ITEM);
        }
        if (isRequest(command, bytes, message, observer)) {
            observer.request(ENIP, command);
        } else {
            observer.answer(ENIP, command, header.isError());
            if (command == EnipCommands.LIST_IDENTITY && !header.isError()) {
                identity(bytes, items, end, observer);
            }
        }
        if (message > 0) {
            message(bytes, message, end, observer);
        }
        return end;
    }

    @Override
    public int maxBuffered() {
        return EncapsulationView.LENGTH + 0xffff;
    }

    private static int itemsOf(int command) {
        return command == EnipCommands.LIST_IDENTITY ? EncapsulationView.LENGTH : ITEMS;
    }

    /// The header does not say who asks: lists are asked for without data, a session without a handle; data goes the
    /// way of the CIP message in it.
    private boolean isRequest(int command, ByteSlice bytes, int message, Observer observer) {
        if (header.isError()) {
            return false;
        }
        return switch (command) {
            case EnipCommands.LIST_SERVICES, EnipCommands.LIST_IDENTITY, EnipCommands.LIST_INTERFACES ->
                header.dataLength() == 0;
            case EnipCommands.REGISTER_SESSION -> !header.hasSession();
            default -> message > 0 ? !CipMessages.isAnswer(bytes, cipOf(bytes, message)) : observer.fromClient();
        };
    }

    /// The offset of the header of the first item of one of two types, or 0.
    private static int item(ByteSlice bytes, int items, int end, int type, int otherType) {
        if (items + 2 > end) {
            return 0;
        }
        int count = Math.min(bytes.u16le(items), MAX_ITEMS);
        int at = items + 2;
        for (int i = 0; i < count && at + 4 <= end; i++) {
            int found = bytes.u16le(at);
            int length = bytes.u16le(at + 2);
            if ((found == type || found == otherType) && length >= 4 && at + 4 + length <= end) {
                return at;
            }
            at += 4 + length;
        }
        return 0;
    }

    /// The offset of the CIP message in an item: connected data is led by a sequence count.
    private static int cipOf(ByteSlice bytes, int item) {
        return bytes.u16le(item) == CONNECTED_ITEM ? item + 6 : item + 4;
    }

    private void message(ByteSlice bytes, int item, int end, Observer observer) {
        observer.protocol(CipMessages.CIP);
        int to = Math.min(item + 4 + bytes.u16le(item + 2), end);
        cip.read(bytes, cipOf(bytes, item), to, bytes.u16le(item) == CONNECTED_ITEM, observer);
    }

    private static void identity(ByteSlice bytes, int items, int end, Observer observer) {
        int item = item(bytes, items, end, IDENTITY_ITEM, IDENTITY_ITEM);
        if (item > 0) {
            int to = Math.min(item + 4 + bytes.u16le(item + 2), end);
            new IdentityObject(null, Confidence.HIGH, observer).read(bytes, item + 4 + IDENTITY_ATTRIBUTES, to);
        }
    }
}
