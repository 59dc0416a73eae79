package org.zonewright.standard.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zonewright.base.Problem;
import org.zonewright.base.Severity;
import org.zonewright.base.Texts;

/// A slip in a catalogue would silently change levels; each kind of slip must be found, with its line and path.
class BrokenCatalogueTest {
    @Test
    void aMissingEntryIsMissedInTheCounts() {
        List<Problem> problems =
                broken(CatalogueKey.IEC_62443_3_3, text -> text.replaceFirst("(?s)- id: SR 7\\.8\n.*", ""));
        assertThat(problems).extracting(Problem::kind).contains(CatalogueProblem.WRONG_COUNT);
        assertThat(say(problems))
                .anyMatch(line -> line.contains("expected_counts.sr")
                        && line.endsWith("There are 50 of \"sr\", but the file says 51."));
    }

    @Test
    void aLevelOutOfRangeIsReportedWithItsLine() {
        List<Problem> problems =
                broken(CatalogueKey.IEC_62443_3_3, text -> text.replaceFirst("min_sl: 1", "min_sl: 5"));
        assertThat(say(problems))
                .first()
                .asString()
                .matches("catalogue.wrong-value  ERROR  iec62443-3-3.yaml:\\d+:\\d+ requirements\\[0\\]\\.min_sl: "
                        + "Found 5, expected a level from 1 to 4\\.");
    }

    @Test
    void anEnhancementBelowItsBaseIsReported() {
        assertThat(kinds(
                        CatalogueKey.IEC_62443_3_3,
                        "title: Software process and device identification and authentication\n  min_sl: 2",
                        "title: Software process and device identification and authentication\n  min_sl: 4"))
                .contains(CatalogueProblem.LEVEL_BELOW_PARENT);
    }

    @Test
    void aSecondEntryOfOneIdIsReportedWithTheLineOfTheFirst() {
        List<Problem> problems =
                broken(CatalogueKey.IEC_62443_3_3, text -> text.replaceFirst("- id: SR 7\\.8\n", "- id: SR 7.7\n"));
        assertThat(say(problems))
                .anyMatch(line -> line.startsWith("catalogue.duplicate-id")
                        && line.matches(".*There is already an entry SR 7\\.7, in line \\d+\\."));
    }

    @Test
    void anEnhancementWithoutItsBaseIsReported() {
        assertThat(kinds(CatalogueKey.IEC_62443_3_3, "- id: SR 5.2\n", "- id: SR 5.9\n"))
                .contains(CatalogueProblem.UNKNOWN_REFERENCE);
    }

    @Test
    void anIdThatCannotBeReadIsReported() {
        assertThat(kinds(CatalogueKey.IEC_62443_3_3, "- id: SR 5.2\n", "- id: SR five\n"))
                .contains(CatalogueProblem.UNREADABLE_ID);
        assertThat(kinds(CatalogueKey.IEC_62443_3_3, "- id: SR 5.2\n", "- id: CR 5.2\n"))
                .contains(CatalogueProblem.UNREADABLE_ID);
    }

    @Test
    void aMisspeltKeyIsReportedAndSoIsTheMissingOne() {
        assertThat(kinds(CatalogueKey.IEC_62443_3_3, "min_sl: 1\n", "min_sI: 1\n"))
                .contains(CatalogueProblem.UNKNOWN_KEY, CatalogueProblem.MISSING_KEY);
    }

    @Test
    void aKeyThatStandsTwiceIsReported() {
        assertThat(kinds(CatalogueKey.IEC_62443_3_3, "  min_sl: 1\n", "  min_sl: 1\n  min_sl: 2\n"))
                .contains(CatalogueProblem.DUPLICATE_KEY);
    }

    @Test
    void anotherFoundationalRequirementThanTheIdSaysIsReported() {
        assertThat(kinds(CatalogueKey.IEC_62443_3_3, "  fr: FR1\n", "  fr: FR2\n"))
                .contains(CatalogueProblem.WRONG_VALUE);
    }

    @Test
    void brokenYamlIsReportedWithItsLine() {
        List<Problem> problems = broken(CatalogueKey.THREATS, text -> text + "\n  : [");
        assertThat(problems).extracting(Problem::kind).contains(CatalogueProblem.UNREADABLE);
        assertThat(say(problems))
                .anyMatch(line -> line.matches("catalogue\\.unreadable .* threats\\.yaml:\\d+:\\d+.*"));
        assertThat(broken(CatalogueKey.THREATS, text -> "- a list"))
                .extracting(Problem::kind)
                .contains(CatalogueProblem.UNREADABLE);
        assertThat(broken(CatalogueKey.THREATS, text -> ""))
                .extracting(Problem::kind)
                .contains(CatalogueProblem.UNREADABLE);
    }

