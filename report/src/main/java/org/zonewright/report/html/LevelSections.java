package org.zonewright.report.html;

import java.util.List;
import java.util.Optional;
import org.zonewright.report.assurance.Assurance;
import org.zonewright.report.assurance.Contradiction;
import org.zonewright.report.assurance.GapRow;
import org.zonewright.report.assurance.HeatMapSvg;
import org.zonewright.report.assurance.LevelCell;
import org.zonewright.report.assurance.LevelRow;
import org.zonewright.report.assurance.PlaceName;
import org.zonewright.report.assurance.RadarSvg;
import org.zonewright.standard.FoundationalRequirement;
import org.zonewright.standard.SecurityLevel;

/// Security levels, what keeps them down, and where the network says other than the evidence.
final class LevelSections {
    private final Html html;
    private final Assurance assurance;

    LevelSections(Html html, Assurance assurance) {
        this.html = html;
        this.assurance = assurance;
    }

    void levels() {
        List<LevelRow> rows = assurance.levels();
        if (rows.isEmpty()) {
            html.paragraph(html.say("levels.none"));
            return;
        }
        html.note(html.say("levels.read"));
        HeatMapSvg.sheets(rows, html.texts).forEach(sheet -> {
            html.out.open("div", "class", "heat").include(sheet).close().line();
        });
        html.out.open("div", "class", "aloud").line();
        html.details(false, html.say("levels.table"), () -> table(rows));
        html.out.close().line();
        html.out.element("h3", html.say("levels.wheels")).line();
        html.out
                .open("div", "class", "legend")
                .include(RadarSvg.legend(html.texts))
                .close()
                .line();
        html.out.open("div", "class", "wheels").line();
        rows.stream().filter(row -> row.place().kind() == PlaceName.Kind.ZONE).forEach(row -> html.out
                .open("div")
                .include(RadarSvg.inline(row, html.texts))
                .close()
                .line());
        html.out.close().line();
    }

    /// The same in words, for who does not see pictures.
    private void table(List<LevelRow> rows) {
        html.table(
                "levels",
                html.headings("levels", "place", "concern", "target", "achieved", "at-most", "state", "limit"),
                () -> {
                    for (LevelRow row : rows) {
                        for (FoundationalRequirement concern : FoundationalRequirement.values()) {
                            LevelCell cell = row.at(concern);
                            html.row(() -> {
                                html.out.element("th", row.place().name(), "scope", "row");
                                html.cell(concern.name());
                                html.cell(level(cell.target()));
                                html.cell(cell.achieved().number());
                                html.cell(cell.atMost().number());
                                html.cell(html.texts.say("picture.state." + Html.word(cell.state())));
                                html.cell(() -> html.valueOr(cell.limiting(), "none"));
                            });
                        }
                    }
                });
    }

    private static String level(Optional<SecurityLevel> level) {
        return level.map(SecurityLevel::number).map(String::valueOf).orElse("–");
    }

    void gaps() {
        if (assurance.gaps().isEmpty()) {
            html.paragraph(html.say(assurance.levels().isEmpty() ? "gaps.unknown" : "gaps.none"));
            return;
        }
        html.note(html.say("gaps.read"));
        html.table(
                "gaps", html.headings("gaps", "place", "concern", "levels", "kind", "limit", "asset", "step"), () -> {
                    for (GapRow gap : assurance.gaps()) {
                        html.row(() -> {
                            html.out.element("th", gap.place().name(), "scope", "row");
                            html.cell(gap.concern().name());
                            html.cell(html.texts.say(
                                    "picture.heat.cell",
                                    gap.target().number(),
                                    gap.achieved().number()));
                            html.cell(html.say("gaps.kind." + gap.kind().id()));
                            html.cell(() -> {
                                html.clauses(List.of(gap.requirement()));
                                html.chip(
                                        gap.state().failed() ? "failed" : "missing",
                                        html.say("state." + gap.state().id()));
                            });
                            html.cell(() -> html.valueOr(gap.asset(), "gaps.whole-place"));
                            html.cell(html.say(gap.step()));
                        });
                    }
                });
    }

    void contradictions() {
        if (assurance.contradictions().isEmpty()) {
            html.paragraph(html.say("contradictions.none"));
            return;
        }
        html.note(html.say("contradictions.read"));
        html.table(
                "contradictions", html.headings("contradictions", "rule", "place", "touches", "voids", "seen"), () -> {
                    for (Contradiction contradiction : assurance.contradictions()) {
                        html.row(() -> {
                            html.out.element("th", contradiction.rule(), "scope", "row");
                            html.cell(() -> html.out
                                    .text(contradiction.place().name())
                                    .empty("br")
                                    .text(contradiction.asset()));
                            html.cell(() -> html.clauses(contradiction.requirements()));
                            html.cell(() ->
                                    html.valueOr(String.join(", ", contradiction.voids()), "contradictions.nothing"));
                            html.cell(() -> html.reason(contradiction.reason()));
                        });
                    }
                });
    }
}
