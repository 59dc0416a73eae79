package org.zonewright.report.levels;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zonewright.assess.Subject;
import org.zonewright.assess.levels.Bound;
import org.zonewright.assess.levels.Levels;
import org.zonewright.assess.levels.PlaceLevels;
import org.zonewright.assess.levels.QuickEstimate;
import org.zonewright.assess.levels.Verdict;
import org.zonewright.base.Texts;
import org.zonewright.report.json.JsonOut;
import org.zonewright.standard.FoundationalRequirement;
import org.zonewright.standard.RequirementId;

/// Levels as JSON, format `zonewright/levels/1`: for each zone and conduit the seven FRs with target, bounds of what is
/// achieved and capable, and every requirement with its state, the rule that decided and what it decided by.
public final class LevelsJson {
    /// The value of the field `format`.
    public static final String FORMAT = "zonewright/levels/1";

    private LevelsJson() {}

    /// Writes and leaves the stream open.
    ///
    /// @throws IOException where the stream cannot take it
    public static void write(Levels levels, List<Subject> places, Instant at, Texts texts, OutputStream stream)
            throws IOException {
        JsonOut.write(stream, texts, json -> {
            json.text("format", FORMAT);
            json.time("at", Optional.of(at));
            json.text("stage", levels.stage().word());
            json.list(
                    "places",
                    () -> places.forEach(
                            place -> levels.of(place).ifPresent(here -> json.item(() -> place(here, levels, json)))));
            json.list("assumptions", () -> levels.assumptions()
                    .forEach(assumption -> json.item(() -> {
                        json.text("place", assumption.place().id());
                        json.text("provider", assumption.provider());
                        json.text("evidence", assumption.evidence().value());
                        json.texts("requirements", ids(assumption.requirements()));
                    })));
            json.texts(
                    "statements",
                    List.of(texts.say("assess.statement.sources"), texts.say("assess.statement.no-certification")));
        });
    }

    private static void place(PlaceLevels here, Levels levels, JsonOut json) {
        json.text("kind", here.place().kind().id());
        json.text("id", here.place().id());
        json.list("levels", () -> {
            for (FoundationalRequirement requirement : FoundationalRequirement.values()) {
                json.item(() -> {
                    json.text("fr", requirement.name());
                    here.target(requirement).ifPresent(target -> json.number("target", target.number()));
                    bound("achieved", here.achieved(requirement), json);
                    bound("capability", here.capability(requirement), json);
                });
            }
        });
        QuickEstimate.of(levels, here.place())
                .flatMap(QuickEstimate::vector)
                .ifPresent(vector -> json.text("quickEstimate", vector.toString()));
        json.list("requirements", () -> levels.verdicts(here.place())
                .forEach(verdict -> json.item(() -> verdict(verdict, json))));
    }

    static void bound(String name, Bound bound, JsonOut json) {
        json.object(name, () -> {
            json.number("evidenced", bound.evidenced().number());
            json.number("atMost", bound.atMost().number());
            json.number("sameFrom", bound.lowestSame().number());
            json.texts("cappedBy", ids(bound.cappedBy()));
            json.texts("missing", ids(bound.missing()));
        });
    }

    private static List<String> ids(List<RequirementId> requirements) {
        return requirements.stream().map(RequirementId::toString).toList();
    }

    static void verdict(Verdict verdict, JsonOut json) {
        json.text("id", verdict.requirement().toString());
        side("achieved", verdict.achieved(), json);
        side("capable", verdict.capable(), json);
        json.number("applicable", verdict.applicable());
        json.number("covered", verdict.covered());
        json.number("sampled", verdict.sampled());
    }

    private static void side(String name, Verdict.Side side, JsonOut json) {
        json.object(name, () -> {
            json.text("state", side.state().id());
            json.text("rule", side.rule().id());
            side.evidence().ifPresent(id -> json.text("evidence", id.value()));
            side.observation().ifPresent(id -> json.text("observation", id));
            side.claim().ifPresent(id -> json.text("claim", id.value()));
            side.measure().ifPresent(id -> json.text("measure", id.value()));
            side.asset().ifPresent(id -> json.text("asset", id.value()));
        });
    }
}
