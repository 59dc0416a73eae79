package org.zonewright.traffic.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zonewright.base.SourceRef;
import org.zonewright.facts.Address;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Basis;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.IdentityFact;

/// What stations were said to be, each statement once with the frame of its first sighting. Bounded: at most [#LIMIT]
/// statements, and [#VALUE_LIMIT] characters a value; what is beyond is counted. Mutable; one thread.
final class IdentityLog {
    static final int LIMIT = 1_000_000;
    static final int VALUE_LIMIT = 1024;
    private static final int PROTOCOLS = 256;

    /// Compared by hand, as in the [VantageBook].
    private record Statement(
            int vantage, Address subject, Attribute attribute, String value, String method, Confidence confidence) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Statement that
                    && vantage == that.vantage
                    && subject.equals(that.subject)
                    && attribute.equals(that.attribute)
                    && value.equals(that.value)
                    && method.equals(that.method)
                    && confidence == that.confidence;
        }

        @Override
        public int hashCode() {
            return 31 * (31 * (31 * subject.hashCode() + attribute.hashCode()) + value.hashCode()) + vantage;
        }
    }

    private record Saying(Attribute attribute, int protocol) {}

    private final String file;
    private final VantageBook vantages;
    private final Map<Statement, Long> known = new LinkedHashMap<>(); // and the frame of the first sighting
    private final Map<Saying, Integer> sayings = new HashMap<>();
    private final NumberSet numbers;
    private final @Nullable Attribute[] lastAttribute = new Attribute[PROTOCOLS]; // by protocol
    private final int[] lastSaying = new int[PROTOCOLS];
    private long dropped;

    IdentityLog(String file, VantageBook vantages, long seed) {
        this.file = file;
        this.numbers = new NumberSet(seed);
        this.vantages = vantages;
    }

    void add(
            int vantage,
            Address subject,
            Attribute attribute,
            String value,
            String method,
            Confidence confidence,
            long frame) {
        if (value.isEmpty()) {
            return;
        }
        if (known.size() >= LIMIT) {
            dropped++;
            return;
        }
        String kept = value.length() <= VALUE_LIMIT ? value : value.substring(0, VALUE_LIMIT);
        known.putIfAbsent(new Statement(vantage, subject, attribute, kept, method, confidence), frame);
    }

    /// True if this number was not said before of this station by this protocol, given by its index. Allocates
    /// nothing when it was.
    @SuppressWarnings("ReferenceEquality") // attributes of dissectors are constants; another object costs a look-up
    boolean isNew(int vantage, int family, int address, Attribute attribute, int protocol, long value) {
        if (attribute != lastAttribute[protocol]) {
            lastSaying[protocol] = sayings.computeIfAbsent(new Saying(attribute, protocol), key -> sayings.size());
            lastAttribute[protocol] = attribute;
        }
        long saying = lastSaying[protocol] & 0x3fff;
        return numbers.add(((long) address << 32) | ((long) vantage << 16) | (saying << 2) | family, value);
    }

    /// All statements in the order of their first sighting; after the last packet, when every interface is known.
    List<IdentityFact> facts() {
        List<IdentityFact> facts = new ArrayList<>(known.size());
        known.forEach((statement, frame) -> facts.add(new IdentityFact(
                vantages.at(statement.vantage),
                statement.subject,
                statement.attribute,
                statement.value,
                statement.method,
                statement.confidence,
                Basis.OBSERVED,
                new SourceRef.InCapture(file, frame, -1))));
        return facts;
    }

    long dropped() {
        return dropped;
    }
}
