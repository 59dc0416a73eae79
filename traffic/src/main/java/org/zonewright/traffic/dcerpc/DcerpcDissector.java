package org.zonewright.traffic.dcerpc;

import java.util.List;
import org.zonewright.traffic.dissect.Binding;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Coverage;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.Protocol;
import org.zonewright.traffic.ntlm.NtlmMessage;

/// Reads DCE/RPC fragments: version 5, type, flags, data representation, u16 length, u16 length of authentication.
public final class DcerpcDissector implements Dissector {
    private static final Protocol DCERPC = Protocol.named("dcerpc");
    private static final Protocol OPC_DA = Protocol.named("opc-da");

    private static final int HEADER = 16; // bytes
    private static final int TYPE = 2; // u8
    private static final int REPRESENTATION = 4; // 4 bytes, 0x10 first for little endian
    private static final int LENGTH = 8; // u16
    private static final int AUTHENTICATION = 10; // u16

    private static final int BIND = 11;
    private static final int ALTER_CONTEXT = 14;
    private static final int LAST_TYPE = 19;
    private static final int MAX_CONTEXTS = 16;

    /// The last eight bytes of the ids of OPC interfaces: `39c13a4d-011e-11d0-9675-0020afd8adb3` and its like.
    private static final long OPC_DATA_ACCESS = 0x9675_0020_afd8_adb3L;

    /// `65168851-5783-11d1-84a0-00608cb8a7e9` and its like.
    private static final long OPC_EVENTS = 0x84a0_0060_8cb8_a7e9L;

    /// `1f1217b0-dee0-11d2-a5e5-000086339399` and its like.
    private static final long OPC_HISTORY = 0xa5e5_0000_8633_9399L;

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
                        "recognition, names of both ends from NTLM",
                        "operations, object ids, DCE/RPC over UDP and in named pipes"),
                Coverage.industrial(
                        OPC_DA,
                        "OPC Classic",
                        "OPC Foundation: Data Access, Alarms and Events, Historical Data Access",
                        "recognition by the interface that is bound",
                        "operations, groups and items"));
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
            long node = bytes.i64(at + 12);
            if (node == OPC_DATA_ACCESS || node == OPC_EVENTS || node == OPC_HISTORY) {
                observer.protocol(OPC_DA);
            }
            at += 24 + 20 * bytes.u8(at + 2);
        }
    }
}
