package org.zonewright.report.coverage;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.zonewright.assess.coverage.Clock;
import org.zonewright.assess.coverage.DutyCoverage;
import org.zonewright.assess.coverage.RuleCoverage;
import org.zonewright.assess.coverage.SiteCoverage;
import org.zonewright.assess.coverage.Supplier;
import org.zonewright.assess.coverage.Verdict;
import org.zonewright.assess.programme.Maturity;
import org.zonewright.assess.programme.Programme;
import org.zonewright.base.Texts;
import org.zonewright.report.Timestamps;
import org.zonewright.report.discovery.TextTable;
import org.zonewright.report.markup.Printable;

/// What evidence is good for, for a terminal: laws by duty, programs by element, suppliers, countries, clocks.
public final class CoverageText {
    private final CoverageView view;
    private final Texts texts;
    private final int width;
    private final StringBuilder out = new StringBuilder();

    private CoverageText(CoverageView view, Texts texts, int width) {
        this.view = view;
        this.texts = texts;
        this.width = width;
    }

    /// The text, in lines of at most `width` columns where that is possible; `zone` is the zone in which the clocks
    /// count their days.
    public static String write(CoverageView view, Texts texts, int width, ZoneId zone) {
        CoverageText text = new CoverageText(view, texts, width);
        text.say("report.coverage.at", Timestamps.seconds(view.at()));
        view.laws().forEach(text::law);
        view.programmes().forEach(text::programme);
        if (view.shows(CoveragePart.NIS2)) {
            view.site().ifPresent(site -> text.national(site.national()));
        }
        if (view.shows(CoveragePart.CRA)) {
            view.site().ifPresent(text::suppliers);
        }
        text.clocks(zone);
        text.unplaced();
        text.out.append('\n');
        text.say("report.coverage.statement");
        return text.out.toString();
    }

    private void law(CoverageView.About about) {
        heading(
                "report.coverage.law",
                about.law().act(),
                about.who(),
                about.law().count(Verdict.SUPPORTS),
                about.law().count(Verdict.NO_EVIDENCE),
                about.law().count(Verdict.OUTSIDE));
        TextTable table = table("duty", "verdict", "held", "failed", "strength", "title");
        for (DutyCoverage duty : about.law().duties()) {
            table.add(List.of(
                    duty.duty().id().toString(),
                    verdict(duty.verdict()),
                    extent(duty),
                    duty.failed() == 0 ? "" : Integer.toString(duty.failed()),
                    duty.helps().isEmpty() ? "" : duty.strength().name().toLowerCase(Locale.ROOT),
                    duty.duty().title()));
        }
        table.write(out, width);
    }

    private String extent(DutyCoverage duty) {
        if (!duty.points().isEmpty()) {
            long supported = duty.points().stream()
                    .filter(point -> point.verdict() == Verdict.SUPPORTS)
                    .count();
            return texts.say("report.coverage.points", supported, duty.points().size());
        }
        String own = duty.own().held().isEmpty() ? "" : texts.say("report.coverage.own");
        return duty.helps().isEmpty()
                ? own
                : texts.say("report.coverage.extent", duty.held(), duty.helps().size());
    }

    private void programme(Programme programme) {
        heading(
                "report.coverage.programme." + programme.catalogue().id(),
                programme.name(),
                programme.maturity().evidenced(),
                programme.maturity().all());
        if (programme.maturity().evidenced() == 0) {
            return;
        }
        TextTable table = table("part", "maturity", "evidenced", "failed", "title");
        for (Programme.Part part : programme.parts()) {
            Maturity maturity = part.maturity();
            table.add(List.of(
                    part.group().id(),
                    maturity(maturity),
                    texts.say("report.coverage.extent", maturity.evidenced(), maturity.all()),
                    maturity.failed() == 0 ? "" : Integer.toString(maturity.failed()),
                    part.group().title()));
        }
        table.write(out, width);
    }

    private String maturity(Maturity maturity) {
        String by = maturity.by().map(String::valueOf).orElse("");
        if (maturity.level().isPresent()) {
            return texts.say("report.coverage.maturity", maturity.level().get(), by);
        }
        return by.isEmpty() ? "" : texts.say("report.coverage.maturity-none", by);
    }

    private void national(List<RuleCoverage> rules) {
        for (RuleCoverage rule : rules) {
            heading(
                    "report.coverage.rule",
                    rule.overlay().country(),
                    rule.rule().title(),
                    rule.overlay().asOf(),
                    rule.rule().mark().id());
            line("  " + rule.rule().paraphrase());
            rule.rule().inForce().ifPresent(day -> line("  " + texts.say("report.coverage.in-force", day)));
            rule.rule().dates().forEach(date -> line("  " + date.day() + "  " + date.what()));
            if (!rule.rule().supervisedBy().isEmpty()) {
                line("  "
                        + texts.say(
                                "report.coverage.supervised",
                                String.join(", ", rule.rule().supervisedBy())));
            }
            rule.rule().note().ifPresent(note -> line("  " + texts.say("report.coverage.note", note)));
            for (RuleCoverage.AskCoverage ask : rule.asks()) {
                line("  " + verdict(ask.verdict()) + "  " + ask.ask().title() + "  "
                        + texts.say(
                                "report.coverage.extent",
                                ask.held(),
                                ask.helps().size()));
            }
        }
    }

    private void suppliers(SiteCoverage site) {
        heading("report.coverage.suppliers", site.suppliers().size());
        if (site.suppliers().isEmpty()) {
            return;
        }
        TextTable table = table("maker", "model", "assets", "firmware", "support", "ends", "claims", "file");
        for (Supplier supplier : site.suppliers()) {
            table.add(List.of(
                    supplier.maker(),
                    supplier.model(),
                    Integer.toString(supplier.assets().size()),
                    String.join(", ", supplier.firmware()),
                    texts.say("report.coverage.support." + supplier.support().id()),
                    supplier.supportEnds().map(LocalDate::toString).orElse(""),
                    Integer.toString(supplier.claims().size()),
                    supplier.makersFile().map(String::valueOf).orElse("")));
        }
        table.write(out, width);
    }

    private void clocks(ZoneId zone) {
        if (view.clocks().isEmpty()) {
            return;
        }
        heading("report.coverage.clocks", zone);
        TextTable table = table("duty", "due", "within", "from", "title");
        for (Clock clock : view.clocks()) {
            table.add(List.of(
                    clock.source() + " " + clock.duty(),
                    clock.due()
                            .map(due -> due.atZone(zone).toOffsetDateTime().toString())
                            .orElse(""),
                    clock.within().map(String::valueOf).orElse(""),
                    clock.from(),
                    clock.title()));
        }
        table.write(out, width);
    }

    private void unplaced() {
        if (!view.unplaced().isEmpty()) {
            heading("report.coverage.unplaced", view.unplaced().size());
            view.unplaced().forEach(item -> line("  " + texts.say(item.text())));
        }
    }

    private String verdict(Verdict verdict) {
        return texts.say("report.coverage.verdict." + verdict.id());
    }

    private TextTable table(String... columns) {
        TextTable table = new TextTable(Set.of(0, 1));
        table.add(List.of(columns).stream()
                .map(column -> texts.say("report.coverage.column." + column))
                .toList());
        return table;
    }

    private void heading(String key, Object... arguments) {
        out.append('\n');
        say(key, arguments);
    }

    private void say(String key, Object... arguments) {
        line(texts.say(key, arguments));
    }

    private void line(String text) {
        out.append(Printable.of(text)).append('\n');
    }
}
