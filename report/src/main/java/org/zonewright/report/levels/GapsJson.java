package org.zonewright.report.levels;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zonewright.assess.levels.Gap;
import org.zonewright.base.Texts;
import org.zonewright.plant.id.MeasureId;
import org.zonewright.report.json.JsonOut;
import org.zonewright.standard.catalogue.AttackCatalogue;

/// Gaps as JSON, format `zonewright/gaps/1`.
public final class GapsJson {
    /// The value of the field `format`.
    public static final String FORMAT = "zonewright/gaps/1";

    private GapsJson() {}

    /// Writes and leaves the stream open; `notice` is MITRE's line.
    ///
    /// @throws IOException where the stream cannot take it
    public static void write(List<Gap> gaps, Instant at, String notice, Texts texts, OutputStream stream)
            throws IOException {
        JsonOut.write(stream, texts, json -> {
            json.text("format", FORMAT);
            json.time("at", Optional.of(at));
            json.list("gaps", () -> gaps.forEach(gap -> json.item(() -> gap(gap, json))));
            json.texts(
                    "statements",
                    List.of(
                            texts.say("assess.statement.sources"),
                            texts.say("assess.statement.no-certification"),
                            notice));
        });
    }

    private static void gap(Gap gap, JsonOut json) {
        json.text("place", gap.place().id());
        json.text("fr", gap.requirement().name());
        json.number("target", gap.target().number());
        json.text("kind", gap.kind().id());
        LevelsJson.bound("achieved", gap.achieved(), json);
        LevelsJson.bound("capability", gap.capability(), json);
        json.list("items", () -> gap.items()
                .forEach(item -> json.item(() -> {
                    json.text("kind", item.kind().id());
                    item.limiting().ifPresent(asset -> json.text("limiting", asset.value()));
                    json.flag("needsOnlyEvidence", item.needsOnlyEvidence());
                    json.object("requirement", () -> LevelsJson.verdict(item.verdict(), json));
                })));
        gap.cheapest()
                .ifPresent(choice -> json.object("cheapest", () -> {
                    json.texts(
                            "measures",
                            choice.measures().stream().map(MeasureId::value).toList());
                    json.text("cost", choice.cost().toPlainString());
                    json.flag("exact", choice.isExact());
                    json.flag("priced", choice.isPriced());
                }));
        json.object("techniques", () -> {
            json.texts("published", ids(gap.techniques().published()));
            json.texts("own", ids(gap.techniques().own()));
        });
    }

    private static List<String> ids(List<AttackCatalogue.Technique> techniques) {
        return techniques.stream().map(AttackCatalogue.Technique::id).toList();
    }
}
