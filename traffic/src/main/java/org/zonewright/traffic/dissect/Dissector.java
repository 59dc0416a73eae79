package org.zonewright.traffic.dissect;

import java.util.List;

/// Reads one protocol: says whether bytes are its own, and what each message means.
///
/// Stateless, so one instance serves all flows and threads of one reader; what must be remembered between messages of
/// a flow fits the 64 bits of [Observer#flowState()]. Bytes are hostile: reads beyond the slice throw [Truncated],
/// which the caller handles; loops need a bound of their own.
///
/// A class, not an interface: every message calls one of some eighty, and a class's methods are found faster.
public abstract class Dissector {
    /// The message is not whole yet: call again when more bytes follow. In a datagram it means the datagram is cut.
    public static final int NEED_MORE = 0;

    /// These bytes are not a message of this protocol.
    public static final int MALFORMED = -1;

    /// Nothing more is wanted from this direction of the flow.
    public static final int DONE = -2;

    /// The name a flow gets when this dissector recognises it.
    public abstract Protocol protocol();

    /// What is decoded of the protocols this dissector names, one statement each. Of a protocol that several
    /// dissectors name, one of them speaks; a protocol of which none speaks fails a test.
    public List<Coverage> coverage() {
        return List.of();
    }

    /// Where messages may be found; the order does not matter.
    public abstract List<Binding> bindings();

    /// Looks at the first bytes of a stream's segment or of a datagram. Must be cheap, must not rely on the port
    /// alone, and may look at addresses and ports through `observer` but tells it nothing.
    public abstract Probe probe(ByteSlice bytes, Observer observer);

    /// Reads one message at the start of `bytes` and tells `observer` what it means.
    ///
    /// Returns the message's length in bytes, which may be more than there is: the rest of the message is then
    /// skipped unseen when it arrives. A dissector that needs the whole message returns [#NEED_MORE] instead, at
    /// most
    /// [#maxBuffered()] bytes are then kept. [#MALFORMED] drops the rest of this segment or datagram; [#DONE] ends
    /// the reading of this direction.
    public abstract int dissect(ByteSlice bytes, Observer observer);

    /// The most bytes kept while a message is not whole; longer messages are passed over. At least one segment.
    public int maxBuffered() {
        return 16 * 1024;
    }
}
