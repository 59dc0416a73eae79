package org.zonewright.report.assurance;

import java.util.Locale;
import org.zonewright.assess.RequirementState;
import org.zonewright.base.Text;
import org.zonewright.standard.FoundationalRequirement;
import org.zonewright.standard.SecurityLevel;

/// What keeps one foundational requirement of a place below its target.
///
/// `requirement` is the id that limits, `state` how it stands, `asset` the asset that it fails at or an empty text,
/// `step` the cheapest evidence or change that lifts it.
public record GapRow(
        PlaceName place,
        FoundationalRequirement concern,
        SecurityLevel target,
        SecurityLevel achieved,
        Kind kind,
        String requirement,
        RequirementState state,
        String asset,
        Text step) {

    /// What has to change.
    public enum Kind {
        /// The product cannot do it: buy, replace or compensate.
        CAPABILITY,
        /// The product can do it, and is not set so.
        CONFIGURATION,
        /// Nobody has looked, or not lately.
        EVIDENCE,
        /// It failed, and no claim says whether the product could.
        UNDECIDED;

        /// The word in keys of texts.
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
