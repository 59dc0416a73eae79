package org.zonewright.report.html;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.zonewright.report.html.Finding.Level;

/// The findings: the ten that matter most at the top of the page, and all of them further down.
final class FindingSections {
    private static final int FIRST = 10;

    private final Html html;
    private final AssessmentReport report;

    FindingSections(Html html, AssessmentReport report) {
        this.html = html;
        this.report = report;
    }

    void first() {
        List<Finding> findings = report.findings();
        if (findings.isEmpty()) {
            html.paragraph(html.say("first.none"));
            return;
        }
        html.note(
                findings.size() > FIRST
                        ? html.say("first.of", FIRST, Html.number(findings.size()))
                        : html.say("first.all", Html.number(findings.size())));
        html.out.open("ol", "class", "findings").line();
        findings.stream().limit(FIRST).forEach(finding -> {
            html.out.open("li", "class", "finding " + finding.level().id()).line();
            card(finding, true);
            html.out.close().line();
        });
        html.out.close().line();
    }

    void all() {
        if (report.findings().isEmpty()) {
            html.paragraph(html.say("findings.none"));
            return;
        }
        html.paragraph(counts());
        if (report.findings().size() <= FIRST) {
            html.paragraph(html.say("findings.above"));
            return;
        }
        for (Finding finding : report.findings()) {
            html.out.open("article", "class", "finding " + finding.level().id()).line();
            card(finding, false);
            html.out.close().line();
        }
    }

    /// How many findings there are of each level, counted here.
    String counts() {
        Map<Level, Integer> byLevel = new EnumMap<>(Level.class);
        report.findings().forEach(finding -> byLevel.merge(finding.level(), 1, Integer::sum));
        StringBuilder line = new StringBuilder();
        byLevel.forEach((level, count) -> line.append(line.isEmpty() ? "" : " · ")
                .append(html.say("level.count", Html.number(count), html.say("level." + level.id()))));
        return line.toString();
    }

    private void card(Finding finding, boolean open) {
        html.out.open("h3");
        html.chip(finding.level().id(), html.say("level." + finding.level().id()));
        html.out.text(" " + html.say(finding.title())).close().line();
        html.out.open("p", "class", "where");
        if (!finding.place().isBlank()) {
            html.out.element("span", finding.place(), "class", "zone").text(" ");
        }
        html.clauses(finding.clauses());
        html.out.element("span", finding.id(), "class", "id");
        html.out.close().line();
        finding.accepted().ifPresent(accepted -> html.out
                .element("p", html.say(accepted), "class", "accepted")
                .line());
        html.out.open("p", "class", "action");
        html.out.element("b", html.say("finding.do")).text(" " + html.say(finding.action()));
        html.out.close().line();
        html.details(open, html.say("finding.why"), () -> html.reason(finding.reason()));
    }
}
