package org.zonewright.report.assessment;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.zonewright.assess.Assessment;
import org.zonewright.assess.Finding;
import org.zonewright.assess.conformance.Conformance;
import org.zonewright.base.Texts;
import org.zonewright.report.json.JsonOut;
import org.zonewright.report.truth.TruthJson;

/// The findings of a verification as JSON, format `zonewright/findings/1`: `at`, the window that was looked at, every
/// flow of the document with what was seen of it, where configurations are known the truth tables, and the findings,
/// accepted ones included.
public final class FindingsJson {
    /// The value of the field `format`.
    public static final String FORMAT = "zonewright/findings/1";

    private FindingsJson() {}

    /// Writes and leaves the stream open.
    ///
    /// @throws IOException where the stream cannot take it
    public static void write(Assessment assessment, Texts texts, OutputStream stream) throws IOException {
        JsonOut.write(stream, texts, json -> {
            json.text("format", FORMAT);
            json.time("at", Optional.of(assessment.at()));
            assessment.conformance().ifPresent(conformance -> conformance(conformance, texts, json));
            json.list(
                    "findings",
                    () -> assessment.findings().forEach(finding -> json.item(() -> finding(finding, texts, json))));
            json.texts(
                    "statements",
                    assessment.statements().stream().map(texts::say).toList());
        });
    }

    private static void conformance(Conformance conformance, Texts texts, JsonOut json) {
        conformance.truth().ifPresent(truth -> TruthJson.write(truth, texts, json));
        json.time("firstSeen", conformance.first());
        json.time("lastSeen", conformance.last());
        json.list("flows", () -> conformance.conduits().forEach(conduit -> conduit.flows()
                .forEach(flow -> json.item(() -> {
                    json.text("conduit", conduit.conduit().value());
                    json.text("flow", flow.flow().value());
                    json.text("state", flow.state().id());
                    json.flag("approved", flow.approved());
                    json.number("exchanges", flow.exchanges());
                    json.texts(
                            "classes",
                            flow.classes().stream().map(kind -> kind.id()).toList());
                    json.time("lastSeen", flow.lastSeen());
                    json.text("reason", texts.say(flow.reason().text()));
                }))));
    }

    private static void finding(Finding finding, Texts texts, JsonOut json) {
        json.text("key", finding.key());
        json.text("kind", finding.kind().id());
        json.text("severity", finding.severity().id());
        json.text("state", finding.state().id());
        json.textOrNull("acceptance", finding.acceptance().map(id -> id.value()).orElse(""));
        json.number("consequence", finding.consequence().rank());
        json.text("title", texts.say(finding.title()));
        json.text("advice", texts.say(finding.advice()));
        json.texts("clauses", finding.clauses().stream().map(String::valueOf).toList());
        json.list("subjects", () -> finding.subjects()
                .forEach(subject -> json.item(() -> {
                    json.text("kind", subject.kind().id());
                    json.text("id", subject.id());
                })));
        json.reason("reason", finding.reason());
        json.list("evidence", () -> finding.evidence().forEach(place -> json.item(() -> json.place("where", place))));
    }
}
