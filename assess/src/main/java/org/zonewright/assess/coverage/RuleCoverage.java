package org.zonewright.assess.coverage;

import java.util.List;
import org.zonewright.standard.catalogue.NationalOverlay;

/// A rule of one country and what the evidence does for each thing it asks for.
public record RuleCoverage(NationalOverlay overlay, NationalOverlay.Rule rule, List<AskCoverage> asks) {
    public RuleCoverage {
        asks = List.copyOf(asks);
    }

    /// One thing that the rule asks for. `about` is what is said of the points of Union law that it repeats or
    /// sharpens;
    /// that does not enter into its own verdict.
    public record AskCoverage(NationalOverlay.Ask ask, Verdict verdict, List<Help> helps, List<DutyCoverage> about) {
        public AskCoverage {
            helps = List.copyOf(helps);
            about = List.copyOf(about);
        }

        /// How many requirements that help hold somewhere.
        public int held() {
            return (int) helps.stream().filter(help -> !help.held().isEmpty()).count();
        }

        /// How many requirements that help were found wanting somewhere.
        public int failed() {
            return (int) helps.stream().filter(help -> !help.failed().isEmpty()).count();
        }
    }
}
