package org.zonewright.assess.risk.target;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zonewright.assess.risk.matrix.Matrix;
import org.zonewright.assess.risk.matrix.Position;
import org.zonewright.assess.risk.matrix.Tolerance;
import org.zonewright.assess.risk.scenario.ScenarioRisk;
import org.zonewright.plant.risk.Estimate;
import org.zonewright.plant.risk.Scenario;
import org.zonewright.plant.risk.TargetRules;
import org.zonewright.standard.LevelVector;
import org.zonewright.standard.SecurityLevel;
import org.zonewright.standard.catalogue.Catalogues;

/// All that a method may look at for one scenario. `safety` says that the scenario hits an essential function of kind
/// safety; `baseline` is what the zone or conduit gets at least; `effects` gives the place in the matrix with the
/// countermeasures of a level present.
record MethodInput(
        Scenario scenario,
        ScenarioRisk risk,
        Optional<Matrix> matrix,
        Optional<Tolerance> tolerable,
        TargetRules rules,
        boolean safety,
        LevelVector baseline,
        Effects effects,
        Catalogues catalogues) {

    /// The place of a scenario with the countermeasures of a level present.
    interface Effects {
        Optional<Position> at(SecurityLevel level);
    }

    /// Who estimated and when, as the method prints it.
    List<Object> author() {
        return List.of(
                scenario.assessedBy().orElse("–"),
                scenario.assessedOn().map(String::valueOf).orElse("–"));
    }

    /// An estimate without its impacts: a level changes the likelihood.
    static Estimate likelihoodOnly(Estimate estimate) {
        return new Estimate(estimate.likelihood(), Map.of(), estimate.because());
    }
}
