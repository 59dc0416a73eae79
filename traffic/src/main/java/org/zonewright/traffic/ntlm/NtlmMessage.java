package org.zonewright.traffic.ntlm;

import java.nio.charset.StandardCharsets;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Party;

/// Finds an NTLM message inside another protocol's message and tells the names in it.
///
/// Strings are descriptors of length (u16), space (u16) and offset (u32) from the start of the NTLM message, all
/// little endian.
public final class NtlmMessage {
    private static final String SIGNATURE = "NTLMSSP\0";
    private static final int TYPE = 8;
    private static final int NEGOTIATE = 1;
    private static final int CHALLENGE = 2;
    private static final int AUTHENTICATE = 3;

    private static final int UNICODE = 0x0000_0001;
    private static final int HAS_VERSION = 0x0200_0000;
    private static final int MAX_PAIRS = 16;

    private static final Attribute DOMAIN = new Attribute("windows.domain");

    private NtlmMessage() {}

    /// Tells the names of the first NTLM message between `from` and the end of `bytes`; nothing where there is none.
    public static void tell(ByteSlice bytes, int from, Observer observer) {
        int at = find(bytes, from);
        if (at < 0 || !bytes.has(at, TYPE + 4)) {
            return;
        }
        switch (bytes.i32le(at + TYPE)) {
            case NEGOTIATE -> version(bytes, at + 12, at + 32, observer);
            case CHALLENGE -> challenge(bytes, at, observer);
            case AUTHENTICATE -> authenticate(bytes, at, observer);
            default -> {}
        }
    }

    private static int find(ByteSlice bytes, int from) {
        int at = bytes.indexOf('N', from);
        while (at >= 0 && !bytes.startsWith(at, SIGNATURE)) {
            at = bytes.indexOf('N', at + 1);
        }
        return at;
    }

    /// From a server: pairs of id, length and value with its names.
    private static void challenge(ByteSlice bytes, int at, Observer observer) {
        version(bytes, at + 20, at + 48, observer);
        if (!bytes.has(at, 48)) {
            return;
        }
        int next = at + bytes.i32le(at + 44);
        for (int i = 0; i < MAX_PAIRS && next >= at && bytes.has(next, 4); i++) {
            int id = bytes.u16le(next);
            int length = bytes.u16le(next + 2);
            if (id == 0 || !bytes.has(next + 4, length)) {
                return;
            }
            String value = bytes.text(next + 4, length, StandardCharsets.UTF_16LE);
            switch (id) {
                case 1, 3 -> observer.identity(Party.SENDER, Attribute.NAME, value, Confidence.HIGH);
                case 2, 4 -> observer.identity(Party.SENDER, DOMAIN, value, Confidence.HIGH);
                default -> {}
            }
            next += 4 + length;
        }
    }

    /// From a client: domain, account, workstation.
    private static void authenticate(ByteSlice bytes, int at, Observer observer) {
        if (!bytes.has(at, 64)) {
            return;
        }
        boolean wide = (bytes.i32le(at + 60) & UNICODE) != 0;
        observer.identity(Party.SENDER, DOMAIN, string(bytes, at, 28, wide), Confidence.MEDIUM);
        observer.identity(Party.SENDER, Attribute.ACCOUNT, string(bytes, at, 36, wide), Confidence.HIGH);
        String workstation = string(bytes, at, 44, wide);
        if (!workstation.equals("NULL")) {
            observer.identity(Party.SENDER, Attribute.NAME, workstation, Confidence.HIGH);
        }
        version(bytes, at + 60, at + 64, observer);
    }

    private static String string(ByteSlice bytes, int at, int descriptor, boolean wide) {
        int length = bytes.u16le(at + descriptor);
        int offset = at + bytes.i32le(at + descriptor + 4);
        if (length == 0 || offset < at || !bytes.has(offset, length)) {
            return "";
        }
        return bytes.text(offset, length, wide ? StandardCharsets.UTF_16LE : StandardCharsets.ISO_8859_1);
    }

    /// Major, minor, build: the sender's operating system, if it is Windows.
    private static void version(ByteSlice bytes, int flags, int at, Observer observer) {
        if (bytes.has(flags, 4) && (bytes.i32le(flags) & HAS_VERSION) != 0 && bytes.has(at, 4)) {
            int build = bytes.u16le(at + 2);
            if (build != 0) {
                String text = "Windows " + bytes.u8(at) + "." + bytes.u8(at + 1) + " build " + build;
                observer.identity(Party.SENDER, Attribute.OPERATING_SYSTEM, text, Confidence.MEDIUM);
            }
        }
    }
}
