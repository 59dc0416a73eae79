package org.zonewright.assess.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.zonewright.assess.observation.Observation.Force;
import org.zonewright.base.Problem;
import org.zonewright.base.ProblemLog;
import org.zonewright.base.Texts;
import org.zonewright.facts.Confidence;
import org.zonewright.standard.FoundationalRequirement;

/// Protects the rules as data: a fault in a file is told with its line and never read as another rule.
class ObservationRulesTest {
    private static final String WHOLE = """
            # a rule
            rule: sample
            version: 1.0.0
            force: indicates
            confidence: high
            requirements: SR 1.5, SR 3.1 RE(1)
            when: exchange
            protocol: telnet,
              ftp
            class: write
            reads: What was
              answered.
            why: Because.
            false-positives: None.
            """;

    private static List<String> problems(String text) {
        ProblemLog log = new ProblemLog();
        assertThat(RuleReader.read("sample", text, log)).isEmpty();
        return log.problems().stream()
                .map(problem ->
                        problem.kind().id() + " " + problem.where().display().replace("sample.rule", ""))
                .toList();
    }

    @Test
    void aWholeFileIsARule() {
        ProblemLog log = new ProblemLog();
        ObservationRule rule = RuleReader.read("sample", WHOLE, log).orElseThrow();
        assertThat(log.problems()).isEmpty();
        assertThat(rule.requirements()).extracting(String::valueOf).containsExactly("SR 1.5", "SR 3.1 RE(1)");
        assertThat(rule.reads()).isEqualTo("What was answered.");
        assertThat(rule.parameters())
                .containsEntry("protocol", "telnet, ftp")
                .containsEntry("when", "exchange")
                .hasSize(3);
        assertThat(((Condition.Exchange) rule.condition()).protocols()).containsExactlyInAnyOrder("telnet", "ftp");
    }

    @Test
    void eachFaultIsToldWithItsLine() {
        assertThat(problems(WHOLE.replace("version: 1.0.0", "version: one"))).containsExactly("rule.wrong-value :3");
        assertThat(problems(WHOLE.replace("force: indicates", "force: proves"))).containsExactly("rule.wrong-value :4");
        assertThat(problems(WHOLE.replace("SR 1.5", "SR one"))).containsExactly("rule.wrong-value :6");
        assertThat(problems(WHOLE.replace("SR 1.5", "CR 1.5"))).containsExactly("rule.wrong-value :6");
        assertThat(problems(WHOLE.replace("class: write", "class: wreck"))).containsExactly("rule.wrong-value :10");
        assertThat(problems(WHOLE.replace("class: write", "klass: write"))).containsExactly("rule.unknown-key :10");
        assertThat(problems(WHOLE.replace("class: write", "Class write"))).containsExactly("rule.unreadable-line :10");
        assertThat(problems(WHOLE.replace("class: write", "code: ["))).containsExactly("rule.wrong-value :10");
        assertThat(problems(WHOLE.replace("why: Because.\n", ""))).containsExactly("rule.missing-key ");
        assertThat(problems(WHOLE + "why: Again.\n")).containsExactly("rule.duplicate-key :15");
        assertThat(problems(WHOLE.replace("rule: sample", "rule: simple"))).containsExactly("rule.wrong-value :2");
    }

    @Test
    void aConditionThatDoesNotExistIsToldWithThoseThatDo() {
        ProblemLog log = new ProblemLog();
        RuleReader.read("sample", WHOLE.replace("when: exchange", "when: somehow"), log);
        assertThat(log.problems().stream().map(Problem::message).map(Texts.english()::say))
                .anyMatch(text -> text.contains("somehow") && text.contains("exchange, told"));
    }

    @Test
    void conditionsRefuseNumbersAndTimesThatMeanNothing() {
        String shared = WHOLE.replace("protocol: telnet,\n  ftp\nclass: write\n", "")
                .replace("when: exchange", "when: shared\nattribute: account\nstations: 1");
        assertThat(problems(shared)).containsExactly("rule.wrong-value :9");
        String lasting = WHOLE.replace("class: write", "lasting: PT-1H");
        assertThat(problems(lasting)).containsExactly("rule.wrong-value :10");
    }

    @Test
    void theShippedRulesAreInOrderAndNameRequirementsOfTheCatalogue() {
        ObservationRules rules = ObservationRules.shipped();
        assertThat(rules.check()).isEmpty();
        assertThat(rules.version()).matches("\\d+\\.\\d+\\.\\d+");
        assertThat(rules.all()).hasSizeGreaterThanOrEqualTo(40);
        assertThat(rules.all().stream().map(ObservationRule::id)).doesNotHaveDuplicates();
    }

    @Test
    void allSevenFoundationalRequirementsAreCovered() {
        assertThat(ObservationRules.shipped().all().stream()
                        .flatMap(rule -> rule.requirements().stream())
                        .map(id -> id.foundationalRequirement())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(FoundationalRequirement.values());
    }

    @Test
    void everyRuleHasItsTexts() {
        Texts english = Texts.english();
        assertThat(ObservationRules.shipped().all()).allSatisfy(rule -> {
            assertThat(english.has("rule." + rule.id())).as(rule.id()).isTrue();
            assertThat(english.has("rule." + rule.id() + ".saw")).as(rule.id()).isTrue();
            assertThat(english.has("rule." + rule.id() + ".blind"))
                    .as(rule.id())
                    .isTrue();
        });
    }

    /// Only an answered exchange or what a station said in one can contradict, and only surely.
    @Test
    void rulesThatContradictRestOnAnsweredExchanges() {
        assertThat(ObservationRules.shipped().all())
                .filteredOn(rule -> rule.force() == Force.CONTRADICTS)
                .isNotEmpty()
                .allSatisfy(rule -> {
                    assertThat(rule.condition()).isInstanceOfAny(Condition.Exchange.class, Condition.Told.class);
                    assertThat(rule.confidence()).isEqualTo(Confidence.HIGH);
                });
    }
}
