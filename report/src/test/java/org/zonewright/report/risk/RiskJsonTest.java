package org.zonewright.report.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.zonewright.assess.risk.RiskResult;
import org.zonewright.assess.risk.matrix.RiskProblem;
import org.zonewright.base.Texts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Tools read the risk assessment by its fields: each must be there with what the assessment says, and what nobody
/// knows must be absent or null and never a zero.
class RiskJsonTest {
    private static JsonNode json(RiskResult result) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        RiskJson.write(result, Texts.english(), bytes);
        return new ObjectMapper().readTree(bytes.toByteArray());
    }

    private static JsonNode json() throws IOException {
        return json(SampleRisk.result());
    }

    private static JsonNode one(JsonNode list, String field, String value) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(item -> item.at(field).asString().equals(value))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + field + " = " + value));
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    @Test
    void theHeadSaysFormatTimeMatrixAndLine() throws IOException {
        JsonNode json = json();
        assertThat(json.get("format").asString()).isEqualTo(RiskJson.FORMAT).isEqualTo("zonewright/risk/1");
        assertThat(json.get("at").asString()).isEqualTo("2026-11-22T12:00:00.000000Z");
        assertThat(json.get("matrix").asString()).isEqualTo("4x4");
        assertThat(json.get("tolerable").asString()).isEqualTo("medium");
        assertThat(texts(json.get("statements"))).hasSize(3).allMatch(text -> !text.isBlank());
        JsonNode empty = json(SampleRisk.result("zonewright: 1\nsite: { id: works }\n", Optional.empty()));
        assertThat(empty.get("matrix").isNull()).isTrue();
        assertThat(empty.get("tolerable").isNull()).isTrue();
        assertThat(empty.get("scenarios").isEmpty()).isTrue();
        assertThat(empty.get("picture")).isNull();
    }

    @Test
    void everyStepHasItsStateAndWhatItLacksWithItsPlace() throws IOException {
        JsonNode steps = json().get("steps");
        assertThat(steps.size()).isEqualTo(SampleRisk.result().steps().size());
        JsonNode wireless = one(steps, "/id", "ZCR 3.5");
        assertThat(wireless.get("state").asString()).isEqualTo("not-applicable");
        assertThat(wireless.get("reason").asString()).isEqualTo("Does not apply: no radio here.");
        JsonNode vulnerabilities = one(steps, "/id", "ZCR 5.2");
        assertThat(vulnerabilities.get("title").asString()).isEqualTo("Identify vulnerabilities");
        assertThat(vulnerabilities.get("state").asString()).isEqualTo("missing");
        assertThat(vulnerabilities.get("missing").size()).isEqualTo(6);
        JsonNode gap = vulnerabilities.at("/missing/0");
        assertThat(gap.get("text").asString()).isEqualTo("Set points written names no vulnerability.");
        assertThat(gap.at("/subject/kind").asString()).isEqualTo("zone");
        assertThat(gap.at("/subject/id").asString()).isEqualTo("cell");
        assertThat(gap.at("/where/file").asString()).isEqualTo("plant.yaml");
    }

    @Test
    void initialRisksKeepTheirPositionAndAnswer() throws IOException {
        JsonNode initial = json().at("/initial/0");
        assertThat(initial.at("/subject/id").asString()).isEqualTo("cell");
        assertThat(initial.at("/position/likelihood").asInt()).isEqualTo(3);
        assertThat(initial.at("/position/impact").asInt()).isEqualTo(2);
        assertThat(initial.at("/tolerable").asBoolean()).isFalse();
        assertThat(initial.get("reason").isEmpty()).isFalse();
    }

    @Test
    void aScenarioHasItsPositionsBeforeAndAfterAndNoneThatNobodyEstimated() throws IOException {
        JsonNode scenarios = json().get("scenarios");
        JsonNode write = one(scenarios, "/id", "s-write");
        assertThat(write.get("name").asString()).isEqualTo("Set points written");
        assertThat(write.get("state").asString()).isEqualTo("reduced");
        assertThat(write.at("/unmitigated/risk").asString()).isEqualTo("critical");
        assertThat(write.at("/unmitigated/likelihood").asInt()).isEqualTo(3);
        assertThat(write.at("/unmitigated/impactLabel").asString()).isEqualTo("Catastrophic");
        assertThat(texts(write.at("/unmitigated/dimensions"))).containsExactly("safety");
        assertThat(write.at("/residual/likelihood").asInt()).isZero();
        assertThat(write.at("/residual/risk").asString()).isEqualTo("medium");
        assertThat(texts(write.get("notInPlace"))).containsExactly("m-guard");
        assertThat(write.get("acceptance").isNull()).isTrue();
        assertThat(one(scenarios, "/id", "s-worm").get("residual")).isNull();
        JsonNode old = one(scenarios, "/id", "s-old");
        assertThat(old.get("state").asString()).isEqualTo("accepted");
        assertThat(old.get("acceptance").asString()).isEqualTo("a-old");
        assertThat(one(scenarios, "/id", "s-late").get("state").asString()).isEqualTo("acceptance-expired");
        JsonNode unrated = one(scenarios, "/id", "s-open");
        assertThat(unrated.get("state").asString()).isEqualTo("unknown");
        assertThat(unrated.get("unmitigated")).isNull();
    }

    @Test
    void thePictureHasEveryCellAndTheScenariosBeforeAndAfter() throws IOException {
        JsonNode picture = json().get("picture");
        assertThat(texts(picture.get("likelihoods"))).hasSize(4);
        assertThat(texts(picture.get("impacts"))).hasSize(4);
        assertThat(picture.get("rows").size()).isEqualTo(4);
        for (JsonNode row : picture.get("rows")) {
            assertThat(texts(row.get("risks"))).hasSize(4);
            assertThat(texts(row.get("tolerable"))).hasSize(4).allMatch(text -> text.matches("true|false"));
        }
        JsonNode dot = one(picture.get("before"), "/likelihood", "3");
        assertThat(dot.get("impact").asInt()).isEqualTo(3);
        assertThat(texts(dot.get("scenarios"))).containsExactly("s-late", "s-old", "s-worm", "s-write");
        JsonNode after = one(picture.get("after"), "/likelihood", "0");
        assertThat(texts(after.get("scenarios"))).contains("s-write");
    }

    @Test
    void targetsKeepWhatDrivesEachEntryAndWhatWasLoweredFromWhat() throws IOException {
        JsonNode targets = json().get("targets");
        JsonNode cell = one(targets, "/subject/id", "cell");
        assertThat(cell.get("stated").asBoolean()).isFalse();
        assertThat(cell.get("vector").asString()).isEqualTo("{1 1 2 1 1 1 1}");
        assertThat(cell.get("asked").asString()).isEqualTo("{1 2 2 1 1 1 1}");
        JsonNode integrity = one(cell.get("entries"), "/requirement", "SI");
        assertThat(integrity.get("level").asInt()).isEqualTo(2);
        assertThat(integrity.get("driver").asString()).isEqualTo("scenario");
        assertThat(integrity.get("of").asString()).isEqualTo("s-write");
        JsonNode events = one(cell.get("entries"), "/requirement", "TRE");
        assertThat(events.get("driver").asString()).isEqualTo("baseline");
        assertThat(events.get("of")).isNull();
        JsonNode lowered = cell.at("/lowered/0");
        assertThat(lowered.get("requirement").asString()).isEqualTo("UC");
        assertThat(lowered.get("asked").asInt()).isEqualTo(2);
        assertThat(lowered.get("to").asInt()).isEqualTo(1);
        assertThat(texts(lowered.get("compensatedBy"))).containsExactly("m-guard");
        assertThat(lowered.at("/inheritedBy/0/subject/id").asString()).isEqualTo("ops");
        assertThat(one(targets, "/subject/id", "ops").get("stated").asBoolean()).isTrue();
    }

    @Test
    void demandsNameTheirMethodAndLevels() throws IOException {
        JsonNode demand = one(json().get("demands"), "/scenario", "s-write");
        assertThat(demand.at("/subject/id").asString()).isEqualTo("cell");
        assertThat(demand.get("method").asString()).isEqualTo("manual");
        assertThat(demand.get("reduceByOtherMeans").asBoolean()).isFalse();
        assertThat(one(demand.get("levels"), "/requirement", "UC").get("level").asInt())
                .isEqualTo(2);
        assertThat(demand.get("levels").size()).isEqualTo(2);
    }

    @Test
    void proposalsAndHazardsAreListedWithTheirAnswers() throws IOException {
        JsonNode json = json();
        JsonNode proposal = one(json.get("proposals"), "/threat", "TC-11");
        assertThat(proposal.get("taken").asBoolean()).isFalse();
        assertThat(texts(proposal.get("stoppedBy"))).isNotEmpty();
        assertThat(proposal.get("startLevel").asInt()).isBetween(1, 4);
        JsonNode burst = one(json.get("hazards"), "/id", "hz-1");
        assertThat(burst.get("hackable").asString()).isEqualTo("yes");
        assertThat(burst.get("consequence").asString()).isEqualTo("A pipe bursts");
        assertThat(one(json.get("hazards"), "/id", "hz-2").get("hackable").asString())
                .isEqualTo("no");
    }

    @Test
    void theApprovalSaysWhatChangedSinceAndWhatIsToBeDoneAgain() throws IOException {
        JsonNode approval = json().get("approval");
        assertThat(approval.get("state").asString()).isEqualTo("changed");
        assertThat(approval.get("approval").asString()).isEqualTo("ap");
        JsonNode change = approval.at("/changes/0");
        assertThat(change.get("kind").asString()).isEqualTo("changed");
        assertThat(change.get("what").asString()).isEqualTo("measure");
        assertThat(change.get("id").asString()).isEqualTo("m-guard");
        assertThat(texts(change.get("redo"))).contains("ZCR 5.8", "ZCR 7.1");
    }

    @Test
    void problemsHaveTheirKindPlaceAndHint() throws IOException {
        String low = SampleRisk.DOCUMENT.replace("target: 3", "target: 1");
        JsonNode problem = one(
                json(SampleRisk.result(low, Optional.empty())).get("problems"),
                "/kind",
                RiskProblem.TARGET_BELOW_RISK.id());
        assertThat(problem.get("severity").asString()).isEqualTo("warning");
        assertThat(problem.at("/where/file").asString()).isEqualTo("plant.yaml");
        assertThat(problem.at("/where/line").asInt()).isPositive();
        assertThat(problem.get("message").asString()).contains("ops");
        assertThat(problem.get("hint").asString()).isNotBlank();
    }
}
