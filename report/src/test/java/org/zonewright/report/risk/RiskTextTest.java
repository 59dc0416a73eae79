package org.zonewright.report.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zonewright.base.Texts;

/// Protects what an assessor reads in a terminal: which step lacks what, how each scenario stands against the line,
/// what drives every target, and that the rest is counted and not silently left out.
class RiskTextTest {
    private static final String SHORT = write(false);
    private static final String LONG = write(true);

    private static String write(boolean all) {
        return RiskText.write(SampleRisk.result(), Texts.english(), all);
    }

    /// The part from a heading to the next empty line.
    private static String part(String text, String heading) {
        int start = text.indexOf(heading);
        assertThat(start).as(heading).isNotNegative();
        int end = text.indexOf("\n\n", start);
        return text.substring(start, end < 0 ? text.length() : end + 1);
    }

    @Test
    void everyStepHasItsStateAndTheFirstGapsOfWhatIsOpen() {
        assertThat(part(SHORT, "Steps of IEC 62443-3-2:")).contains("""
                  in part         ZCR 1.1  Identify the SUC perimeter and access points
                      Where the system ends is not said.
                      No access point is listed.
                      No drawing is named.
                      And 1 more.
                  in part         ZCR 2.1\
                """, """
                  missing         ZCR 6.9  Regulatory requirements
                      No regulation is named.
                  in part         ZCR 7.1  Attain asset owner approval
                      Revision C1 was approved by A. Berg on 2026-11-02; the document changed since (1 change known).
                """);
    }

    @Test
    void aStepThatDoesNotApplySaysWhyAndOneThatIsDoneSaysNoMore() {
        assertThat(SHORT)
                .contains("  not applicable  ZCR 3.5  Separate wireless devices\n"
                        + "      Does not apply: no radio here.\n  in part         ZCR 3.6");
        assertThat(SHORT).contains("  done            ZCR 5.6  Determine SL-T\n  in part         ZCR 5.7");
    }

    @Test
    void allGapsAreShownWhereTheyAreAskedFor() {
        List<String> gaps = SampleRisk.result().steps().stream()
                .flatMap(step -> step.missing().stream())
                .map(gap -> Texts.english().say(gap.text()))
                .toList();
        assertThat(gaps).hasSizeGreaterThan(40).allSatisfy(gap -> assertThat(LONG)
                .contains("      " + gap + "\n"));
        assertThat(LONG).doesNotContain("And 1 more.").doesNotContain("more.\n");
        assertThat(SHORT.lines().filter(line -> line.contains("lacks a threat")))
                .hasSize(3);
    }

    @Test
    void everyScenarioIsHeldAgainstTheLine() {
        assertThat(part(SHORT, "Scenarios ")).isEqualTo("""
                Scenarios (matrix: Four by four; tolerable: medium):
                  s-write at cell: Set points written — unmitigated critical, residual medium: tolerable with countermeasures
                      The residual risk counts measures that are not in place: m-guard.
                  s-worm at ops: Worm — unmitigated critical, residual ?: ABOVE THE LINE
                  s-old at ops: Old relays — unmitigated critical, residual ?: above the line, accepted
                  s-late at ops: Modem — unmitigated critical, residual ?: ABOVE THE LINE, acceptance expired
                  s-small at link: Printer — unmitigated low, residual ?: tolerable
                  s-open at link: Nobody rated it — unmitigated ?, residual ?: not rated
                """);
    }

    @Test
    void aScenarioThatNobodyRatedIsNeverCalledAboveTheLine() {
        assertThat(LONG)
                .contains("Nobody rated it is not rated, so that nobody knows whether it needs a countermeasure.")
                .doesNotContain("Nobody rated it is above")
                .doesNotContain("Nobody rated it stays above");
    }

