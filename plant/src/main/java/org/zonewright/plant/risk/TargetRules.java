package org.zonewright.plant.risk;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.zonewright.plant.Word;
import org.zonewright.standard.SecurityLevel;

/// The site's settings of the methods that go from risk to SL-T; what is empty leaves the product's default, which
/// the method prints.
///
/// `byRisk` gives levels for a level of the matrix, `byConsequence` for a step of its impact, by label or by number
/// from 1 (the mildest).
public record TargetRules(Map<String, LevelRange> byRisk, Map<String, LevelRange> byConsequence, Crrf crrf) {
    /// Nothing is set.
    public static final TargetRules DEFAULTS = new TargetRules(Map.of(), Map.of(), Crrf.TAUGHT);

    public TargetRules {
        byRisk = Collections.unmodifiableMap(new TreeMap<>(byRisk));
        byConsequence = Collections.unmodifiableMap(new TreeMap<>(byConsequence));
    }

    /// How the cyber risk reduction factor becomes a level: `LINEAR` is `ceil(CRRF - subtract)`, `LOG10` is
    /// `ceil(log10(CRRF))`, both capped at 4. `whenTolerable` (0 or 1) is the level where CRRF is at most 1.
    public record Crrf(Scale scale, BigDecimal subtract, SecurityLevel whenTolerable) {
        /// One rule that is taught for matrices scored linearly; from memory, no open text with its numbers was read.
        public static final Crrf TAUGHT = new Crrf(Scale.LINEAR, new BigDecimal("0.25"), SecurityLevel.SL1);

        public Crrf {
            if (subtract.signum() < 0 || subtract.compareTo(BigDecimal.ONE) >= 0) {
                throw new IllegalArgumentException("what is taken off the factor is from 0 to below 1");
            }
            if (whenTolerable.isAtLeast(SecurityLevel.SL2)) {
                throw new IllegalArgumentException("a risk that is tolerable asks for level 0 or 1");
            }
        }
    }

    /// How scores grow with risk.
    public enum Scale implements Word {
        LINEAR,
        LOG10
    }
}
