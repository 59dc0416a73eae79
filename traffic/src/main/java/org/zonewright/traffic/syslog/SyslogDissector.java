package org.zonewright.traffic.syslog;

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

/// Reads the header of the first message of a flow: `<priority>`, then a time and a host in one of two forms.
public final class SyslogDissector extends Dissector {
    private static final Protocol SYSLOG = Protocol.named("syslog");
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_TAG = 48;
    private static final Attribute APPLICATION = new Attribute("syslog.application");

    /// `Nov 22 18:07:25 `, as RFC 3164 has it.
    private static final int OLD_TIME = 16;

    /// A dissector for one reader.
    public SyslogDissector() {}

    @Override
    public Protocol protocol() {
        return SYSLOG;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(Coverage.computing(
                SYSLOG,
                "Syslog",
                "RFC 5424, RFC 3164",
                "the names of host and application in the header",
                "the messages themselves"));
    }

    @Override
    public List<Binding> bindings() {
        return List.of(new Binding.UdpPort(514), new Binding.TcpPort(514), new Binding.TcpPort(601));
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        return header(bytes) > 0 ? Probe.UNSURE : Probe.NO;
    }

    /// The offset behind the priority, or -1.
    private static int header(ByteSlice bytes) {
        if (bytes.u8(0) != '<') {
            return -1;
        }
        int priority = 0;
        for (int i = 1; i <= 4; i++) {
            int value = bytes.u8(i);
            if (value == '>') {
                return i > 1 && priority <= 191 ? i + 1 : -1;
            }
            if (value < '0' || value > '9') {
                return -1;
            }
            priority = priority * 10 + value - '0';
        }
        return -1;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        int at = header(bytes);
        if (at < 0) {
            return MALFORMED;
        }
        if (bytes.has(at, OLD_TIME) && bytes.startsWith(at, "1 ")) {
            int next = host(bytes, bytes.indexOf(' ', at + 2) + 1, observer);
            if (next > 0) {
                application(bytes, next, bytes.indexOf(' ', next), observer);
            }
        } else if (bytes.has(at, OLD_TIME) && isOldTime(bytes, at)) {
            int next = host(bytes, at + OLD_TIME, observer);
            if (next > 0) {
                application(bytes, next, endOfTag(bytes, next), observer);
            }
        }
        return DONE;
    }

    private static boolean isOldTime(ByteSlice bytes, int at) {
        return bytes.u8(at + 3) == ' '
                && bytes.u8(at + 6) == ' '
                && bytes.u8(at + 9) == ':'
                && bytes.u8(at + 12) == ':'
                && bytes.u8(at + 15) == ' ';
    }

    /// A word without a colon: some senders leave the host out and go on with a program's name. Gives the offset
    /// behind it and its space, or -1.
    private static int host(ByteSlice bytes, int at, Observer observer) {
        int end = at > 0 ? bytes.indexOf(' ', at) : -1;
        if (end <= at || end - at > LONGEST_NAME) {
            return -1;
        }
        String name = bytes.latin1(at, end - at);
        boolean isName = name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '.' || c == '_');
        if (isName && name.chars().anyMatch(Character::isLetter)) {
            observer.identity(Party.SENDER, Attribute.NAME, name, Confidence.LOW);
        }
        return isName ? end + 1 : -1;
    }

    /// The tag of RFC 3164 ends with a colon or with the process's number in brackets; -1 where it does not.
    private static int endOfTag(ByteSlice bytes, int at) {
        for (int i = at; i < Math.min(bytes.length(), at + LONGEST_TAG); i++) {
            int value = bytes.u8(i);
            if (value == ':' || value == '[') {
                return i;
            }
            if (value <= ' ' || value > '~') {
                return -1;
            }
        }
        return -1;
    }

    private static void application(ByteSlice bytes, int at, int end, Observer observer) {
        boolean isWord = end > at && end - at <= LONGEST_TAG && !(end == at + 1 && bytes.u8(at) == '-');
        if (isWord) {
            observer.identity(Party.SENDER, APPLICATION, bytes.latin1(at, end - at), Confidence.LOW);
        }
    }
}
