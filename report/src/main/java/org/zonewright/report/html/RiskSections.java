package org.zonewright.report.html;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zonewright.report.assurance.Assurance;
import org.zonewright.report.assurance.CoverageRow;
import org.zonewright.report.assurance.RiskGrid;
import org.zonewright.report.assurance.RiskMatrixSvg;
import org.zonewright.report.assurance.RiskScenario;
import org.zonewright.report.assurance.StepRow;

/// Risk before and after countermeasures, the steps of IEC 62443-3-2, and what the evidence supports elsewhere.
final class RiskSections {
    private final Html html;
    private final Assurance assurance;
    private final boolean redacted;

    RiskSections(Html html, Assurance assurance, boolean redacted) {
        this.html = html;
        this.assurance = assurance;
        this.redacted = redacted;
    }

    void risk() {
        Optional<RiskGrid> grid = assurance.risk();
        if (grid.isEmpty()) {
            html.paragraph(html.say("risk.none"));
            return;
        }
        if (grid.get().scenarios().isEmpty()) {
            html.paragraph(html.say("risk.no-scenarios"));
        } else {
            html.note(html.say("risk.read"));
        }
        html.out
                .open("div", "class", "risk")
                .include(RiskMatrixSvg.inline(grid.get(), html.texts))
                .close()
                .line();
        if (!grid.get().scenarios().isEmpty()) {
            scenarios(grid.get());
        }
    }

    private void scenarios(RiskGrid grid) {
        html.table(
                "scenarios",
                html.headings("risk", "number", "scenario", "place", "before", "after", "level", "tolerable"),
                () -> {
                    int number = 1;
                    for (RiskScenario scenario : grid.scenarios()) {
                        int current = number++;
                        html.row(() -> {
                            html.cell(current);
                            html.out
                                    .open("th", "scope", "row")
                                    .text(scenario.name())
                                    .text(" ");
                            html.out
                                    .element("span", scenario.id(), "class", "id")
                                    .close();
                            html.cell(scenario.place().name());
                            html.cell(grid.levels().get(grid.level(scenario.before())));
                            html.cell(() -> html.valueOr(
                                    scenario.after()
                                            .map(spot -> grid.levels().get(grid.level(spot)))
                                            .orElse(""),
                                    "risk.not-estimated"));
                            html.cell(level(scenario));
                            html.cell(() -> remaining(grid, scenario));
                        });
                    }
                });
    }

    private String level(RiskScenario scenario) {
        String concerns = scenario.stoppedBy().stream().map(Enum::name).collect(Collectors.joining(" "));
        return scenario.level().map(level -> level.number() + " " + concerns).orElse(html.say("not-given"));
    }

    private void remaining(RiskGrid grid, RiskScenario scenario) {
        if (scenario.after().isEmpty()) {
            html.out.element("span", html.say("unknown"), "class", "none");
            return;
        }
        boolean tolerable = grid.level(scenario.after().get()) <= grid.tolerable();
        html.out.text(html.say(tolerable ? "risk.yes" : "risk.no"));
        scenario.accepted().ifPresent(accepted -> {
            String by = redacted || accepted.by().isBlank() ? html.say("person-withheld") : accepted.by();
            html.out
                    .empty("br")
                    .text(
                            accepted.until().isBlank()
                                    ? html.say("risk.accepted", by)
                                    : html.say("risk.accepted-until", by, accepted.until()));
        });
    }

    void steps() {
        if (assurance.steps().isEmpty()) {
            html.paragraph(html.say("steps.none"));
            return;
        }
        html.table("steps", html.headings("steps", "step", "title", "state", "missing"), () -> {
            for (StepRow step : assurance.steps()) {
                html.row(() -> {
                    html.out.element("th", step.id(), "scope", "row");
                    html.cell(step.title());
                    html.cell(() -> {
                        html.chip(
                                "step-" + step.state().id(),
                                html.say("steps.state." + step.state().id()));
                        if (!step.by().isBlank()) {
                            html.out.text(redacted ? html.say("person-withheld") : step.by());
                        }
                    });
                    html.cell(() -> lines(step.missing().stream().map(html::say).toList()));
                });
            }
        });
    }

    private void lines(List<String> lines) {
        if (lines.isEmpty()) {
            html.out.element("span", html.say("none"), "class", "none");
            return;
        }
        html.out.open("ul", "class", "plain");
        lines.forEach(line -> html.out.element("li", line));
        html.out.close();
    }

    void coverage() {
        if (assurance.coverage().isEmpty()) {
            html.paragraph(html.say("coverage.none"));
            return;
        }
        html.note(html.say("coverage.read"));
        List<String> frameworks = assurance.coverage().stream()
                .map(CoverageRow::framework)
                .distinct()
                .toList();
        for (String framework : frameworks) {
            List<CoverageRow> rows = assurance.coverage().stream()
                    .filter(row -> row.framework().equals(framework))
                    .toList();
            html.out.element("h3", framework).line();
            html.table(
                    "coverage",
                    html.headings("coverage", "id", "title", "verdict", "evidence", "note"),
                    () -> rows.forEach(this::row));
        }
    }

    private void row(CoverageRow row) {
        html.row(() -> {
            html.out.element("th", row.id(), "scope", "row");
            html.cell(row.title());
            html.cell(() -> html.chip(
                    "covers-" + row.verdict().id(),
                    html.say("coverage.verdict." + row.verdict().id())));
            html.cell(() -> html.valueOr(String.join(", ", row.evidence()), "none"));
            html.cell(html.say(row.note()));
        });
    }
}
