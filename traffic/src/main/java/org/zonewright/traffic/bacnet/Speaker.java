package org.zonewright.traffic.bacnet;

import org.jspecify.annotations.Nullable;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.ChildAddress;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.Ipv4Address;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Party;

/// Who says a message, and of whom it so speaks: the sender, the first sender of a forwarded message, or a station of
/// another network behind the sender, which is then a router. Mutable: set to each message in turn; one thread.
final class Speaker {
    private static final Attribute STATION = new Attribute("bacnet.station");
    private static final long SPREAD = 0x9e37_79b9_7f4a_7c15L; // an odd number with bits well mixed

    private final NetworkView network;
    private @Nullable Ipv4Address origin;
    private long mark;

    Speaker(NetworkView network) {
        this.network = network;
    }

    /// Turns to the message whose network header was read last; `origin` forwarded it first.
    void of(@Nullable Ipv4Address origin, Observer observer) {
        this.origin = origin;
        if (isBehind()) {
            mark = network.sourceMark();
            if (observer.isNew(Party.SENDER, STATION, mark)) {
                observer.behind(Party.SENDER, child(), STATION, child().value(), Confidence.HIGH);
            }
        }
    }

    private boolean isBehind() {
        return network.isRouted() && origin == null;
    }

    private ChildAddress child() {
        return new ChildAddress(STATION, network.sourceText());
    }

    /// True if this attribute with this number was not said of the speaker before.
    boolean isNew(Attribute attribute, long number, Observer observer) {
        Ipv4Address first = origin;
        long who = isBehind() ? mark : first == null ? 0 : (1L << 32) | Integer.toUnsignedLong(first.bits());
        return observer.isNew(Party.SENDER, attribute, who ^ (number * SPREAD));
    }

    void number(Attribute attribute, long number, Observer observer) {
        if (isBehind() || origin != null) {
            if (isNew(attribute, number, observer)) {
                text(attribute, Long.toString(number), observer);
            }
        } else {
            observer.number(Party.SENDER, attribute, number, Confidence.HIGH);
        }
    }

    void text(Attribute attribute, String value, Observer observer) {
        Ipv4Address first = origin;
        if (isBehind()) {
            observer.behind(Party.SENDER, child(), attribute, value, Confidence.HIGH);
        } else if (first == null) {
            observer.identity(Party.SENDER, attribute, value, Confidence.HIGH);
        } else if (!network.isRouted()) {
            observer.identity(first, attribute, value, Confidence.MEDIUM);
        }
    }
}