    @Test
    void everyTargetNamesWhatDrivesItsEntriesAndWhatWasLowered() {
        assertThat(part(SHORT, "Targets ")).isEqualTo("""
                Targets (IAC UC SI DC RDF TRE RA):
                  SL-T(link) = {3 3 3 3 3 1 1}
                      IAC 3 ← ops  UC 3 ← ops  SI 3 ← ops  DC 3 ← ops  RDF 3 ← ops  RA 1 ← s-small
                  SL-T(cell) = {1 1 2 1 1 1 1}
                      UC 1 ← s-write  SI 2 ← s-write
                      UC: lowered to SL 1 from SL 2: panels of 1998; m-guard makes up for it; approved by –.
                  SL-T(ops) = {3 3 3 3 3 3 3}, set in the document
                      IAC 3 ← set by a person  UC 3 ← set by a person  SI 3 ← set by a person  DC 3 ← set by a person\
                  RDF 3 ← set by a person  TRE 3 ← set by a person  RA 3 ← set by a person
                """);
        assertThat(LONG).contains("TRE 1 ← baseline  RA 1 ← s-small");
        assertThat(part(LONG, "What each scenario asks for:")).contains("""
                  Set points written asks for SL 2 in UC SI, by the method manual.
                    Method manual: a person sets the level and says why.
                    SL 2: x.
                """);
        assertThat(SHORT).doesNotContain("What each scenario asks for:");
    }

    @Test
    void hazardsThatAnAttackerAloneBringsAboutAreToldFromThoseThatHeDoesNot() {
        assertThat(part(SHORT, "Hazard study:")).isEqualTo("""
                Hazard study:
                  hz-1  A pipe bursts: can be brought about by an attacker alone. Add a safeguard that cannot be hacked,\
                 or give the zone SL-T 3 by its consequence.
                  hz-2  A tank runs over: an attacker alone cannot bring it about.
                """);
    }

    @Test
    void proposedThreatsAreCountedOrListed() {
        long open = SampleRisk.result().proposals().stream()
                .filter(one -> !one.taken())
                .count();
        assertThat(open).isPositive();
        assertThat(SHORT)
                .contains("The threat list proposes " + open
                        + " threats that no scenario names yet; --all shows them.\n");
        String listed = part(LONG, "Threats of the list that no scenario names yet:");
        assertThat(listed.lines().count() - 1).isEqualTo(open);
        assertThat(listed).contains("  cell  TC-11 Spoofed or altered commands (threat list 0.1.0).\n");
        assertThat(LONG).doesNotContain("--all shows them");
    }

    @Test
    void theEndSaysWhatAnApprovalNoLongerCoversAndHowMuchIsOpen() {
        assertThat(SHORT).endsWith("""
                Revision C1 was approved by A. Berg on 2026-11-02; the document changed since (1 change known).
                  changed: measure m-guard — to be done again: ZCR 5.8, ZCR 5.9, ZCR 5.10, ZCR 5.11, ZCR 5.12, ZCR 5.13,\
                 ZCR 6.1, ZCR 7.1
                4 of 32 steps done or not applicable; 2 of 6 scenarios above the line without an acceptance that holds.
                No method from risk to SL-T is the standard's own formula; requirement data was compiled from secondary\
                 sources.
                """);
    }

    @Test
    void aDocumentWithoutARiskAssessmentHasItsStepsAndTargetsAndNothingMore() {
        String text = RiskText.write(
                SampleRisk.result(
                        "zonewright: 1\nsite: { id: works }\nzones: [ { id: cell, function: control } ]\n",
                        Optional.empty()),
                Texts.english(),
                false);
        assertThat(text)
                .startsWith("Steps of IEC 62443-3-2:\n")
                .contains("  SL-T(cell) = {1 1 1 1 1 1 1}\n")
                .contains("0 of 0 scenarios above the line")
                .doesNotContain("Scenarios (")
                .doesNotContain("Hazard study");
    }

    /// A terminal obeys control characters; a document is written by anybody.
    @Test
    void namesOfADocumentCannotSteerTheTerminal() {
        String text = RiskText.write(
                SampleRisk.result(
                        SampleRisk.DOCUMENT.replace("name: Worm", "name: \"Worm \\u202e[31m\""), Optional.empty()),
                Texts.english(),
                true);
        assertThat(text.codePoints().filter(c -> c != '\n')).allMatch(c -> !Character.isISOControl(c) && c != 0x202E);
    }
}
