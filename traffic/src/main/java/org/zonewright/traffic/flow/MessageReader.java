package org.zonewright.traffic.flow;

import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.Truncated;

/// Finds the dissector of a flow and lets it read the messages in a run of bytes. Mutable; one thread.
final class MessageReader {
    private static final int MAX_TRIES = 8;

    private final FlowTable flows;
    private final DissectorTable dissectors;
    private final CurrentMessage message;
    private final ByteSlice slice = new ByteSlice();
    private int consumed;
    private long malformed;

    MessageReader(FlowTable flows, DissectorTable dissectors, CurrentMessage message) {
        this.flows = flows;
        this.dissectors = dissectors;
        this.message = message;
    }

    /// How the reading of a run of bytes ended.
    enum End {
        /// All was read, or the rest is to be skipped: [#consumed()] may be more than there was.
        READ,
        /// A message starts at [#consumed()] and is not whole.
        NEEDS_MORE,
        /// The bytes from [#consumed()] on are of no use.
        DROPPED
    }

    /// Bytes read by the last call, from its start.
    int consumed() {
        return consumed;
    }

    /// Messages that broke their protocol's rules.
    long malformed() {
        return malformed;
    }

    /// The bytes a message of the flow may have while it waits for its end.
    int maxBuffered() {
        int number = dissector();
        return number == 0 ? 0 : dissectors.at(number).maxBuffered();
    }

    private int dissector() {
        return (int) (flows.rows[flows.at + FlowTable.FLAGS] >>> FlowTable.DISSECTOR_SHIFT) & 0xff;
    }

    /// True if the flow has a dissector, or may still get one.
    boolean isOfInterest(int side) {
        long flags = flows.rows[flows.at + FlowTable.FLAGS];
        if ((flags & (FlowTable.READ_ENOUGH << (8 * side))) != 0) {
            return false;
        }
        return ((flags >>> FlowTable.DISSECTOR_SHIFT) & 0xff) != 0
                || ((flags >>> FlowTable.TRIES_SHIFT) & 0xf) < MAX_TRIES;
    }

    /// True if the flow was recognised.
    boolean isRecognised() {
        return dissector() != 0;
    }

    /// Reads messages of a TCP or UDP flow from `length` > 0 bytes; `message` must describe the current packet.
    End read(int side, byte[] bytes, int from, int length) {
        consumed = 0;
        int flagsAt = flows.at + FlowTable.FLAGS;
        long flags = flows.rows[flagsAt];
        if ((flags & (FlowTable.READ_ENOUGH << (8 * side))) != 0) {
            return End.DROPPED;
        }
        int number = (int) (flags >>> FlowTable.DISSECTOR_SHIFT) & 0xff;
        if (number == 0) {
            number = recognise(bytes, from, length);
            if (number == 0) {
                return End.DROPPED;
            }
        }
        Dissector dissector = dissectors.at(number);
        int read = 0;
        do {
            slice.wrap(bytes, from + read, length - read);
            int result = one(number, dissector);
            if (result <= 0) {
                consumed = read;
                return end(side, result, dissector);
            }
            if ((flows.rows[flagsAt] & FlowTable.PROVED) == 0) {
                proved(dissector);
            }
            read += Math.min(result, Integer.MAX_VALUE - read); // a message may say any length
        } while (read < length);
        consumed = read;
        return End.READ;
    }

    /// What a dissector's answer that is no length means for the flow.
    private End end(int side, int result, Dissector dissector) {
        int at = flows.at + FlowTable.FLAGS;
        if (result == Dissector.NEED_MORE) {
            return End.NEEDS_MORE;
        }
        if (result == Dissector.DONE) {
            proved(dissector);
            flows.rows[at] |= FlowTable.READ_ENOUGH << (8 * side);
        } else if ((flows.rows[at] & FlowTable.PROVED) == 0) {
            flows.rows[at] &= ~((0xffL << FlowTable.DISSECTOR_SHIFT) | FlowTable.SIDES_KNOWN);
            oneTryMore();
        } else {
            malformed++;
        }
        return End.DROPPED;
    }

    /// Reads one message of a known dissector: link-layer types and IP protocols.
    End readDatagram(int number, byte[] bytes, int from, int length) {
        slice.wrap(bytes, from, length);
        Dissector dissector = dissectors.at(number);
        int result = one(number, dissector);
        if (result == Dissector.MALFORMED || result == Dissector.NEED_MORE) {
            malformed++;
            return End.DROPPED;
        }
        proved(dissector);
        return End.READ;
    }

    private int one(int number, Dissector dissector) {
        message.dissecting(number);
        try {
            return dissector.dissect(slice, message);
        } catch (Truncated e) {
            return Dissector.MALFORMED;
        }
    }

    private void proved(Dissector dissector) {
        int at = flows.at + FlowTable.FLAGS;
        long flags = flows.rows[at];
        if ((flags & FlowTable.PROVED) == 0 || ((flags >>> FlowTable.PROTOCOL_SHIFT) & 0xff) == 0) {
            long named = ((flags >>> FlowTable.PROTOCOL_SHIFT) & 0xff) == 0
                    ? (long) dissector.protocol().index() << FlowTable.PROTOCOL_SHIFT
                    : 0;
            flows.rows[at] |= FlowTable.PROVED | named;
        }
    }

    private void oneTryMore() {
        int at = flows.at + FlowTable.FLAGS;
        if (((flows.rows[at] >>> FlowTable.TRIES_SHIFT) & 0xf) < 0xf) {
            flows.rows[at] += 1L << FlowTable.TRIES_SHIFT;
        }
    }

    /// Asks the dissectors bound to either port, then those that know content anywhere.
    private int recognise(byte[] bytes, int from, int length) {
        if (((flows.rows[flows.at + FlowTable.FLAGS] >>> FlowTable.TRIES_SHIFT) & 0xf) >= MAX_TRIES) {
            return 0;
        }
        slice.wrap(bytes, from, length);
        boolean tcp = message.isTcp();
        int number = first(dissectors.onPort(tcp, message.destinationPort()), true);
        if (number == 0) {
            number = first(dissectors.onPort(tcp, message.sourcePort()), true);
        }
        if (number == 0) {
            number = first(dissectors.onAnyPort(tcp), false);
        }
        if (number == 0) {
            oneTryMore();
        } else {
            flows.rows[flows.at + FlowTable.FLAGS] |= (long) number << FlowTable.DISSECTOR_SHIFT;
        }
        return number;
    }

    private int first(int[] candidates, boolean unsureIsEnough) {
        int unsure = 0;
        for (int number : candidates) {
            switch (probe(number)) {
                case YES -> {
                    return number;
                }
                case UNSURE -> unsure = unsure == 0 ? number : unsure;
                case NO -> {}
            }
        }
        return unsureIsEnough ? unsure : 0;
    }

    private Probe probe(int number) {
        message.dissecting(number);
        try {
            return dissectors.at(number).probe(slice, message);
        } catch (Truncated e) {
            return Probe.NO;
        }
    }
}
