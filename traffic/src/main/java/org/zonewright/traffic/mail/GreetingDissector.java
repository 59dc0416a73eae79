package org.zonewright.traffic.mail;

import java.util.List;
import java.util.Locale;
import org.zonewright.facts.Address;
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

/// Reads the first line of each side of a mail connection.
public final class GreetingDissector extends Dissector {
    private static final Protocol SMTP = Protocol.named("smtp");
    private static final Protocol POP3 = Protocol.named("pop3");
    private static final Protocol IMAP = Protocol.named("imap");

    private static final int LONGEST_LINE = 512; // bytes, RFC 5321, 4.5.3.1.5

    private final Protocol protocol;
    private final List<Binding> bindings;

    private GreetingDissector(Protocol protocol, Binding... bindings) {
        this.protocol = protocol;
        this.bindings = List.of(bindings);
    }

    public static Dissector smtp() {
        return new GreetingDissector(
                SMTP,
                new Binding.TcpPort(25),
                new Binding.TcpPort(587),
                new Binding.TcpPort(465),
                new Binding.AnyTcp());
    }

    public static Dissector pop3() {
        return new GreetingDissector(POP3, new Binding.TcpPort(110));
    }

    public static Dissector imap() {
        return new GreetingDissector(IMAP, new Binding.TcpPort(143));
    }

    @Override
    public Protocol protocol() {
        return protocol;
    }

    @Override
    public List<Coverage> coverage() {
        boolean smtp = protocol == SMTP;
        return List.of(Coverage.computing(
                protocol,
                protocol.name().toUpperCase(Locale.ROOT),
                smtp ? "RFC 5321" : protocol == POP3 ? "RFC 1939" : "RFC 9051",
                smtp ? "the greetings of both sides" : "the server's greeting",
                "commands, accounts, mails"));
    }

    @Override
    public List<Binding> bindings() {
        return bindings;
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        if (protocol == POP3) {
            return bytes.startsWith(0, "+OK") || bytes.startsWith(0, "-ERR") ? Probe.UNSURE : Probe.NO;
        }
        if (protocol == IMAP) {
            return bytes.startsWith(0, "* ") ? Probe.UNSURE : Probe.NO;
        }
        if (isHello(bytes)) {
            return Probe.YES;
        }
        return bytes.startsWith(0, "220") && mentionsSmtp(bytes) ? Probe.YES : Probe.NO;
    }

    private static boolean isHello(ByteSlice bytes) {
        return bytes.startsWith(0, "EHLO ") || bytes.startsWith(0, "HELO ");
    }

    private static boolean mentionsSmtp(ByteSlice bytes) {
        int end = bytes.indexOf('\n', 0);
        for (int i = 3; i < Math.min(end, LONGEST_LINE); i++) {
            if (bytes.u8(i) == 'S' && bytes.startsWith(i, "SMTP")) {
                return true;
            }
        }
        return false;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        int end = bytes.indexOf('\n', 0);
        if (end < 0) {
            return bytes.length() < LONGEST_LINE ? NEED_MORE : DONE;
        }
        if (probe(bytes, observer) == Probe.NO || end > LONGEST_LINE) {
            return DONE;
        }
        if (protocol == SMTP && isHello(bytes)) {
            hello(bytes.latin1(5, end - 5), observer);
            return DONE;
        }
        int text = protocol == IMAP ? 2 : bytes.indexOf(' ', 0) + 1;
        if (text > 1 && text < end) {
            observer.identity(Party.SENDER, Attribute.DESCRIPTION, bytes.latin1(text, end - text), Confidence.MEDIUM);
        }
        return DONE;
    }

    /// Clients without a name give an address in brackets.
    private static void hello(String name, Observer observer) {
        if (!name.startsWith("[")
                && !name.equals("localhost")
                && Address.parse(name).isEmpty()) {
            observer.identity(Party.SENDER, Attribute.NAME, name, Confidence.LOW);
        }
    }
}
