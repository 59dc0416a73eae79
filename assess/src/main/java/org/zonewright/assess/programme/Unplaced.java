package org.zonewright.assess.programme;

import java.util.List;
import java.util.Locale;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Text;

/// A piece of evidence or a claim that could not be counted, and why. `name` is the requirement as the document has
/// it.
public record Unplaced(Why why, String id, String name, List<SourceRef> places) {
    public Unplaced {
        places = List.copyOf(places);
    }

    /// Why it does not count.
    public enum Why {
        /// No catalogue has such a requirement.
        UNKNOWN_REQUIREMENT,
        /// A programme requirement is judged for the site, and this is about a part of it.
        NOT_FOR_SITE,
        /// A requirement on service providers, and this is not about one.
        NOT_FOR_SERVICE,
        /// A requirement on makers, and this names no asset whose maker the document knows.
        NO_MAKER,
        /// A maker's word without a dated certificate.
        UNDATED;

        /// The word in JSON and text keys.
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// The sentence that says so.
    public Text text() {
        return Text.of("programme.unplaced." + why.id(), id, name);
    }
}
