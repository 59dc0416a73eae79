package org.zonewright.facts;

import java.util.Comparator;
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
    private static final Comparator<IdentityFact> ORDER = Comparator.comparing(IdentityFact::vantage)
            .thenComparing(IdentityFact::subject)
            .thenComparing(IdentityFact::attribute)
            .thenComparing(IdentityFact::value)
            .thenComparing(IdentityFact::method)
            .thenComparing(fact -> fact.where().display())
            .thenComparing(IdentityFact::confidence)
            .thenComparing(IdentityFact::basis);

    /// The value to show first: higher confidence, observed before documented, then as sorted.
    public static final Comparator<IdentityFact> BEST_FIRST = Comparator.comparing(IdentityFact::confidence)
            .reversed()
            .thenComparing(IdentityFact::basis)
            .thenComparing(Comparator.naturalOrder());

    @Override
    public int compareTo(IdentityFact other) {
        return ORDER.compare(this, other);
    }
}
