package org.zonewright.traffic.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private static final int PROTOCOLS = 256;

    /// Statements for which memory is taken at a time, and what one takes with its value and its place.
    private static final int STEP = 256;

    private static final int STATEMENT_BYTES = 256;

    /// Of the subject, or of the device it reaches by `child`. Compared by hand, as in the [VantageBook].
    private record Statement(
            int vantage,
            Address subject,
            @Nullable ChildAddress child,
            Attribute attribute,
            String value,
            String method,
            Confidence confidence) {
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
    private final SayingBook sayings = new SayingBook();
    private final NumberSet numbers;
    private final Pager pager;
    private final @Nullable Attribute[] lastAttribute = new Attribute[PROTOCOLS]; // by protocol
    private final int[] lastSaying = new int[PROTOCOLS];
    private int children;
    private int room = STEP; // statements that memory was taken for; the first are not worth counting
    private long dropped;

    IdentityLog(String file, VantageBook vantages, long seed, Pager pager) {
        this.file = file;
        this.pager = pager;
        this.numbers = new NumberSet(seed, pager);
        this.vantages = vantages;
    }

    /// Notes what was said of the subject, or, unless `child` is null, of the device that it reaches by that address.
    void add(
            int vantage,
            Address subject,
            @Nullable ChildAddress child,
            Attribute attribute,
            String value,
            String method,
            Confidence confidence,
            long frame) {
        if (value.isEmpty()) {
            return;
        }
        if (known.size() >= LIMIT || (child != null && children >= CHILD_LIMIT)) {
            dropped++;
            return;
        }
        String kept = value.length() <= VALUE_LIMIT ? value : value.substring(0, VALUE_LIMIT);
        Statement statement = new Statement(vantage, subject, child, attribute, kept, method, confidence);
        if (known.size() == room && !known.containsKey(statement)) {
            if (!pager.tryFix(STEP * STATEMENT_BYTES)) {
                dropped++;
                return;
            }
            room += STEP;
        }
        if (known.putIfAbsent(statement, frame) == null && child != null) {
            children++;
        }
    }

    /// True if this number was not said before of this station by this protocol, given by its index. Allocates
    /// nothing when it was.
    @SuppressWarnings("ReferenceEquality") // attributes of dissectors are constants; another object costs a look-up
    boolean isNew(int vantage, int family, int address, Attribute attribute, int protocol, long value) {
        if (attribute != lastAttribute[protocol]) {
            lastSaying[protocol] = sayings.number(attribute, protocol);
            lastAttribute[protocol] = attribute;
        }
        long saying = lastSaying[protocol] & 0x3fff;
        return numbers.add(((long) address << 32) | ((long) vantage << 16) | (saying << 2) | family, value);
    }

    /// What was said of stations, in the order of first sighting; after the last packet, when every interface is
    /// known.
    List<IdentityFact> facts() {
        List<IdentityFact> facts = new ArrayList<>(known.size() - children);
        known.forEach((statement, frame) -> {
            if (statement.child == null) {
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
