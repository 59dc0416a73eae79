package org.zonewright.traffic.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zonewright.base.SourceRef;
import org.zonewright.facts.Address;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Basis;
import org.zonewright.facts.ChildAddress;
import org.zonewright.facts.ChildFact;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.IdentityFact;
import org.zonewright.facts.memory.Pager;

/// What stations were said to be, each statement once with the frame of its first sighting. Bounded: at most [#LIMIT]
/// statements, of which at most [#CHILD_LIMIT] on devices behind others, and [#VALUE_LIMIT] characters a value; what
/// is beyond, or beyond the memory for them, is counted. Mutable; one thread.
final class IdentityLog {
    static final int LIMIT = 1_000_000;
    static final int CHILD_LIMIT = 100_000;
    static final int VALUE_LIMIT = 1024;
    private static final int SPEAKERS = 1024; // a protocol in 8 bits, and above it how sure it is

    /// Statements for which memory is taken at a time, and what one takes with its value and its place.
    private static final int STEP = 256;

    private static final int STATEMENT_BYTES = 256;

    /// Of the subject, or of the device it reaches by `child`. Compared by hand, as all keys that hold an enum.
    private record Statement(
            int vantage,
            Address subject,
            @Nullable ChildAddress child,
            Attribute attribute,
            String value,
            String method,
            Confidence confidence) {
        Statement with(Confidence other) {
            return new Statement(vantage, subject, child, attribute, value, method, other);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Statement that
                    && vantage == that.vantage
                    && subject.equals(that.subject)
                    && attribute.equals(that.attribute)
                    && value.equals(that.value)
                    && method.equals(that.method)
                    && confidence == that.confidence
                    && Objects.equals(child, that.child);
        }

        @Override
        public int hashCode() {
            int hash = 31 * (31 * (31 * subject.hashCode() + attribute.hashCode()) + value.hashCode()) + vantage;
            return child == null ? hash : 31 * hash + child.value().hashCode();
        }
    }

    private final String file;
    private final VantageBook vantages;
    private final Map<Statement, Long> known = new LinkedHashMap<>(); // and the frame of the first sighting
    /// When statements were made that waited for others: not when their frame came.
    private final Map<Statement, Long> late = new HashMap<>();

    private final SayingBook sayings = new SayingBook();
    private final NumberSet numbers;
    private final Pager pager;
    private final @Nullable Attribute[] lastAttribute = new Attribute[SPEAKERS];
    private final int[] lastSaying = new int[SPEAKERS];
    private final Set<Attribute> ofNumbers = new HashSet<>();
    private int children;
    private int room = STEP; // statements that memory was taken for; the first are not worth counting
    private long dropped;

    IdentityLog(String file, VantageBook vantages, long seed, Pager pager) {
        this.file = file;
        this.pager = pager;
        this.numbers = new NumberSet(seed, pager);
        this.vantages = vantages;
    }

    /// Notes what was said of the subject, or, unless `child` is null, of the device that it reaches by that address;
    /// `now` is when, as [FirstSeen] counts, and without sign.
    void add(
            int vantage,
            Address subject,
            @Nullable ChildAddress child,
            Attribute attribute,
            String value,
            String method,
            Confidence confidence,
            long frame,
            long now) {
        if (value.isEmpty()) {
            return;
        }
        if (known.size() >= LIMIT || (child != null && children >= CHILD_LIMIT)) {
            dropped++;
            return;
        }
        String kept = value.length() <= VALUE_LIMIT ? value : value.substring(0, VALUE_LIMIT);
        Statement statement = new Statement(vantage, subject, child, attribute, kept, method, confidence);
        if (known.size() == room && !known.containsKey(statement) && !hasRoom()) {
            dropped++;
            return;
        }
        if (known.putIfAbsent(statement, frame) == null) {
            if (child != null) {
                children++;
            }
            if (now >>> FirstSeen.PACKET_BITS != frame) {
                late.put(statement, now);
            }
        }
    }

