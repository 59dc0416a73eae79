package org.zonewright.traffic.telnet;

import java.util.List;
import java.util.Locale;
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

/// Reads segments of text with commands in between: 0xff, a command and mostly an option.
public final class TelnetDissector extends Dissector {
    private static final Protocol TELNET = Protocol.named("telnet");

    private static final int COMMAND = 0xff;
    private static final int SUBNEGOTIATION = 250;
    private static final int WILL = 251;
    private static final int DO_NOT = 254;
    private static final int END = 240;
    private static final int LAST_OPTION = 49;

    private static final int LONGEST_TEXT = 256;
    private static final int LONGEST_ACCOUNT = 64;
    private static final int SHORTEST_BANNER = 6;

    /// Bits of the flow's state.
    private static final long NEGOTIATED = 1;

    private static final long BANNER_TOLD = 2;
    private static final long CLIENT_SPOKE = 4;
    private static final long ASKED_FOR_ACCOUNT = 8;

    /// A dissector for one reader.
    public TelnetDissector() {}

    @Override
    public Protocol protocol() {
        return TELNET;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(Coverage.computing(
                TELNET,
                "Telnet",
                "RFC 854",
                "the first text that a server shows, the account where it is typed as one line behind " + "a prompt",
                "everything else that is typed or shown, passwords among it"));
    }

    @Override
    public List<Binding> bindings() {
        return List.of(new Binding.TcpPort(23), new Binding.AnyTcp());
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        if (isNegotiation(bytes, 0)) {
            return bytes.length() == 3 || isNegotiation(bytes, 3) ? Probe.YES : Probe.UNSURE;
        }
        boolean port = observer.sourcePort() == 23 || observer.destinationPort() == 23;
        return port && isText(bytes) ? Probe.UNSURE : Probe.NO;
    }

    private static boolean isNegotiation(ByteSlice bytes, int at) {
        return bytes.u8(at) == COMMAND
                && bytes.u8(at + 1) >= SUBNEGOTIATION
                && bytes.u8(at + 1) <= DO_NOT
                && bytes.u8(at + 2) <= LAST_OPTION;
    }

    private static boolean isText(ByteSlice bytes) {
        for (int i = 0; i < bytes.length(); i++) {
            int value = bytes.u8(i);
            boolean space = value == '\r' || value == '\n' || value == '\t' || value == 0x1b;
            if (value > 0x7e || (value < 0x20 && !space)) {
                return false;
            }
        }
        return bytes.length() > 0;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        long state = observer.flowState();
        if ((state & CLIENT_SPOKE) != 0) {
            return DONE;
        }
        return observer.fromClient() ? client(bytes, state, observer) : server(bytes, state, observer);
    }

    private static int server(ByteSlice bytes, long before, Observer observer) {
        long state = before;
        if (bytes.indexOf(COMMAND, 0) >= 0) {
            state |= NEGOTIATED;
        }
        if ((state & BANNER_TOLD) != 0 && !endsWithColon(bytes)) {
            return bytes.length();
        }
        String text = text(bytes);
        boolean banner = (state & (NEGOTIATED | BANNER_TOLD)) == NEGOTIATED;
        if (banner && text.length() >= SHORTEST_BANNER) {
            state |= BANNER_TOLD;
            observer.identity(Party.SENDER, Attribute.DESCRIPTION, text, Confidence.MEDIUM);
        }
        if (text.endsWith(":")) {
            String prompt = text.toLowerCase(Locale.ROOT);
            boolean account = prompt.endsWith("login:") || prompt.endsWith("username:") || prompt.endsWith("user:");
            state = account ? state | ASKED_FOR_ACCOUNT : state & ~ASKED_FOR_ACCOUNT;
        }
        observer.flowState(state);
        return bytes.length();
    }

    private static boolean endsWithColon(ByteSlice bytes) {
        int at = bytes.length() - 1;
        while (at > 0 && bytes.u8(at) == ' ') {
            at--;
        }
        return at >= 0 && bytes.u8(at) == ':';
    }

    /// The first text from a client ends the reading. A line that comes at a stroke is the account; single letters
    /// are not put together.
    private static int client(ByteSlice bytes, long state, Observer observer) {
        int last = bytes.u8(bytes.length() - 1);
        if (bytes.u8(0) == COMMAND) {
            return bytes.length();
        }
        if ((state & ASKED_FOR_ACCOUNT) != 0) {
            boolean line = (last == '\r' || last == '\n' || last == 0) && bytes.length() > 2;
            if (line && bytes.length() <= LONGEST_ACCOUNT) {
                observer.identity(Party.SENDER, Attribute.ACCOUNT, text(bytes), Confidence.MEDIUM);
            }
        }
        observer.flowState(state | CLIENT_SPOKE);
        return bytes.length();
    }

    /// What is left for people without commands and terminal sequences, white space folded, of limited length.
    private static String text(ByteSlice bytes) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < bytes.length() && text.length() < LONGEST_TEXT) {
            int value = bytes.u8(at);
            if (value == COMMAND) {
                at = behindCommand(bytes, at);
            } else if (value == 0x1b && bytes.has(at, 2) && bytes.u8(at + 1) == '[') {
                at = behindSequence(bytes, at + 2);
            } else {
                boolean space = value <= 0x20 || value >= 0x7f;
                if (!space) {
                    text.append((char) value);
                } else if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
                    text.append(' ');
                }
                at++;
            }
        }
        return text.toString().strip();
    }

    private static int behindCommand(ByteSlice bytes, int at) {
        if (!bytes.has(at, 2)) {
            return at + 1;
        }
        int command = bytes.u8(at + 1);
        if (command != SUBNEGOTIATION) {
            return at + (command >= WILL && command <= DO_NOT ? 3 : 2);
        }
        int end = bytes.indexOf(END, at + 2);
        return end < 0 ? bytes.length() : end + 1;
    }

    /// Parameters and intermediate bytes, then one final byte from `@` on.
    private static int behindSequence(ByteSlice bytes, int from) {
        int at = from;
        while (at < bytes.length() && bytes.u8(at) < '@') {
            at++;
        }
        return at + 1;
    }
}
