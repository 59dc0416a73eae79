package org.zonewright.traffic.dissect;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.zonewright.facts.Address;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.ChildAddress;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.Ipv4Address;
import org.zonewright.facts.MacAddress;
import org.zonewright.facts.Transport;

/// Writes down what a dissector says, one line a statement, so that tests can compare texts:
/// `request modbus 3 unit 1`, `answer modbus 3 unit 1 refused`, `identity SENDER vendor Siemens HIGH`,
/// `number SENDER dnp3.address 10`, `behind SENDER modbus.unit 5 vendor Siemens HIGH`, `protocol cip`,
/// `weird length 4`.
public final class RecordingObserver extends Observer {
    private final List<String> lines = new ArrayList<>();
    private final Set<String> asked = new HashSet<>();
    private boolean fromClient = true;
    private int sourcePort = 49152;
    private int destinationPort = 502;
    private Transport transport = Transport.TCP;
    private MacAddress clientMac = new MacAddress(0x001b1b000001L);
    private long state;

    private static final Pattern QUOTED = Pattern.compile("(w?)'([^']*)'");

    /// Bytes from hex text in which white space and `# …` comments up to the end of the line are ignored; `'text'` is
    /// ASCII, `w'text'` UTF-16 with the low byte first.
    public static ByteSlice bytes(String annotatedHex) {
        StringBuilder hex = new StringBuilder();
        annotatedHex
                .lines()
                .map(line -> line.replaceAll("#.*", ""))
                .map(line -> QUOTED.matcher(line).replaceAll(RecordingObserver::hex))
                .forEach(line -> hex.append(line.replaceAll("\\s", "")));
        byte[] bytes = HexFormat.of().parseHex(hex);
        return new ByteSlice().wrap(bytes, 0, bytes.length);
    }

    private static String hex(MatchResult quoted) {
        boolean wide = quoted.group(1).equals("w");
        return HexFormat.of()
                .formatHex(quoted.group(2).getBytes(wide ? StandardCharsets.UTF_16LE : StandardCharsets.ISO_8859_1));
    }

    /// Turns the direction: what follows is sent by the server.
    public RecordingObserver fromServer() {
        fromClient = false;
        int port = sourcePort;
        sourcePort = destinationPort;
        destinationPort = port;
        return this;
    }

    public RecordingObserver ports(Transport transport, int source, int destination) {
        this.transport = transport;
        this.sourcePort = source;
        this.destinationPort = destination;
        return this;
    }

    /// Gives the client another MAC address.
    public RecordingObserver clientMac(MacAddress address) {
        clientMac = address;
        return this;
    }

    public List<String> lines() {
        return lines;
    }

    @Override
    public Address source() {
        return new Ipv4Address(fromClient ? 0x0a000001 : 0x0a000002);
    }

    @Override
    public Address destination() {
        return new Ipv4Address(fromClient ? 0x0a000002 : 0x0a000001);
    }

    @Override
    public MacAddress sourceMac() {
        return fromClient ? clientMac : new MacAddress(0x001b1b000002L);
    }

    @Override
    public MacAddress destinationMac() {
        return fromClient ? new MacAddress(0x001b1b000002L) : clientMac;
    }

    @Override
    public int sourcePort() {
        return sourcePort;
    }

    @Override
    public int destinationPort() {
        return destinationPort;
    }

    @Override
    public Transport transport() {
        return transport;
    }

    @Override
    public boolean fromClient() {
        return fromClient;
    }

    @Override
    public long flowState() {
        return state;
    }

    @Override
    public void flowState(long state) {
        this.state = state;
    }

    @Override
    public void protocol(Protocol protocol) {
        lines.add("protocol " + protocol.name());
    }

    @Override
    public void request(Protocol protocol, int code, int unit) {
        lines.add("request " + protocol.name() + " " + protocol.function(code).code() + unit(unit));
    }

    @Override
    public void answer(Protocol protocol, int code, int unit, boolean refused) {
        lines.add("answer " + protocol.name() + " " + protocol.function(code).code() + unit(unit)
                + (refused ? " refused" : ""));
    }

    private static String unit(int unit) {
        return unit == NO_UNIT ? "" : " unit " + unit;
    }

    @Override
    public void identity(Party who, Attribute attribute, String value, Confidence confidence) {
        lines.add("identity " + who + " " + attribute.id() + " " + value + " " + confidence);
    }

    @Override
    public void identity(Address subject, Attribute attribute, String value, Confidence confidence) {
        lines.add("identity " + subject + " " + attribute.id() + " " + value + " " + confidence);
    }

    @Override
    public void number(Party who, Attribute attribute, long value, Confidence confidence) {
        lines.add("number " + who + " " + attribute.id() + " " + value);
    }

    @Override
    public void behind(Party who, ChildAddress child, Attribute attribute, String value, Confidence confidence) {
        lines.add("behind " + who + " " + child + " " + attribute.id() + " " + value + " " + confidence);
    }

    @Override
    public boolean isNew(Party who, Attribute attribute, long mark) {
        return asked.add(who + " " + attribute.id() + " " + mark);
    }

    @Override
    public void weird(String what, int offset) {
        lines.add("weird " + what + " " + offset);
    }
}
