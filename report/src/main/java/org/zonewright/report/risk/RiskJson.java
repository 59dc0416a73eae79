package org.zonewright.report.risk;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.zonewright.assess.Subject;
import org.zonewright.assess.risk.RiskResult;
import org.zonewright.assess.risk.hazard.HazardOutcome;
import org.zonewright.assess.risk.matrix.Position;
import org.zonewright.assess.risk.matrix.Tolerance;
import org.zonewright.assess.risk.process.Change;
import org.zonewright.assess.risk.process.Gap;
import org.zonewright.assess.risk.process.ZcrStep;
import org.zonewright.assess.risk.scenario.RiskPicture;
import org.zonewright.assess.risk.scenario.ScenarioRisk;
import org.zonewright.assess.risk.scenario.ThreatProposal;
import org.zonewright.assess.risk.target.LoweredEntry;
import org.zonewright.assess.risk.target.ScenarioDemand;
import org.zonewright.assess.risk.target.SubjectTarget;
import org.zonewright.assess.risk.target.TargetEntry;
import org.zonewright.base.Problem;
import org.zonewright.base.Texts;
import org.zonewright.plant.id.MeasureId;
import org.zonewright.report.json.JsonOut;

/// A risk assessment as JSON, format `zonewright/risk/1`: steps, scenarios before and after, the matrix with them,
/// targets with what drives each entry, demands with their formulas, proposals, hazards, the approval and problems.
/// Steps of the matrix count from 0 for the mildest.
public final class RiskJson {
    /// The value of the field `format`.
    public static final String FORMAT = "zonewright/risk/1";

    private RiskJson() {}

    /// Writes and leaves the stream open.
    ///
    /// @throws IOException where the stream cannot take it
    public static void write(RiskResult result, Texts texts, OutputStream stream) throws IOException {
        JsonOut.write(stream, texts, json -> {
            json.text("format", FORMAT);
            json.time("at", Optional.of(result.at()));
            json.textOrNull(
                    "matrix", result.matrix().map(matrix -> matrix.id().value()).orElse(""));
            json.textOrNull(
                    "tolerable", result.tolerable().map(Tolerance::label).orElse(""));
            json.list("steps", () -> each(json, result.steps(), step -> step(step, texts, json)));
            json.list(
                    "initial",
                    () -> each(json, result.initial(), one -> {
                        one.subject().ifPresent(subject -> subject(subject, json));
                        one.position().ifPresent(at -> position("position", at, json));
                        one.tolerable().ifPresent(yes -> json.flag("tolerable", yes));
                        json.reason("reason", one.reason());
                    }));
            json.list("scenarios", () -> each(json, result.scenarios(), one -> scenario(one, json)));
            result.picture().ifPresent(picture -> json.object("picture", () -> picture(picture, json)));
            json.list("targets", () -> each(json, result.targets().values(), target -> target(target, json)));
            json.list("demands", () -> each(json, result.demands(), demand -> demand(demand, json)));
            json.list("proposals", () -> each(json, result.proposals(), one -> proposal(one, json)));
            json.list("hazards", () -> each(json, result.hazards(), one -> hazard(one, json)));
            json.object("approval", () -> approval(result, json));
            json.list("problems", () -> each(json, result.problems(), problem -> problem(problem, texts, json)));
            json.texts(
                    "statements",
                    List.of(
                            texts.say("assess.statement.sources"),
                            texts.say("assess.statement.no-certification"),
                            texts.say("report.risk.statement.methods")));
        });
    }

    private interface Fields<T> {
        void write(T item);
    }

    private static <T> void each(JsonOut json, Collection<T> items, Fields<T> fields) {
        items.forEach(item -> json.item(() -> fields.write(item)));
    }

    private static void subject(Subject subject, JsonOut json) {
        json.object("subject", () -> {
            json.text("kind", subject.kind().id());
            json.text("id", subject.id());
        });
    }

    private static void step(ZcrStep step, Texts texts, JsonOut json) {
        json.text("id", step.id().toString());
        json.text("title", step.title());
        json.text("state", step.state().word());
        json.text("reason", texts.say(step.reason().text()));
        json.list("missing", () -> each(json, step.missing(), gap -> gap(gap, texts, json)));
    }

    private static void gap(Gap gap, Texts texts, JsonOut json) {
        json.text("text", texts.say(gap.text()));
        gap.subject().ifPresent(subject -> subject(subject, json));
        gap.where().stream().findFirst().ifPresent(place -> json.place("where", place));
    }

    private static void position(String name, Position at, JsonOut json) {
        json.object(name, () -> {
            json.number("likelihood", at.likelihood());
            json.text("likelihoodLabel", at.likelihoodLabel());
            json.number("impact", at.impact());
            json.text("impactLabel", at.impactLabel());
            json.texts("dimensions", at.dimensions());
            json.text("risk", at.risk().display());
        });
    }

