package org.zonewright.traffic.smb;

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
import org.zonewright.traffic.netbios.NameServiceDissector;
import org.zonewright.traffic.netbios.NetbiosName;
import org.zonewright.traffic.ntlm.NtlmMessage;

/// Reads SMB messages and the NetBIOS session messages around them: a type, 24 bits of length, then the message.
public final class SmbDissector extends Dissector {
    /// The protocol, with the commands of both versions.
    public static final Protocol SMB = Protocol.define("smb", SmbFunctions::describe);

    private static final int FRAME = 4; // bytes: type, length
    private static final int MESSAGE = 0x00;
    private static final int SESSION_REQUEST = 0x81;
    private static final int KEEP_ALIVE = 0x85;

    /// Version 1: signature, u8 command, u32 status, u8 flags, …, 32 bytes in all.
    private static final int HEADER_1 = 32;

    private static final int SESSION_SETUP_1 = 0x73;

    /// Version 2: signature, u16 64, u16 credits, u32 status, u16 command, u16, u32 flags, u32 next, …, 64 bytes.
    private static final int HEADER_2 = 64;

    private static final int NEGOTIATE_2 = 0;
    private static final int SESSION_SETUP_2 = 1;
    private static final int STATUS_PENDING = 0x103;
    private static final int MORE_PROCESSING = 0xc000_0016;
    private static final int MAX_CHAIN = 32;

    private static final int BUFFER = 64 * 1024;

    /// A bit of the flow's state.
    private static final long TOLD_VERSION_1 = 1;

    /// A dissector for one reader.
    public SmbDissector() {}

    @Override
    public Protocol protocol() {
        return SMB;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(Coverage.computing(
                SMB,
                "SMB",
                "MS-CIFS, MS-SMB, MS-SMB2, RFC 1002",
                "commands of versions 1 to 3 as functions, dialect and signing that the server "
                        + "chose, names of both ends from the session request "
                        + "and from NTLM, native operating systems of version 1",
                "names of files and shares, commands chained beyond one segment, encrypted and compressed messages"));
    }

    @Override
    public List<Binding> bindings() {
        return List.of(new Binding.TcpPort(445), new Binding.TcpPort(139), new Binding.AnyTcp());
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        int type = bytes.u8(0);
        if (type == SESSION_REQUEST) {
            return bytes.u24(1) == 2 * NetbiosName.LENGTH && NetbiosName.isAt(bytes, FRAME) ? Probe.YES : Probe.NO;
        }
        if (type > SESSION_REQUEST && type <= KEEP_ALIVE) {
            return bytes.length() == FRAME + bytes.u24(1) && bytes.u24(1) <= 6 ? Probe.UNSURE : Probe.NO;
        }
        return type == MESSAGE && isSmb(bytes) ? Probe.YES : Probe.NO;
    }

    private static boolean isSmb(ByteSlice bytes) {
        int first = bytes.u8(FRAME);
        return first >= 0xfc && bytes.u24(FRAME + 1) == 0x534d42; // 0xff, 0xfe, 0xfd, 0xfc and "SMB"
    }

    @Override
    public int maxBuffered() {
        return BUFFER;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        if (bytes.length() < FRAME) {
            return NEED_MORE;
        }
        int type = bytes.u8(0);
        int length = FRAME + bytes.u24(1);
        if (type == MESSAGE) {
            return length == FRAME ? FRAME : message(bytes, length, observer);
        }
        if (type < SESSION_REQUEST || type > KEEP_ALIVE) {
            return MALFORMED;
        }
        if (type == SESSION_REQUEST) {
            if (length > bytes.length()) {
                return NEED_MORE;
            }
            session(bytes, observer);
        }
        return length;
    }

    /// Names of the called and the calling station.
    private static void session(ByteSlice bytes, Observer observer) {
        int calling = FRAME + NetbiosName.LENGTH;
        if (!NetbiosName.isAt(bytes, FRAME) || !NetbiosName.isAt(bytes, calling)) {
            return;
        }
        observer.protocol(NameServiceDissector.NETBIOS);
        String called = NetbiosName.read(bytes, FRAME);
        if (!called.equals("*SMBSERVER")) {
            observer.identity(Party.RECEIVER, Attribute.NAME, called, Confidence.MEDIUM);
        }
        observer.identity(Party.SENDER, Attribute.NAME, NetbiosName.read(bytes, calling), Confidence.HIGH);
    }

    private static int message(ByteSlice bytes, int length, Observer observer) {
        if (bytes.length() < FRAME + HEADER_1) {
            return length > bytes.length() ? NEED_MORE : MALFORMED;
        }
        if (!isSmb(bytes)) {
            return MALFORMED;
        }
        observer.protocol(SMB);
        return switch (bytes.u8(FRAME)) {
            case 0xff -> version1(bytes, length, observer);
            case 0xfe -> version2(bytes, length, observer);
            default -> length;
        };
    }

    private static int version1(ByteSlice bytes, int length, Observer observer) {
        int command = bytes.u8(FRAME + 4);
        if (command == SESSION_SETUP_1 && length > bytes.length() && length <= BUFFER) {
            return NEED_MORE;
        }
        boolean response = (bytes.u8(FRAME + 9) & 0x80) != 0;
        if (response) {
            int status = bytes.i32le(FRAME + 5);
            observer.answer(SMB, command, status != 0 && status != MORE_PROCESSING);
            if ((observer.flowState() & TOLD_VERSION_1) == 0) {
                observer.flowState(observer.flowState() | TOLD_VERSION_1);
                observer.identity(Party.SENDER, Negotiation.DIALECT, "1.0", Confidence.HIGH);
            }
        } else {
            observer.request(SMB, command);
        }
        if (command == SESSION_SETUP_1) {
            SessionSetup.tell(bytes, FRAME, Math.min(length, bytes.length()), response, observer);
            NtlmMessage.tell(bytes, FRAME + HEADER_1, observer);
        }
        return length;
    }

    private static int version2(ByteSlice bytes, int length, Observer observer) {
        if (bytes.length() < FRAME + HEADER_2) {
            return length > bytes.length() ? NEED_MORE : MALFORMED;
        }
        boolean setup = bytes.u16le(FRAME + 12) == SESSION_SETUP_2;
        if (setup && length > bytes.length() && length <= BUFFER) {
            return NEED_MORE;
        }
        int at = FRAME;
        for (int i = 0; i < MAX_CHAIN && bytes.has(at, HEADER_2); i++) {
            one(bytes, at, observer);
            int next = bytes.i32le(at + 20);
            if (next < HEADER_2 || next > length) {
                break;
            }
            at += next;
        }
        if (setup) {
            NtlmMessage.tell(bytes, FRAME + HEADER_2, observer);
        }
        return length;
    }

    private static void one(ByteSlice bytes, int at, Observer observer) {
        int command = bytes.u16le(at + 12);
        if (command > 0xff) {
            observer.weird("command", at + 12);
            return;
        }
        int code = SmbFunctions.VERSION_2 + command;
        if ((bytes.i32le(at + 16) & 1) == 0) {
            observer.request(SMB, code);
            return;
        }
        int status = bytes.i32le(at + 8);
        if (status != STATUS_PENDING) {
            observer.answer(SMB, code, status < 0 && status != MORE_PROCESSING);
        }
        if (command == NEGOTIATE_2 && status == 0) {
            Negotiation.tell(bytes, at + HEADER_2, observer);
        }
    }
}
