package org.zonewright.assess.coverage;

import java.util.Locale;

/// What can be said of one duty of a law. There is no word for a law that is kept.
public enum Verdict {
    /// At least one requirement that helps holds somewhere, or the duty has evidence of its own.
    SUPPORTS,
    /// Nothing that helps has evidence that counts today and says that it holds.
    NO_EVIDENCE,
    /// No requirement of IEC 62443 helps, as far as our relations go.
    OUTSIDE;

    /// The word in JSON and text keys.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
