package org.zonewright.report.coverage;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zonewright.assess.coverage.Clock;
import org.zonewright.assess.coverage.DutyCoverage;
import org.zonewright.assess.coverage.Help;
import org.zonewright.assess.coverage.RuleCoverage;
import org.zonewright.assess.coverage.Supplier;
import org.zonewright.assess.programme.Maturity;
import org.zonewright.assess.programme.Programme;
import org.zonewright.assess.programme.Standing;
import org.zonewright.base.Texts;
import org.zonewright.report.json.JsonOut;

/// What evidence is good for as JSON, format `zonewright/coverage/1`: `at`, `laws` (every duty with its verdict, extent
/// and reasons), `programmes` (every part with its maturity, every requirement with its state), `national`,
/// `suppliers`, `clocks`, `notCounted` and `statement`.
public final class CoverageJson {
    /// The value of the field `format`.
    public static final String FORMAT = "zonewright/coverage/1";

    private final CoverageView view;
    private final Texts texts;
    private final JsonOut json;

    private CoverageJson(CoverageView view, Texts texts, JsonOut json) {
        this.view = view;
        this.texts = texts;
        this.json = json;
    }

    /// Writes and leaves the stream open.
    ///
    /// @throws IOException where the stream cannot take it
    public static void write(CoverageView view, Texts texts, OutputStream stream) throws IOException {
        JsonOut.write(stream, texts, json -> new CoverageJson(view, texts, json).write());
    }

    private void write() {
        json.text("format", FORMAT);
        json.time("at", Optional.of(view.at()));
        json.list("laws", () -> view.laws().forEach(about -> json.item(() -> law(about))));
        json.list("programmes", () -> view.programmes().forEach(programme -> json.item(() -> programme(programme))));
        json.list("national", () -> view.site()
                .filter(found -> view.shows(CoveragePart.NIS2))
                .ifPresent(site -> site.national().forEach(rule -> json.item(() -> rule(rule)))));
        json.list("suppliers", () -> view.site()
                .filter(found -> view.shows(CoveragePart.CRA))
                .ifPresent(site -> site.suppliers().forEach(item -> json.item(() -> supplier(item)))));
        json.list("clocks", () -> view.clocks().forEach(clock -> json.item(() -> clock(clock))));
        json.texts(
                "notCounted",
                view.unplaced().stream().map(item -> texts.say(item.text())).toList());
        json.text("statement", texts.say("report.coverage.statement"));
    }

    private void law(CoverageView.About about) {
        json.text("law", about.law().law().id());
        json.text("act", about.law().act());
        json.text("about", about.who());
        json.list("duties", () -> about.law().duties().forEach(duty -> json.item(() -> duty(duty))));
    }

    private void duty(DutyCoverage duty) {
        json.text("id", duty.duty().id().toString());
        json.text("title", duty.duty().title());
        json.text("verdict", duty.verdict().id());
        json.text("confidence", duty.duty().confidence().id());
        duty.basis().ifPresent(basis -> {
            json.text("strength", duty.strength().name().toLowerCase(Locale.ROOT));
            json.text("basis", basis.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        });
        json.textUnlessEmpty("notCovered", duty.notCovered().orElse(""));
        extent(duty.helps(), duty.held(), duty.failed());
        json.reason("reason", duty.reason());
    }

    private void extent(List<Help> helps, int held, int failed) {
        json.number("helping", helps.size());
        json.number("held", held);
        json.number("failed", failed);
    }

    private void programme(Programme programme) {
        json.text("catalogue", programme.catalogue().id());
        json.text("subject", programme.subject().kind().id());
        json.text("id", programme.subject().id());
        json.text("name", programme.name());
        maturity(programme.maturity());
        json.list("parts", () -> programme
                .parts()
                .forEach(part -> json.item(() -> {
                    json.text("id", part.group().id());
                    json.text("title", part.group().title());
                    maturity(part.maturity());
                    json.list("requirements", () -> part.standings()
                            .forEach(standing -> json.item(() -> standing(standing))));
                })));
    }

    private void maturity(Maturity maturity) {
        maturity.level().ifPresent(level -> json.number("maturity", level));
        json.textUnlessEmpty("maturityBy", maturity.by().map(String::valueOf).orElse(""));
        json.number("graded", maturity.graded());
        json.number("evidenced", maturity.evidenced());
        json.number("failed", maturity.failed());
        json.number("of", maturity.all());
    }

    private void standing(Standing standing) {
        json.text("id", standing.requirement().toString());
        json.text("state", standing.state().id());
        standing.maturity().ifPresent(level -> json.number("maturity", level));
        json.textUnlessEmpty("until", day(standing.until()));
        json.texts("evidence", standing.evidence());
        if (!standing.reason().because().isEmpty()) {
            json.reason("reason", standing.reason());
        }
    }

    private void rule(RuleCoverage rule) {
        json.text("country", rule.overlay().country());
        json.text("overlay", rule.overlay().key() + " " + rule.overlay().version());
        json.text("asOf", rule.overlay().asOf().toString());
        json.text("id", rule.rule().id());
        json.text("title", rule.rule().title());
        json.text("mark", rule.rule().mark().id());
        json.textUnlessEmpty("inForce", day(rule.rule().inForce()));
        json.text("paraphrase", rule.rule().paraphrase());
        json.textUnlessEmpty("note", rule.rule().note().orElse(""));
        json.list("asks", () -> rule.asks()
                .forEach(ask -> json.item(() -> {
                    json.text("id", ask.ask().id());
                    json.text("title", ask.ask().title());
                    json.text("verdict", ask.verdict().id());
                    json.texts(
                            "about",
                            ask.ask().about().stream().map(String::valueOf).toList());
                    extent(ask.helps(), ask.held(), ask.failed());
                })));
    }

    private void supplier(Supplier supplier) {
        json.text("maker", supplier.maker());
        json.text("model", supplier.model());
        json.texts("assets", supplier.assets().stream().map(String::valueOf).toList());
        json.texts("firmware", supplier.firmware());
        json.text("support", supplier.support().id());
        json.textUnlessEmpty("supportEnds", day(supplier.supportEnds()));
        json.texts("claims", supplier.claims().stream().map(String::valueOf).toList());
        json.textUnlessEmpty(
                "makersFile", supplier.makersFile().map(String::valueOf).orElse(""));
    }

    private void clock(Clock clock) {
        json.text("source", clock.source());
        json.text("duty", clock.duty());
        json.text("title", clock.title());
        json.text("from", clock.from());
        json.textUnlessEmpty("within", clock.within().map(String::valueOf).orElse(""));
        json.time("started", clock.started());
        json.time("due", clock.due());
    }

    private static String day(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("");
    }
}
