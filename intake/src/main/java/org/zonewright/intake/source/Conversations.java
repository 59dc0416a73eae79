package org.zonewright.intake.source;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zonewright.base.ProblemLog;
import org.zonewright.base.SourceRef;
import org.zonewright.facts.Address;
import org.zonewright.facts.ConversationTable;
import org.zonewright.facts.ConversationTableBuilder;
import org.zonewright.facts.DirectionEvidence;
import org.zonewright.facts.Function;
import org.zonewright.facts.Outcome;
import org.zonewright.facts.ProtocolEvidence;
import org.zonewright.facts.Transport;
import org.zonewright.facts.VantagePoint;
import org.zonewright.intake.IntakeProblem;

/// The conversations of one file, as flow records count them and as messages mention them. Mutable; one thread.
public final class Conversations {
    /// Which conversation: `a` is the side believed to have opened it; ports are -1 where there are none, an empty
    /// protocol is one that was not recognised.
    public record Ends(
            VantagePoint vantage, Transport transport, Address a, Address b, int portA, int portB, String protocol) {
        ConversationTableBuilder.Key key() {
            return new ConversationTableBuilder.Key(
                    vantage,
                    transport,
                    a,
                    b,
                    portA,
                    portB,
                    protocol,
                    protocol.isEmpty() ? ProtocolEvidence.NONE : ProtocolEvidence.CONTENT);
        }
    }

    /// What a flow record counts; times in nanoseconds since 1970. A number that no flow can have counts as none.
    public record Volume(long packetsA, long packetsB, long bytesA, long bytesB, long firstNanos, long lastNanos) {
        private static final long MOST = 1L << 50;

        public Volume {
            packetsA = possible(packetsA);
            packetsB = possible(packetsB);
            bytesA = possible(bytesA);
            bytesB = possible(bytesB);
            lastNanos = Math.max(firstNanos, lastNanos);
        }

        private static long possible(long count) {
            return count < 0 || count > MOST ? 0 : count;
        }
    }

    /// One message of a protocol: who asked, and whether this is the question or an answer. A unit beyond 16 bits is
    /// none.
    public record Message(Function function, int unit, boolean byA, long requests, long answers, long refusals) {
        private static final int MOST_UNITS = 1 << 16;

        public Message {
            unit = unit < 0 || unit >= MOST_UNITS ? -1 : unit;
        }

        public static Message request(Function function, int unit, boolean byA) {
            return new Message(function, unit, byA, 1, 0, 0);
        }

        public static Message answer(Function function, int unit, boolean byA, boolean refused) {
            return new Message(function, unit, byA, 0, 1, refused ? 1 : 0);
        }
    }

    private static final class Mention {
        private final int row;
        private long firstNanos;
        private long lastNanos;
        private final long line;
        private boolean answered;

        private Mention(int row, long nanos, long line) {
            this.row = row;
            this.firstNanos = nanos;
            this.lastNanos = nanos;
            this.line = line;
        }
    }

    private final ConversationTableBuilder table = new ConversationTableBuilder();
    private final Map<Ends, Mention> mentions = new HashMap<>();
    private final ProblemLog log;
    private final SourceRef file;
    private long added;
    private boolean full;

    Conversations(ProblemLog log, SourceRef file) {
        this.log = log;
        this.file = file;
    }

    /// Adds what one flow record counts.
    public void add(Ends ends, Volume volume, DirectionEvidence direction, Outcome outcome, int line) {
        if (hasRoom()) {
            added++;
            table.add(
                    ends.key(),
                    new ConversationTableBuilder.Volume(
                            volume.packetsA(),
                            volume.packetsB(),
                            volume.bytesA(),
                            volume.bytesB(),
                            volume.firstNanos(),
                            volume.lastNanos(),
                            line,
                            1),
                    direction,
                    outcome);
        }
    }

    /// Adds a message of a conversation whose packets are counted elsewhere, or nowhere.
    public void message(Ends ends, Message message, long nanos, int line) {
        Mention mention = mention(ends, nanos, line);
        if (mention != null) {
            mention.answered |= message.answers() > 0;
            table.addFunction(
                    mention.row,
                    message.function(),
                    message.unit(),
                    message.byA(),
                    message.requests(),
                    message.answers(),
                    message.refusals(),
                    line);
        }
    }

    private @Nullable Mention mention(Ends ends, long nanos, int line) {
        Mention known = mentions.get(ends);
        if (known != null) {
            known.firstNanos = Math.min(known.firstNanos, nanos);
            known.lastNanos = Math.max(known.lastNanos, nanos);
            return known;
        }
        if (!hasRoom()) {
            return null;
        }
        added++;
        int row = table.add(
                ends.key(),
                new ConversationTableBuilder.Volume(0, 0, 0, 0, nanos, nanos, line, 0),
                DirectionEvidence.MESSAGE,
                Outcome.ATTEMPTED);
        Mention mention = new Mention(row, nanos, line);
        mentions.put(ends, mention);
        return mention;
    }

    private boolean hasRoom() {
        if (added < SourceLimits.MAX_CONVERSATIONS) {
            return true;
        }
        if (!full) {
            full = true;
            log.report(IntakeProblem.SOURCE_TOO_MANY, file, SourceLimits.MAX_CONVERSATIONS);
        }
        return false;
    }

    boolean isEmpty() {
        return added == 0;
    }

    ConversationTable build() {
        mentions.forEach((ends, mention) -> table.add(
                ends.key(),
                new ConversationTableBuilder.Volume(0, 0, 0, 0, mention.firstNanos, mention.lastNanos, mention.line, 0),
                DirectionEvidence.MESSAGE,
                mention.answered ? Outcome.ESTABLISHED : Outcome.ATTEMPTED));
        return table.build();
    }
}