    private static void scenario(ScenarioRisk one, JsonOut json) {
        json.text("id", one.scenario().value());
        json.text("name", one.name());
        one.subject().ifPresent(subject -> subject(subject, json));
        json.text("state", one.state().id());
        one.unmitigated().ifPresent(at -> position("unmitigated", at, json));
        one.residual().ifPresent(at -> position("residual", at, json));
        json.texts("notInPlace", one.notInPlace().stream().map(MeasureId::value).toList());
        json.textOrNull("acceptance", one.acceptance().map(id -> id.value()).orElse(""));
        json.reason("reason", one.reason());
    }

    private static void picture(RiskPicture picture, JsonOut json) {
        json.text("matrix", picture.matrix());
        json.texts("likelihoods", picture.likelihoods());
        json.texts("impacts", picture.impacts());
        json.list(
                "rows",
                () -> each(json, picture.cells(), row -> {
                    json.texts(
                            "risks",
                            row.stream().map(cell -> cell.risk().display()).toList());
                    json.texts(
                            "tolerable",
                            row.stream()
                                    .map(cell -> cell.tolerable()
                                            .map(String::valueOf)
                                            .orElse("unknown"))
                                    .toList());
                }));
        json.list("before", () -> each(json, picture.before(), dot -> dot(dot, json)));
        json.list("after", () -> each(json, picture.after(), dot -> dot(dot, json)));
    }

    private static void dot(RiskPicture.Dot dot, JsonOut json) {
        json.number("likelihood", dot.likelihood());
        json.number("impact", dot.impact());
        json.texts("scenarios", dot.scenarios().stream().map(String::valueOf).toList());
    }

    private static void target(SubjectTarget target, JsonOut json) {
        subject(target.subject(), json);
        json.text("name", target.name());
        json.flag("stated", target.stated());
        json.text("vector", target.vector().toString());
        json.text("asked", target.asked().toString());
        json.list("entries", () -> each(json, target.entries(), entry -> entry(entry, json)));
        json.list("lowered", () -> each(json, target.lowered(), entry -> lowered(entry, json)));
    }

    private static void entry(TargetEntry entry, JsonOut json) {
        json.text("requirement", entry.requirement().name());
        json.number("level", entry.level().number());
        json.text("driver", entry.driver().kind().id());
        json.textUnlessEmpty("of", entry.driver().id());
        json.reason("reason", entry.reason());
    }

    private static void lowered(LoweredEntry entry, JsonOut json) {
        json.text("requirement", entry.requirement().name());
        json.number("asked", entry.asked().number());
        json.number("to", entry.to().number());
        json.texts(
                "compensatedBy",
                entry.compensatedBy().stream().map(MeasureId::value).toList());
        json.list("inheritedBy", () -> each(json, entry.inheritedBy(), subject -> subject(subject, json)));
        json.reason("reason", entry.reason());
    }

    private static void demand(ScenarioDemand demand, JsonOut json) {
        json.text("scenario", demand.scenario().value());
        subject(demand.subject(), json);
        json.text("method", demand.method().word());
        json.list("levels", () -> demand.levels()
                .forEach((requirement, level) -> json.item(() -> {
                    json.text("requirement", requirement.name());
                    json.number("level", level.number());
                })));
        json.flag("reduceByOtherMeans", demand.reduceByOtherMeans());
        json.list(
                "requirements",
                () -> each(json, demand.requirements(), one -> {
                    json.text("id", one.requirement().toString());
                    json.number("level", one.level().number());
                    json.texts("techniques", one.techniques());
                    json.flag("published", one.published());
                }));
        json.reason("reason", demand.reason());
    }

    private static void proposal(ThreatProposal one, JsonOut json) {
        subject(one.subject(), json);
        json.text("threat", one.category());
        json.text("name", one.name());
        json.texts("stoppedBy", one.stoppedBy().stream().map(Enum::name).toList());
        json.texts("techniques", one.techniques());
        json.texts("sources", one.sources());
        json.number("startLevel", one.startLevel().number());
        json.flag("taken", one.taken());
        json.reason("reason", one.reason());
    }

    private static void hazard(HazardOutcome one, JsonOut json) {
        json.text("id", one.hazard().value());
        json.text("consequence", one.consequence());
        json.text("hackable", one.hackable().id());
        json.texts("open", one.open());
        json.textOrNull(
                "byConsequence", one.byConsequence().map(String::valueOf).orElse(""));
        json.reason("reason", one.reason());
    }

    private static void approval(RiskResult result, JsonOut json) {
        json.text("state", result.approval().state().id());
        json.textOrNull(
                "approval", result.approval().approval().map(id -> id.value()).orElse(""));
        json.textOrNull("content", result.approval().content().orElse(""));
        json.list("changes", () -> each(json, result.approval().changes(), change -> change(change, json)));
        json.reason("reason", result.approval().reason());
    }

    private static void change(Change change, JsonOut json) {
        json.text("kind", change.kind().id());
        json.text("what", change.what().id());
        json.textUnlessEmpty("id", change.id());
        json.texts("redo", change.redo().stream().map(String::valueOf).toList());
    }

    private static void problem(Problem problem, Texts texts, JsonOut json) {
        json.text("kind", problem.kind().id());
        json.text("severity", problem.severity().id());
        json.place("where", problem.where());
        json.text("message", texts.say(problem.message()));
        json.text("hint", texts.say(problem.hint()));
    }
}
