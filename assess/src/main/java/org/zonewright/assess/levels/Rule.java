package org.zonewright.assess.levels;

import java.util.Locale;

/// Why a requirement stands as it does: the rule that decided. `docs/levels.md` has them all.
public enum Rule {
    /// Nobody looked.
    NOTHING,
    /// Evidence that is valid now says so.
    EVIDENCE,
    /// An approved sampling plan lets other assets stand for this one.
    SAMPLED,
    /// It was met, and the evidence has expired.
    EXPIRED,
    /// It was met before the asset's firmware or zone changed.
    OUTDATED,
    /// What lets it hold lacks its reason, approver, measure in place or condition.
    UNPROVEN,
    /// The provider does not hold it, its evidence or the check of island mode is missing, or it inherits from
    /// itself.
    PROVIDER,
    /// Evidence says it is not met, and nothing newer of an equal or stronger method says otherwise.
    NOT_CLEARED,
    /// The network showed the opposite.
    CONTRADICTION,
    /// Evidence says met, and the maker says the product lacks it.
    LACKS,
    /// Every asset that carries it is covered.
    ALL_ASSETS,
    /// Assets carry it and not all are covered.
    SOME_ASSETS,
    /// An asset that carries it fails.
    ASSET_FAILS,
    /// The maker claims it, by itself.
    CLAIM,
    /// The maker claims it with help, and the help is not recorded.
    CLAIM_WITH_HELP,
    /// The maker says it is missing.
    CLAIM_MISSING,
    /// The claim is for another version, or the version is not known.
    CLAIM_VERSION,
    /// The claim has ended.
    CLAIM_ENDED,
    /// A measure in place makes it hold.
    MEASURE,
    /// What was found shows that it can be.
    SHOWN;

    private static final Rule[] ALL = values();

    /// The word in JSON and reports.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @SuppressWarnings("EnumOrdinal") // a compact code inside one run, never stored
    byte code() {
        return (byte) ordinal();
    }

    static Rule of(byte code) {
        return ALL[code];
    }
}
