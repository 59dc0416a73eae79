package org.zonewright.report.html;

import org.zonewright.report.assurance.Assurance;
import org.zonewright.report.assurance.Contradiction;
import org.zonewright.report.assurance.CoverageRow;
import org.zonewright.report.assurance.GapRow;
import org.zonewright.report.assurance.LevelRow;
import org.zonewright.report.assurance.PlaceName;
import org.zonewright.report.assurance.RiskGrid;
import org.zonewright.report.assurance.RiskScenario;
import org.zonewright.report.assurance.StepRow;
import org.zonewright.report.discovery.Redaction;

/// Levels, gaps and risk under the pseudonyms of a redaction; names of persons are left out.
final class RedactedAssurance {
    private final Redaction redaction;

    RedactedAssurance(Redaction redaction) {
        this.redaction = redaction;
    }

    Assurance of(Assurance assurance) {
        return new Assurance(
                assurance.levels().stream()
                        .map(row -> new LevelRow(place(row.place()), row.cells()))
                        .toList(),
                assurance.gaps().stream().map(this::gap).toList(),
                assurance.contradictions().stream().map(this::contradiction).toList(),
                assurance.risk().map(this::grid),
                assurance.steps().stream().map(this::step).toList(),
                assurance.coverage().stream().map(this::coverage).toList());
    }

    private PlaceName place(PlaceName place) {
        return new PlaceName(place.kind(), redaction.words(place.id()), redaction.words(place.name()));
    }

    private GapRow gap(GapRow gap) {
        return new GapRow(
                place(gap.place()),
                gap.concern(),
                gap.target(),
                gap.achieved(),
                gap.kind(),
                gap.requirement(),
                gap.state(),
                redaction.words(gap.asset()),
                redaction.apply(gap.step()));
    }

    private Contradiction contradiction(Contradiction contradiction) {
        return new Contradiction(
                contradiction.rule(),
                place(contradiction.place()),
                redaction.words(contradiction.asset()),
                contradiction.requirements(),
                contradiction.voids().stream().map(redaction::words).toList(),
                redaction.apply(contradiction.reason()));
    }

    private RiskGrid grid(RiskGrid grid) {
        return new RiskGrid(
                grid.name(),
                grid.likelihood(),
                grid.impact(),
                grid.levels(),
                grid.tolerable(),
                grid.cells(),
                grid.scenarios().stream().map(this::scenario).toList());
    }

    private RiskScenario scenario(RiskScenario scenario) {
        return new RiskScenario(
                redaction.words(scenario.id()),
                redaction.words(scenario.name()),
                place(scenario.place()),
                scenario.before(),
                scenario.after(),
                scenario.level(),
                scenario.stoppedBy(),
                scenario.accepted().map(accepted -> new RiskScenario.Accepted("", accepted.until())));
    }

    /// That a person said it stays; who, does not.
    private StepRow step(StepRow step) {
        return new StepRow(
                step.id(),
                step.title(),
                step.state(),
                step.missing().stream().map(redaction::apply).toList(),
                step.by().isBlank() ? "" : "–");
    }

    private CoverageRow coverage(CoverageRow row) {
        return new CoverageRow(
                row.framework(),
                row.id(),
                row.title(),
                row.verdict(),
                row.evidence().stream().map(redaction::words).toList(),
                redaction.apply(row.note()));
    }
}
