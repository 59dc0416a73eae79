package org.zonewright.traffic.flow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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

/// What stations were said to be, each statement once with the frame of its first sighting. Bounded: at most [#LIMIT]
/// statements, of which at most [#CHILD_LIMIT] on devices behind others, and [#VALUE_LIMIT] characters a value; what
/// is beyond is counted. Mutable; one thread.
final class IdentityLog {
    static final int LIMIT = 1_000_000;
    static final int CHILD_LIMIT = 100_000;
    static final int VALUE_LIMIT = 1024;

    private record Statement(
            int vantage,
            Address subject,
            @Nullable ChildAddress child,
            Attribute attribute,
            String value,
            String method,
            Confidence confidence) {}

    private final String file;
    private final VantageBook vantages;
    private final Set<Statement> known = new HashSet<>();
    private final List<IdentityFact> facts = new ArrayList<>();
    private final List<ChildFact> children = new ArrayList<>();
    private final SayingBook sayings = new SayingBook();
    private final NumberSet numbers;
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
        if (facts.size() >= LIMIT) {
            dropped++;
            return;
        }
        String kept = value.length() <= VALUE_LIMIT ? value : value.substring(0, VALUE_LIMIT);
        if (known.add(new Statement(vantage, subject, null, attribute, kept, method, confidence))) {
            facts.add(fact(vantage, subject, attribute, kept, method, confidence, frame));
        }
    }

    /// As [#add], of the device that the subject reaches by `child`.
    void addBehind(
            int vantage,
            Address subject,
            ChildAddress child,
            Attribute attribute,
            String value,
            String method,
            Confidence confidence,
            long frame) {
        if (value.isEmpty()) {
            return;
        }
        if (children.size() >= CHILD_LIMIT) {
            dropped++;
            return;
        }
        String kept = value.length() <= VALUE_LIMIT ? value : value.substring(0, VALUE_LIMIT);
        if (known.add(new Statement(vantage, subject, child, attribute, kept, method, confidence))) {
            children.add(new ChildFact(child, fact(vantage, subject, attribute, kept, method, confidence, frame)));
        }
    }

    private IdentityFact fact(
            int vantage,
            Address subject,
            Attribute attribute,
            String value,
            String method,
            Confidence confidence,
            long frame) {
        return new IdentityFact(
                vantages.at(vantage),
                subject,
                attribute,
                value,
                method,
                confidence,
                Basis.OBSERVED,
                new SourceRef.InCapture(file, frame, -1));
    }

    /// True if this number was not said before of this station. Allocates nothing when it was.
    boolean isNew(int vantage, int family, int address, Attribute attribute, String method, long value) {
        int saying = sayings.number(attribute, method);
        long subject = ((long) address << 32) | ((long) vantage << 16) | ((long) (saying & 0x3fff) << 2) | family;
        return numbers.add(subject, value);
    }

    List<IdentityFact> facts() {
        return facts;
    }

    List<ChildFact> children() {
        return children;
    }

    long dropped() {
        return dropped;
    }
}