    @Test
    void aReferenceIntoAnotherCatalogueThatLeadsNowhereIsReportedWhereItStands() {
        List<Problem> problems =
                broken(CatalogueKey.MAPPINGS, text -> text.replaceFirst("items: \\[ORG 1\\.1,", "items: [ORG 1.9,"));
        assertThat(say(problems))
                .singleElement()
                .asString()
                .matches("catalogue.unknown-reference  ERROR  mappings.yaml:\\d+:\\d+ "
                        + "nis2\\[0\\]\\.supported_by\\[0\\]\\.items\\[0\\]: There is no ORG 1\\.9 in the catalogue "
                        + "iec62443-2-1\\.");
    }

    @Test
    void aComponentRequirementOfAnUnknownSystemRequirementIsReported() {
        assertThat(kinds(CatalogueKey.IEC_62443_4_2, "  sr: SR 1.1\n", "  sr: SR 1.14\n"))
                .containsOnly(CatalogueProblem.UNKNOWN_REFERENCE);
    }

    @Test
    void aPointerToNothingAndAPointerThatIsARequirementAreReported() {
        assertThat(kinds(CatalogueKey.IEC_62443_4_2, "points_to: \\[NDR 1.6\\]", "points_to: [NDR 1.7]"))
                .contains(CatalogueProblem.UNKNOWN_REFERENCE);
        assertThat(kinds(CatalogueKey.IEC_62443_4_2, "- id: CR 1.6\n", "- id: CR 1.7\n"))
                .contains(CatalogueProblem.CONTRADICTION);
    }

    @Test
    void aTechniqueThatItsMitigationDoesNotKnowIsReported() {
        assertThat(kinds(CatalogueKey.ATTACK_ICS, "mitigations: \\[M0800, M0801,", "mitigations: [M0801,"))
                .contains(CatalogueProblem.CONTRADICTION);
        assertThat(kinds(CatalogueKey.ATTACK_ICS, "tactics: \\[TA0107\\]", "tactics: [TA0999]"))
                .contains(CatalogueProblem.UNKNOWN_REFERENCE);
    }

    @Test
    void aStepThatProducesAnUnknownDocumentIsReported() {
        assertThat(kinds(CatalogueKey.IEC_62443_3_2, "produces: \\[SUC-BOUNDARY\\]", "produces: [SUC-BORDER]"))
                .containsOnly(CatalogueProblem.UNKNOWN_REFERENCE);
    }

    @Test
    void aCatalogueUnderAnotherNameIsReported() {
        assertThat(kinds(CatalogueKey.CRA, "catalogue: cra\n", "catalogue: nis2\n"))
                .contains(CatalogueProblem.WRONG_VALUE);
    }

    @Test
    void aDayThatIsNoneAndAnAmountThatIsNoneAreReported() {
        assertThat(kinds(CatalogueKey.CRA, "2026-09-11", "2026-09-31")).containsOnly(CatalogueProblem.WRONG_VALUE);
        assertThat(kinds(CatalogueKey.NIS2, "PT24H", "24 hours")).contains(CatalogueProblem.WRONG_VALUE);
    }

    @Test
    void aCatalogueWithAProblemIsNotUsed() {
        Catalogues catalogues = new Catalogues(key -> Catalogues.resource(key).replaceFirst("min_sl: 1", "min_sl: 9"));
        assertThatIllegalStateException()
                .isThrownBy(catalogues::systems)
                .withMessageContaining("Found 9, expected a level from 1 to 4");
    }

    @ParameterizedTest
    @EnumSource(CatalogueProblem.class)
    void everyKindOfProblemHasAMessageAndAHint(CatalogueProblem kind) {
        assertThat(kind.id()).matches("catalogue\\.[a-z-]+");
        assertThat(kind.severity()).isEqualTo(Severity.ERROR);
        assertThat(Texts.english().has("problem." + kind.id())).isTrue();
        assertThat(Texts.english().has("problem." + kind.id() + ".hint")).isTrue();
    }

    private interface Change {
        String in(String text);
    }

    private static List<Problem> broken(CatalogueKey changed, Change change) {
        return new Catalogues(key -> {
                    String text = Catalogues.resource(key);
                    return key == changed ? change.in(text) : text;
                })
                .check();
    }

    private static List<CatalogueProblem> kinds(CatalogueKey changed, String pattern, String replacement) {
        assertThat(Catalogues.resource(changed)).containsPattern(pattern);
        return broken(changed, text -> text.replaceFirst(pattern, replacement)).stream()
                .flatMap(problem -> Arrays.stream(CatalogueProblem.values()).filter(kind -> kind == problem.kind()))
                .toList();
    }

    private static List<String> say(List<Problem> problems) {
        return problems.stream()
                .map(problem -> problem.display(Texts.english()))
                .toList();
    }
}
