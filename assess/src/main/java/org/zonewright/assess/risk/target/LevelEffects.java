package org.zonewright.assess.risk.target;

import java.util.Optional;
import org.zonewright.plant.risk.Estimate;
import org.zonewright.plant.risk.Scenario;
import org.zonewright.standard.SecurityLevel;

/// What would be left of a scenario's likelihood if everything that a level asks for were present: the question that
/// the iterative method repeats. The document's own estimates answer it, or whoever knows the countermeasures better.
public interface LevelEffects {
    /// The estimate with the countermeasures of the level present; empty where nobody estimated it.
    Optional<Estimate> residualAt(Scenario scenario, SecurityLevel level);

    /// The estimates that the document holds (`at-levels`).
    static LevelEffects ofDocument() {
        return (scenario, level) -> scenario.atLevels().stream()
                .filter(one -> one.level() == level)
                .findFirst()
                .map(Scenario.AtLevel::estimate);
    }
}
