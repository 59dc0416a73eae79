package org.zonewright.report.assessment;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.zonewright.assess.observation.ObservationRule;
import org.zonewright.base.Texts;
import org.zonewright.report.json.JsonOut;

/// Observation rules as JSON, format `zonewright/rules/1`: the version of the set, then each rule with all its fields;
/// `when` has the lines of its condition as they are written.
public final class RulesJson {
    /// The value of the field `format`.
    public static final String FORMAT = "zonewright/rules/1";

    private RulesJson() {}

    /// Writes and leaves the stream open.
    ///
    /// @throws IOException where the stream cannot take it
    public static void write(String version, List<ObservationRule> rules, Texts texts, OutputStream stream)
            throws IOException {
        JsonOut.write(stream, texts, json -> {
            json.text("format", FORMAT);
            json.text("version", version);
            json.list("rules", () -> rules.forEach(rule -> json.item(() -> rule(rule, texts, json))));
        });
    }

    private static void rule(ObservationRule rule, Texts texts, JsonOut json) {
        json.text("id", rule.id());
        json.text("version", rule.version());
        json.text("title", texts.say(rule.title()));
        json.text("force", rule.force().id());
        json.text("confidence", rule.confidence().id());
        json.texts(
                "requirements",
                rule.requirements().stream().map(String::valueOf).toList());
        json.object("when", () -> rule.parameters().forEach(json::text));
        json.text("reads", rule.reads());
        json.text("why", rule.why());
        json.text("cannotSee", texts.say(rule.blind()));
        json.text("falsePositives", rule.falsePositives());
    }
}
