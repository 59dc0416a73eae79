package org.zonewright.facts.inventory.conversation;

import java.util.ArrayList;
import java.util.List;
import org.zonewright.facts.ConversationTable;
import org.zonewright.facts.DirectionEvidence;
import org.zonewright.facts.Outcome;
import org.zonewright.facts.ProtocolEvidence;
import org.zonewright.facts.inventory.conversation.Slice.Count;
import org.zonewright.facts.inventory.conversation.Slice.Use;

/// All rows of one conversation, while they are being folded. Sides are those of [Slice]. Mutable; one thread.
final class Tally {
    private final List<Slice> slices = new ArrayList<>(1);
    private ProtocolEvidence named = ProtocolEvidence.NONE;
    private String protocol = "";
    private DirectionEvidence direction = DirectionEvidence.FIRST_PACKET;
    private long directedNanos = Long.MAX_VALUE;
    private int client;
    private Outcome outcome = Outcome.ONE_WAY;
    private boolean bothSidesInOneRow;

    /// Adds the cursor's row; `flip` if its `a` is side 1, `asking` the side that opened it.
    void add(
            ConversationTable.Cursor row,
            int sensor,
            String file,
            boolean flip,
            DirectionEvidence evidence,
            int asking) {
        Slice slice = slice(sensor, file);
        int a = flip ? 1 : 0;
        slice.packets[a] += row.packetsA();
        slice.packets[1 - a] += row.packetsB();
        slice.bytes[a] += row.bytesA();
        slice.bytes[1 - a] += row.bytesB();
        slice.flows += row.flows();
        slice.span(row.firstNanos(), row.lastNanos(), file, row.firstFrame());
        while (row.nextFunction()) {
            int side = row.byA() ? a : 1 - a;
            Count count = slice.count(new Use(row.function(), row.unit(), side), file);
            boolean earlier = count.frame == 0 || (count.file.equals(file) && row.functionFrame() < count.frame);
            count.frame = earlier ? row.functionFrame() : count.frame;
            count.requests += row.requests();
            count.answers += row.answers();
            count.refusals += row.refusals();
        }
        name(row.protocol(), row.protocolEvidence());
        direct(evidence, row.firstNanos(), asking);
        outcome = outcome.compareTo(row.outcome()) <= 0 ? outcome : row.outcome();
        bothSidesInOneRow |= row.packetsA() > 0 && row.packetsB() > 0;
    }

    /// Adds rows of the same ends and port under a weaker name.
    void add(Tally other) {
        for (Slice slice : other.slices) {
            slice(slice.sensor, slice.file).add(slice);
        }
        direct(other.direction, other.directedNanos, other.client);
        outcome = outcome.compareTo(other.outcome) <= 0 ? outcome : other.outcome;
        bothSidesInOneRow |= other.bothSidesInOneRow;
    }

    private Slice slice(int sensor, String file) {
        for (Slice slice : slices) {
            if (slice.sensor == sensor) {
                return slice;
            }
        }
        Slice added = new Slice(sensor, file);
        slices.add(added);
        return added;
    }

    private void name(String by, ProtocolEvidence evidence) {
        boolean better =
                evidence.compareTo(named) > 0 || (evidence == named && !by.isEmpty() && by.compareTo(protocol) < 0);
        if (better) {
            named = evidence;
            protocol = by;
        }
    }

    private void direct(DirectionEvidence evidence, long nanos, int asking) {
        int order = evidence.compareTo(direction);
        boolean earlier = nanos < directedNanos || (nanos == directedNanos && asking < client);
        if (order > 0 || (order == 0 && earlier)) {
            direction = evidence;
            directedNanos = nanos;
            client = asking;
        }
    }

    String protocol() {
        return protocol;
    }

    ProtocolEvidence named() {
        return named;
    }

    DirectionEvidence direction() {
        return direction;
    }

    /// The side that opened the conversation.
    int client() {
        return client;
    }

    List<Slice> slices() {
        return slices;
    }

    long packets() {
        Slice all = Slice.sum(slices);
        return all.packets[0] + all.packets[1];
    }

    /// What became of it: answered if each side was seen, though perhaps by different sensors.
    Outcome outcome() {
        Slice all = Slice.sum(slices);
        boolean halves = !bothSidesInOneRow && all.packets[0] > 0 && all.packets[1] > 0;
        return halves && outcome != Outcome.REJECTED ? Outcome.ESTABLISHED : outcome;
    }
}
