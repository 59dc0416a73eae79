package org.zonewright.report.truth;

import java.util.Map;
import org.zonewright.assess.conformance.ConduitTruth;
import org.zonewright.assess.conformance.TruthCase;
import org.zonewright.assess.conformance.TruthRow;
import org.zonewright.assess.conformance.TruthTable;
import org.zonewright.assess.enforcement.RuleRef;
import org.zonewright.base.Texts;
import org.zonewright.facts.policy.Box;
import org.zonewright.report.json.JsonOut;

/// The truth tables as the object `truth`: `counts` by case, `tables` of conduits and of pairs of zones without one
/// (`conduit` is null there), each with `rows`, and `notes`.
public final class TruthJson {
    private TruthJson() {}

    /// Writes the object into the one that is being written.
    public static void write(TruthTable table, Texts texts, JsonOut json) {
        json.object("truth", () -> {
            counts(table.counts(), json);
            json.list("tables", () -> table.all().forEach(truth -> json.item(() -> table(truth, texts, json))));
            json.reasons("notes", table.notes());
        });
    }

    private static void counts(Map<TruthCase, Integer> counts, JsonOut json) {
        json.object("counts", () -> counts.forEach((truth, count) -> json.number(truth.id(), count)));
    }

    private static void table(ConduitTruth truth, Texts texts, JsonOut json) {
        json.textOrNull("conduit", truth.conduit().map(id -> id.value()).orElse(""));
        json.texts("between", truth.between().stream().map(String::valueOf).toList());
        json.texts("enforcedBy", truth.devices().stream().map(String::valueOf).toList());
        counts(truth.counts(), json);
        json.reasons("missing", truth.missing());
        json.list("rows", () -> truth.rows().forEach(row -> json.item(() -> row(row, texts, json))));
    }

    private static void row(TruthRow row, Texts texts, JsonOut json) {
        json.text("case", row.truth().id());
        json.text("name", texts.say("report.truth.case." + row.truth().id()));
        json.textOrNull("flow", row.flow().map(flow -> flow.value()).orElse(""));
        json.text("from", row.from());
        json.text("to", row.to());
        json.text("service", row.service());
        json.textUnlessEmpty("functions", row.functions());
        json.number("exchanges", row.exchanges());
        json.number("attempts", row.attempts());
        json.texts("classes", row.classes().stream().map(kind -> kind.id()).toList());
        row.opening().ifPresent(box -> json.object("opening", () -> box(box, json)));
        json.list("rules", () -> row.rules().forEach(rule -> json.item(() -> rule(rule, json))));
        json.reason("reason", row.reason());
    }

    private static void box(Box box, JsonOut json) {
        json.text("source", box.source().toString());
        json.text("destination", box.destination().toString());
        json.text("protocols", box.protocols().toString());
        json.text("sourcePorts", box.sourcePorts().toString());
        json.text("destinationPorts", box.destinationPorts().toString());
    }

    private static void rule(RuleRef rule, JsonOut json) {
        json.text("device", rule.device().value());
        json.text("rule", rule.rule());
        json.flag("accepts", rule.accepts());
        json.textOrNull("comment", rule.comment().orElse(""));
        json.place("where", rule.at());
    }
}