    /// True if there is memory for one more statement.
    private boolean hasRoom() {
        if (known.size() < room) {
            return true;
        }
        boolean more = pager.tryFix(STEP * STATEMENT_BYTES);
        room += more ? STEP : 0;
        return more;
    }

    /// Takes in what another engine noted of the same capture. Of two equal statements the one made first stays.
    void takeIn(IdentityLog other) {
        other.known.forEach((statement, frame) -> {
            Long mine = known.get(statement);
            if (mine == null && !hasRoom()) {
                dropped++;
                return;
            }
            if (mine == null) {
                children += statement.child == null ? 0 : 1;
            }
            if (mine == null || Long.compareUnsigned(other.when(statement, frame), when(statement, mine)) < 0) {
                known.put(statement, frame);
                late.remove(statement);
                Long then = other.late.get(statement);
                if (then != null) {
                    late.put(statement, then);
                }
            }
        });
        ofNumbers.addAll(other.ofNumbers);
        dropped += other.dropped;
    }

    private long when(Statement statement, long frame) {
        Long then = late.get(statement);
        return then == null ? FirstSeen.of(frame, 0) : then;
    }

    /// True if a statement more would be dropped, or one was.
    boolean isFull() {
        return known.size() >= LIMIT || children >= CHILD_LIMIT || dropped > 0;
    }

    /// True if this number was not said before of this station by this protocol, given by its index, with this
    /// confidence. Allocates nothing when it was.
    @SuppressWarnings("ReferenceEquality") // attributes of dissectors are constants; another object costs a look-up
    boolean isNew(
            int vantage,
            int family,
            int address,
            Attribute attribute,
            int protocol,
            @Nullable Confidence confidence,
            long value) {
        int speaker = (sureness(confidence) << 8) | protocol;
        if (attribute != lastAttribute[speaker]) {
            lastSaying[speaker] = sayings.number(attribute, speaker);
            lastAttribute[speaker] = attribute;
        }
        long saying = lastSaying[speaker] & 0x3fff;
        return numbers.add(((long) address << 32) | ((long) vantage << 16) | (saying << 2) | family, value);
    }

    /// Values of this attribute are numbers that are said again and again, now and then with more confidence: of
    /// those that differ in nothing else, only the surest counts.
    void isNumber(Attribute attribute) {
        ofNumbers.add(attribute);
    }

    private boolean isOutdone(Statement statement) {
        if (statement.confidence == Confidence.HIGH || !ofNumbers.contains(statement.attribute)) {
            return false;
        }
        return known.containsKey(statement.with(Confidence.HIGH))
                || (statement.confidence == Confidence.LOW && known.containsKey(statement.with(Confidence.MEDIUM)));
    }

    private static int sureness(@Nullable Confidence confidence) {
        return confidence == null ? 0 : confidence == Confidence.HIGH ? 1 : confidence == Confidence.MEDIUM ? 2 : 3;
    }

    /// What was said of stations, in the order of first sighting; after the last packet, when every interface is
    /// known.
    List<IdentityFact> facts() {
        List<IdentityFact> facts = new ArrayList<>(known.size() - children);
        known.forEach((statement, frame) -> {
            if (statement.child == null && !isOutdone(statement)) {
                facts.add(fact(statement, frame));
            }
        });
        return facts;
    }

    /// What was said of devices behind stations, in the order of first sighting; after the last packet.
    List<ChildFact> children() {
        List<ChildFact> facts = new ArrayList<>(children);
        known.forEach((statement, frame) -> {
            ChildAddress child = statement.child;
            if (child != null) {
                facts.add(new ChildFact(child, fact(statement, frame)));
            }
        });
        return facts;
    }

    private IdentityFact fact(Statement statement, long frame) {
        return new IdentityFact(
                vantages.at(statement.vantage),
                statement.subject,
                statement.attribute,
                statement.value,
                statement.method,
                statement.confidence,
                Basis.OBSERVED,
                new SourceRef.InCapture(file, frame, -1));
    }

    /// Statements, and numbers that were said.
    int size() {
        return known.size() + numbers.size();
    }

    long dropped() {
        return dropped;
    }
}
