package org.zonewright.traffic.dcerpc;

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
import org.zonewright.traffic.ntlm.NtlmMessage;
import org.zonewright.traffic.opcda.OpcCalls;

/// Reads DCE/RPC fragments: version 5, type, flags, data representation, u16 length, u16 length of authentication.
public final class DcerpcDissector extends Dissector {
    private static final Protocol DCERPC = Protocol.named("dcerpc");

    private static final int HEADER = 16; // bytes
    private static final int TYPE = 2; // u8
    private static final int REPRESENTATION = 4; // 4 bytes, 0x10 first for little endian
    private static final int LENGTH = 8; // u16
    private static final int AUTHENTICATION = 10; // u16

    private static final int REQUEST = 0;
    private static final int FLAGS = 3; // u8
    private static final int FIRST_FRAGMENT = 0x01;
    private static final int RESPONSE = 2;
    private static final int FAULT = 3;
    private static final int BIND = 11;
    private static final int ALTER_CONTEXT = 14;
    private static final int LAST_TYPE = 19;
    private static final int MAX_CONTEXTS = 16;

    private static final Attribute INTERFACE = new Attribute("dcerpc.interface");

    /// A dissector for one reader.
    public DcerpcDissector() {}

    @Override
    public Protocol protocol() {
        return DCERPC;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(
                Coverage.computing(
                        DCERPC,
                        "DCE/RPC",
                        "C706, MS-RPCE",
                        "the interfaces that a server is asked for, names of both ends from NTLM",
                        "operations, object ids, DCE/RPC over UDP and in named pipes"),
                Coverage.industrial(
                        OpcCalls.OPC_DA,
                        "OPC Classic",
                        "OPC Foundation: Data Access 3.00, Alarms and Events 1.10, Historical Data Access 1.20",
                        "methods of Data Access as functions where the binding was seen, those of the other two by "
                                + "number, faults as refusals",
                        "names of items, values, which server a client asked for"));
    }

    @Override
    public List<Binding> bindings() {
        return List.of(new Binding.TcpPort(135), new Binding.TcpPort(593), new Binding.AnyTcp());
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        if (!isFragment(bytes)) {
            return Probe.NO;
        }
        return bytes.u8(REPRESENTATION) == 0 ? Probe.UNSURE : Probe.YES;
    }

    private static boolean isFragment(ByteSlice bytes) {
        if (bytes.length() < HEADER || bytes.u8(0) != 5 || bytes.u8(1) > 1 || bytes.u8(TYPE) > LAST_TYPE) {
            return false;
        }
        int representation = bytes.i32(REPRESENTATION);
        int length = length(bytes);
        return (representation == 0x1000_0000 || representation == 0)
                && length >= HEADER
                && (representation == 0 ? bytes.u16(AUTHENTICATION) : bytes.u16le(AUTHENTICATION)) < length;
    }

    private static int length(ByteSlice bytes) {
        return bytes.u8(REPRESENTATION) == 0 ? bytes.u16(LENGTH) : bytes.u16le(LENGTH);
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        if (bytes.length() < HEADER) {
            return NEED_MORE;
        }
        if (!isFragment(bytes)) {
            return MALFORMED;
        }
        int length = length(bytes);
        int type = bytes.u8(TYPE);
        boolean authenticates = type >= BIND && bytes.u16(AUTHENTICATION) != 0;
        if ((type == BIND || type == ALTER_CONTEXT || authenticates) && length > bytes.length()) {
            return NEED_MORE;
        }
        if (type == BIND || type == ALTER_CONTEXT) {
            interfaces(bytes, observer);
        }
        boolean calls = bytes.u8(REPRESENTATION) != 0 && (bytes.u8(FLAGS) & FIRST_FRAGMENT) != 0;
        if (calls && type == REQUEST) {
            OpcCalls.request(bytes, observer);
        } else if (calls && (type == RESPONSE || type == FAULT)) {
            OpcCalls.answer(bytes, type == FAULT, observer);
        }
        if (authenticates) {
            NtlmMessage.tell(bytes, HEADER, observer);
        }
        return length;
    }

    /// Behind sizes and a count: context id, count of transfer syntaxes, interface id with version, syntaxes of 20
    /// bytes.
    private static void interfaces(ByteSlice bytes, Observer observer) {
        int count = Math.min(bytes.u8(24), MAX_CONTEXTS);
        int at = 28;
        for (int i = 0; i < count && bytes.has(at, 24); i++) {
            if (OpcCalls.bind(bytes, bytes.u16le(at), at + 4, observer)) {
                observer.protocol(OpcCalls.OPC_DA);
            }
            observer.identity(Party.RECEIVER, INTERFACE, Interfaces.name(bytes, at + 4), Confidence.HIGH);
            at += 24 + 20 * bytes.u8(at + 2);
        }
    }
}
