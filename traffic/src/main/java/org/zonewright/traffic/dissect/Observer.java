package org.zonewright.traffic.dissect;

import org.zonewright.facts.Address;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.ChildAddress;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.MacAddress;
import org.zonewright.facts.Transport;

/// What a dissector may ask about the current message, and what it may say of it. One thread; valid during the call.
///
/// A class, not an interface: where the JVM knows but one that extends it, it calls that one without looking.
public abstract class Observer {
    /// The unit of a request whose protocol has no units.
    public static final int NO_UNIT = -1;

    /// The sender's IP address, or its MAC address for frames without IP.
    public abstract Address source();

    public abstract Address destination();

    /// The source MAC address of the frame, unspecified where the link type has none.
    public abstract MacAddress sourceMac();

    public abstract MacAddress destinationMac();

    /// 0 to 65535, 0 where the transport has no ports.
    public abstract int sourcePort();

    public abstract int destinationPort();

    public abstract Transport transport();

    /// True if the sender is the one that opened the flow, as far as known now: by handshake, else by the well-known
    /// port bound to the dissector, else by the first packet.
    public abstract boolean fromClient();

    /// 64 bits the dissector keeps with the flow, 0 at first; both directions share them.
    public abstract long flowState();

    public abstract void flowState(long state);

    /// Names the flow more precisely than [Dissector#protocol()]; the last name given stays.
    public abstract void protocol(Protocol protocol);

    /// The sender asks for a function. `code` is 0 to 65535 as [Protocol#function(int)] reads it, `unit` is 0 to 255
    /// or [#NO_UNIT].
    public abstract void request(Protocol protocol, int code, int unit);

    /// The sender answers a function that the receiver asked for; `refused` for a negative answer. Counted only where
    /// the request was seen.
    public abstract void answer(Protocol protocol, int code, int unit, boolean refused);

    /// What the message says of one of its ends. Empty values are ignored; repeated ones are kept once.
    public abstract void identity(Party who, Attribute attribute, String value, Confidence confidence);

    /// What the message says of any station of this network.
    public abstract void identity(Address subject, Attribute attribute, String value, Confidence confidence);

    /// A number that says something of one of the ends, such as a station address; cheap when repeated.
    public abstract void number(Party who, Attribute attribute, long value, Confidence confidence);

    /// What the message says of a device behind one of its ends, which that end reaches by `child`, an address of the
    /// protocol's own. To say only that there is one, give the address's scheme as the attribute and its value.
    public abstract void behind(
            Party who, ChildAddress child, Attribute attribute, String value, Confidence confidence);

    /// True if this is asked for the first time of this end, attribute and mark: spares making up texts that were said
    /// before. A mark is any 64 bits that tell one text from another. Allocates nothing when it was asked before.
    public abstract boolean isNew(Party who, Attribute attribute, long mark);

    /// The message breaks its protocol's rules at this offset; `what` is a short key such as `length`. The flow goes
    /// on.
    public abstract void weird(String what, int offset);

    public void request(Protocol protocol, int code) {
        request(protocol, code, NO_UNIT);
    }

    public void answer(Protocol protocol, int code, boolean refused) {
        answer(protocol, code, NO_UNIT, refused);
    }
}
