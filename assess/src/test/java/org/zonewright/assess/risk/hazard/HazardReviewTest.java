package org.zonewright.assess.risk.hazard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zonewright.assess.Documents;
import org.zonewright.assess.risk.hazard.AttackTree.AllOf;
import org.zonewright.assess.risk.hazard.AttackTree.AnyOf;
import org.zonewright.assess.risk.hazard.AttackTree.Event;
import org.zonewright.assess.risk.matrix.Matrices;
import org.zonewright.base.Texts;
import org.zonewright.plant.PlantReading;
import org.zonewright.plant.risk.Risk;

/// Protects the question of the security review: a hazard can be hacked only if a cause and all safeguards can, and
/// an answer that nobody gave is neither yes nor no.
class HazardReviewTest {
    private static List<HazardOutcome> review(String rows) {
        PlantReading reading = Documents.read("risk:\n  matrix: 4x4\n  hazards:\n" + rows);
        Risk risk = reading.plant().orElseThrow().risk().orElseThrow();
        return HazardReview.review(risk, Matrices.of(risk, reading.positions()).matrix(), reading.positions());
    }

    private static HazardOutcome row(String causes, String safeguards) {
        return review("    - { id: h, consequence: fire, estimate: { impacts: { safety: 4 } }, causes: [ " + causes
                        + " ], safeguards: [ " + safeguards + " ] }\n")
                .getFirst();
    }

    @Test
    void aRowIsHackableOnlyIfACauseAndAllSafeguardsAre() {
        String yes = "{ text: a, hackable: true }";
        String no = "{ text: b, hackable: false }";
        String open = "{ text: c }";
        assertThat(row(yes + ", " + no, yes).hackable()).isEqualTo(Hackable.YES);
        assertThat(row(yes, "").hackable()).isEqualTo(Hackable.YES);
        assertThat(row(no, yes).hackable()).isEqualTo(Hackable.NO);
        assertThat(row(yes, yes + ", " + no).hackable()).isEqualTo(Hackable.NO);
        assertThat(row(open, no).hackable()).as("one safeguard decides").isEqualTo(Hackable.NO);
        assertThat(row(yes, open).hackable()).isEqualTo(Hackable.UNKNOWN);
        assertThat(row("", yes).hackable()).as("nobody named a cause").isEqualTo(Hackable.UNKNOWN);
    }

    @Test
    void aHackableRowIsGivenALevelAndAnOpenOneItsQuestions() {
        HazardOutcome hackable = row("{ text: a, hackable: true }", "");
        assertThat(hackable.byConsequence().map(String::valueOf)).contains("3");
        assertThat(Texts.english().say(hackable.reason().text())).contains("safeguard that cannot be hacked", "SL-T 3");
        HazardOutcome open =
                row("{ text: a, hackable: true }, { text: b }", "{ text: c }, { text: d, hackable: true }");
        assertThat(open.open()).containsExactly("c");
        assertThat(row("{ text: a, hackable: false }", "{ text: c }").byConsequence())
                .isEmpty();
    }

    @Test
    void treesAreDecidedByTheBranchThatDecides() {
        Event yes = new Event("y", Optional.of(true));
        Event no = new Event("n", Optional.of(false));
        Event open = new Event("o", Optional.empty());
        assertThat(new AllOf(List.of(yes, open, no)).evaluate()).isEqualTo(Hackable.NO);
        assertThat(new AllOf(List.of(yes, open)).evaluate()).isEqualTo(Hackable.UNKNOWN);
        assertThat(new AllOf(List.of()).evaluate()).isEqualTo(Hackable.YES);
        assertThat(new AnyOf(List.of(no, open, yes)).evaluate()).isEqualTo(Hackable.YES);
        assertThat(new AnyOf(List.of(no, open)).open()).containsExactly("o");
        assertThat(new AnyOf(List.of()).evaluate()).isEqualTo(Hackable.NO);
        assertThat(new AnyOf(List.of(no, new AllOf(List.of(yes, open)))).evaluate())
                .isEqualTo(Hackable.UNKNOWN);
    }
}
