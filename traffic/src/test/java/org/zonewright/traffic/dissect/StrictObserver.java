package org.zonewright.traffic.dissect;

import org.zonewright.facts.Address;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.ChildAddress;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.Ipv4Address;
import org.zonewright.facts.MacAddress;
import org.zonewright.facts.Transport;

/// Holds a dissector to the contract of [Observer] whatever it was given: values within their ranges, keys that do not
/// come from the wire, and only so many statements a message. Keeps nothing, so that millions of messages are cheap.
public final class StrictObserver extends Observer {
    /// A datagram of 64 kB may name that many things, each in 16 bytes.
    private static final int STATEMENTS = 1 << 12;

    private static final Address ONE = new Ipv4Address(0x0a000001);
    private static final Address OTHER = new Ipv4Address(0x0a000002);

    private final Transport transport;
    private final int source;
    private final int destination;
    private final boolean fromClient;
    private long state;
    private int statements;

    public StrictObserver(Transport transport, int source, int destination, boolean fromClient, long state) {
        this.transport = transport;
        this.source = source;
        this.destination = destination;
        this.fromClient = fromClient;
        this.state = state;
    }

    /// Begins the next message.
    public void next() {
        statements = 0;
    }

    /// What was said of the message: identities, functions and broken rules.
    public int statements() {
        return statements;
    }

    private void said() {
        statements++;
        must(statements <= STATEMENTS, "more than " + STATEMENTS + " statements on one message");
    }

    private static void must(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }

    @Override
    public Address source() {
        return ONE;
    }

    @Override
    public Address destination() {
        return OTHER;
    }

    @Override
    public MacAddress sourceMac() {
        return new MacAddress(0x001b1b000001L);
    }

    @Override
    public MacAddress destinationMac() {
        return new MacAddress(0x001b1b000002L);
    }

    @Override
    public int sourcePort() {
        return source;
    }

    @Override
    public int destinationPort() {
        return destination;
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
        must(protocol.index() > 0, "a protocol has an index");
    }

    private void function(Protocol protocol, int code, int unit) {
        said();
        must(code >= 0 && code <= 0xffff, "code " + code + " of " + protocol);
        must(unit >= NO_UNIT && unit <= 255, "unit " + unit + " of " + protocol);
        must(!protocol.function(code).code().isBlank(), "function " + code + " of " + protocol + " has no code");
    }

    @Override
    public void request(Protocol protocol, int code, int unit) {
        function(protocol, code, unit);
    }

    @Override
    public void answer(Protocol protocol, int code, int unit, boolean refused) {
        function(protocol, code, unit);
    }

    private void text(Attribute attribute, String value) {
        said();
        must(attribute.id().matches("[a-z0-9.-]{1,60}"), "attribute " + attribute.id());
        must(value.indexOf('\0') < 0, "NUL in " + attribute.id());
    }

    @Override
    public void identity(Party who, Attribute attribute, String value, Confidence confidence) {
        text(attribute, value);
    }

    @Override
    public void identity(Address subject, Attribute attribute, String value, Confidence confidence) {
        must(!subject.toString().isEmpty(), "a subject has a text");
        text(attribute, value);
    }

    @Override
    public void number(Party who, Attribute attribute, long value, Confidence confidence) {
        text(attribute, "");
    }

    @Override
    public void behind(Party who, ChildAddress child, Attribute attribute, String value, Confidence confidence) {
        must(!child.toString().isBlank(), "an address behind a station has a text");
        text(attribute, value);
    }

    @Override
    public boolean isNew(Party who, Attribute attribute, long mark) {
        return true;
    }

    @Override
    public void weird(String what, int offset) {
        said();
        must(what.matches("[a-z0-9 /.-]{1,40}"), "the key of a broken rule is a word: " + what);
    }
}
