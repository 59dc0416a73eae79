package org.zonewright.traffic.vnc;

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

/// Reads the handshake: both versions, the server's security types, the client's choice, then the server's desktop.
/// The flow's state holds how far the server is (bits 0 to 7), the client's choice and its version.
public final class VncDissector extends Dissector {
    private static final Protocol VNC = Protocol.named("vnc");

    private static final String START = "RFB ";
    private static final int VERSION_LENGTH = 12; // `RFB 003.008\n`

    /// Steps of the server.
    private static final int GREETS = 0;

    private static final int OFFERS = 1;
    private static final int CHALLENGES = 2;
    private static final int DECIDES = 3;
    private static final int DESCRIBES = 4;
    private static final long STEP = 0xff;

    private static final int CHOICE_SHIFT = 8;
    private static final int MINOR_SHIFT = 16;
    private static final long CLIENT_GREETED = 1L << 24;

    private static final int NONE = 1;
    private static final int PASSWORD = 2;
    private static final int MAX_TYPES = 32;
    private static final int LONGEST_NAME = 256;
    private static final int DESKTOP = 24; // bytes before its name: size, pixel format, length of the name

    private static final Attribute VERSION = new Attribute("vnc.version");
    private static final Attribute SECURITY = new Attribute("vnc.security");

    /// A dissector for one reader.
    public VncDissector() {}

    @Override
    public Protocol protocol() {
        return VNC;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(Coverage.computing(
                VNC,
                "VNC",
                "RFC 6143",
                "version, the security types that a server offers, the name of an open desktop",
                "challenges, everything that is shown"));
    }

    @Override
    public List<Binding> bindings() {
        return List.of(new Binding.TcpPort(5900), new Binding.AnyTcp());
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        return bytes.u8(0) == 'R' && isVersion(bytes) ? Probe.YES : Probe.NO;
    }

    private static boolean isVersion(ByteSlice bytes) {
        return bytes.startsWith(0, START) && bytes.u8(7) == '.' && bytes.u8(VERSION_LENGTH - 1) == '\n';
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        long state = observer.flowState();
        return observer.fromClient() ? client(bytes, state, observer) : server(bytes, state, observer);
    }

    private static int client(ByteSlice bytes, long state, Observer observer) {
        if ((state & CLIENT_GREETED) == 0) {
            if (bytes.length() < VERSION_LENGTH) {
                return NEED_MORE;
            }
            if (!isVersion(bytes)) {
                return DONE;
            }
            int minor = bytes.u8(6) > '3' ? 8 : bytes.u8(10) - '0'; // later versions begin as 3.8 does
            observer.flowState(state | CLIENT_GREETED | ((long) (minor & 0xff) << MINOR_SHIFT));
            return VERSION_LENGTH;
        }
        boolean chooses = minor(state) >= 7 && (state & STEP) >= CHALLENGES;
        if (chooses) {
            observer.flowState(state | ((long) bytes.u8(0) << CHOICE_SHIFT));
        }
        return DONE;
    }

    private static int minor(long state) {
        return (int) (state >>> MINOR_SHIFT) & 0xff;
    }

    private static int server(ByteSlice bytes, long state, Observer observer) {
        return switch ((int) (state & STEP)) {
            case GREETS -> greeting(bytes, state, observer);
            case OFFERS -> offer(bytes, state, observer);
            case CHALLENGES -> challenge(bytes, state, observer);
            case DECIDES -> {
                step(state, DESCRIBES, observer);
                yield bytes.i32(0) == 0 ? 4 : DONE;
            }
            default -> desktop(bytes, observer);
        };
    }

    private static int greeting(ByteSlice bytes, long state, Observer observer) {
        if (bytes.length() < VERSION_LENGTH) {
            return NEED_MORE;
        }
        if (!isVersion(bytes)) {
            return DONE;
        }
        observer.identity(Party.SENDER, VERSION, bytes.latin1(4, 7), Confidence.HIGH);
        observer.flowState(state | OFFERS);
        return VERSION_LENGTH;
    }

    /// 16 bytes that are stepped over; up to 3.7 nothing is decided where there is no password.
    private static int challenge(ByteSlice bytes, long state, Observer observer) {
        int choice = (int) (state >>> CHOICE_SHIFT) & 0xff;
        if (choice == PASSWORD) {
            step(state, DECIDES, observer);
            return 16;
        }
        if (choice != NONE) {
            return DONE;
        }
        if (minor(state) < 8) {
            return desktop(bytes, observer);
        }
        step(state, DESCRIBES, observer);
        return 4;
    }

    private static void step(long state, int step, Observer observer) {
        observer.flowState((state & ~STEP) | step);
    }

    /// A count and so many types of a byte; in version 3.3 one type of four bytes, which the server chose itself.
    private static int offer(ByteSlice bytes, long state, Observer observer) {
        if ((state & CLIENT_GREETED) == 0) {
            return DONE; // the client's answer was not seen
        }
        if (minor(state) < 7) {
            int type = bytes.i32(0);
            say(type, observer);
            observer.flowState((state & ~STEP) | CHALLENGES | ((long) (type & 0xff) << CHOICE_SHIFT));
            return 4;
        }
        int count = bytes.u8(0);
        if (count == 0 || count > MAX_TYPES || !bytes.has(1, count)) {
            return DONE;
        }
        for (int i = 1; i <= count; i++) {
            say(bytes.u8(i), observer);
        }
        step(state, CHALLENGES, observer);
        return 1 + count;
    }

    /// Types as IANA registered them ("Remote Framebuffer Security Types").
    private static void say(int type, Observer observer) {
        String name =
                switch (type) {
                    case 0 -> "";
                    case NONE -> "none";
                    case PASSWORD -> "VNC password";
                    case 5 -> "RA2";
                    case 6 -> "RA2ne";
                    case 16 -> "Tight";
                    case 17 -> "Ultra";
                    case 18 -> "TLS";
                    case 19 -> "VeNCrypt";
                    case 20 -> "SASL";
                    case 30 -> "Apple Remote Desktop";
                    default -> Integer.toString(type);
                };
        observer.identity(Party.SENDER, SECURITY, name, Confidence.HIGH);
    }

    private static int desktop(ByteSlice bytes, Observer observer) {
        if (bytes.length() < DESKTOP) {
            return NEED_MORE;
        }
        int length = bytes.i32(DESKTOP - 4);
        if (length < 0 || length > LONGEST_NAME) {
            return DONE;
        }
        if (!bytes.has(DESKTOP, length)) {
            return NEED_MORE;
        }
        observer.identity(Party.SENDER, Attribute.NAME, bytes.utf8(DESKTOP, length), Confidence.MEDIUM);
        return DONE;
    }
}
