package org.zonewright.plant.assurance;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zonewright.plant.Word;
import org.zonewright.plant.id.FlowId;
import org.zonewright.plant.id.MeasureId;
import org.zonewright.plant.id.ScenarioId;
import org.zonewright.standard.LevelVector;

/// A countermeasure: proposed, planned, in place or given up.
///
/// `closes` are the requirements it makes hold, `capability` a quick estimate by foundational requirement,
/// `removesFlows` the flows it ends. `cost` is in the currency of the policy; `needs` are measures that must come
/// first, `interim` one that helps until then. `canBlock` marks one that can stop traffic or an action: on an
/// essential function it asks for `check`. `limitsConsequence` marks one that lowers the impact and not only the
/// likelihood.
public record Measure(
        MeasureId id,
        Optional<String> name,
        State state,
        List<Closure> closes,
        Optional<LevelVector> capability,
        List<ScenarioId> scenarios,
        List<FlowId> removesFlows,
        Optional<BigDecimal> cost,
        Outage outage,
        Optional<Duration> outageDuration,
        Optional<Duration> leadTime,
        List<MeasureId> needs,
        Optional<MeasureId> interim,
        Optional<String> supplier,
        Optional<String> owner,
        Optional<LocalDate> due,
        Optional<LocalDate> doneOn,
        boolean canBlock,
        Optional<EssentialFunctionCheck> check,
        boolean limitsConsequence,
        Optional<String> note) {

    public Measure {
        closes = List.copyOf(closes);
        scenarios = List.copyOf(scenarios);
        removesFlows = List.copyOf(removesFlows);
        needs = List.copyOf(needs);
        if (cost.filter(amount -> amount.signum() < 0).isPresent()) {
            throw new IllegalArgumentException("a cost is not negative");
        }
        if (needs.contains(id)) {
            throw new IllegalArgumentException("a measure cannot need itself");
        }
    }

    /// Requirements at one place.
    public record Closure(Subject at, List<RequirementRef> requirements) {
        public Closure {
            requirements = List.copyOf(requirements);
        }
    }

    /// How far it is.
    public enum State implements Word {
        PROPOSED,
        APPROVED,
        IN_PLACE,
        REJECTED,
        RETIRED
    }

    /// What it asks of the plant while it is done.
    public enum Outage implements Word {
        NONE,
        MAINTENANCE_WINDOW,
        SHUTDOWN
    }
}
