package org.zonewright.facts;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.zonewright.base.SourceRef;

/// One value of one attribute of one station, as one source saw it.
///
/// `vantage` is where the station was seen; `subject` the address the value is about. `method` names the protocol or
/// kind of document that gave it (`lldp`, `modbus`, `asset-list`). Values are never merged or corrected: conflicts
/// stay visible.
public record IdentityFact(
        VantagePoint vantage,
        Address subject,
        Attribute attribute,
        String value,
        String method,
        Confidence confidence,
        Basis basis,
        SourceRef where)
        implements Comparable<IdentityFact> {
    /// The value to show first: higher confidence, observed before documented, then as sorted.
    public static final Comparator<IdentityFact> BEST_FIRST = IdentityFact::compareWorth;

    private int compareWorth(IdentityFact other) {
        int byConfidence = other.confidence.compareTo(confidence);
        int byBasis = basis.compareTo(other.basis);
        return byConfidence != 0 ? byConfidence : byBasis != 0 ? byBasis : compareTo(other);
    }

    // By hand, as is the equality: facts are compared by the hundred thousand, and chains of comparators are slow in a
    // short run.
    @Override
    public int compareTo(IdentityFact other) {
        int order = vantage.compareTo(other.vantage);
        order = order != 0 ? order : subject.compareTo(other.subject);
        order = order != 0 ? order : attribute.compareTo(other.attribute);
        order = order != 0 ? order : value.compareTo(other.value);
        order = order != 0 ? order : method.compareTo(other.method);
        order = order != 0 ? order : comparePlaces(where, other.where);
        order = order != 0 ? order : confidence.compareTo(other.confidence);
        return order != 0 ? order : basis.compareTo(other.basis);
    }

    /// By what is shown of them.
    private static int comparePlaces(SourceRef one, SourceRef other) {
        return one.equals(other) ? 0 : one.display().compareTo(other.display());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IdentityFact that
                && subject.equals(that.subject)
                && attribute.equals(that.attribute)
                && value.equals(that.value)
                && method.equals(that.method)
                && confidence == that.confidence
                && basis == that.basis
                && where.equals(that.where)
                && vantage.equals(that.vantage);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * (31 * subject.hashCode() + attribute.hashCode()) + value.hashCode()) + where.hashCode();
    }
}
