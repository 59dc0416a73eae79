package org.zonewright.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zonewright.standard.RequirementId.DevelopmentId;
import org.zonewright.standard.RequirementId.DevelopmentPractice;
import org.zonewright.standard.RequirementId.SystemId;

/// The same requirement is written in a dozen ways in sheets and tools; all must meet in one id, and numbers that only
/// look alike must stay apart.
class RequirementIdTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SR 1.1                      | SR 1.1
            SR1.1                       | SR 1.1
            SR 1.1 RE(1)                | SR 1.1 RE(1)
            SR 1.1 RE (1)               | SR 1.1 RE(1)
            SR1.1 RE 1                  | SR 1.1 RE(1)
            SR 1.1(1)                   | SR 1.1 RE(1)
            SR 1.1 (1)                  | SR 1.1 RE(1)
            sr 1.1 re1                  | SR 1.1 RE(1)
            SR1.1RE1                    | SR 1.1 RE(1)
            SR 1.13 RE( 1 )             | SR 1.13 RE(1)
            CR 2.8                      | CR 2.8
            cr2.8                       | CR 2.8
            SAR 2.4 RE 1                | SAR 2.4 RE(1)
            EDR 3.12                    | EDR 3.12
            HDR3.14(1)                  | HDR 3.14 RE(1)
            NDR 5.2 RE(2)               | NDR 5.2 RE(2)
            CCSC 1                      | CCSC 1
            ccsc4                       | CCSC 4
            CSC 4.2                     | CSC 4.2
            ZCR 5.6                     | ZCR 5.6
            zcr5.13                     | ZCR 5.13
            SP.01.01 BR                 | SP.01.01 BR
            SP.01.01                    | SP.01.01 BR
            sp.1.1 br                   | SP.01.01 BR
            SP.03.10 RE(3)              | SP.03.10 RE(3)
            SP 03.10 RE3                | SP.03.10 RE(3)
            SP.12.09BR                  | SP.12.09 BR
            SM-1                        | SM-1
            SM‑13                       | SM-13
            SR-1                        | SR-1
            svv-5                       | SVV-5
            ORG 1.1                     | ORG 1.1
            avail2.5                    | AVAIL 2.5
            USER 1.23                   | USER 1.23
            Art. 21(2)(b)               | Art. 21(2)(b)
            Article 21 (2) (b)          | Art. 21(2)(b)
            art 20(1)                   | Art. 20(1)
            Annex I Part I (2)(d)       | Annex I Part I (2)(d)
            ANNEX I, Part II (8)        | Annex I Part II (8)
            Annex 1 part 1(2)(D)        | Annex I Part I (2)(d)
            2690-11.3                   | 2690-11.3
            2690-11                     | 2690-11
            """)
    void eachUsualSpellingMeetsInOneId(String written, String printed) {
        Optional<RequirementId> id = RequirementId.parse(written);
        assertThat(id.map(RequirementId::toString)).contains(printed);
        assertThat(RequirementId.parse(printed)).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "SR",
                "SR 1",
                "SR 0.1",
                "SR 8.1",
                "SR 1.0",
                "SR 1.123",
                "SR 1.1 RE",
                "SR 1.1 RE(0)",
                "SR 1.1 1",
                "SR 1.1 RE(1",
                "SR-1.1",
                "SR 1.1 BR",
                "SRX 1.1",
                "CR-1",
                "FR 1",
                "CCSC",
                "CSC 3.2",
                "ZCR 5",
                "ZCR 0.1",
                "SP.01",
                "SP.01.01 BR RE(1)",
                "SM 1",
                "SM-0",
                "XY-1",
                "ORG 1",
                "Art.",
                "Art. 21(2)(bb)",
                "Annex I (2)",
                "Annex II Part I (1)",
                "Annex I Part I",
                "2690",
                "ISO 27001",
                "SR 1.1; SR 1.2"
            })
    void whatIsNoNumberIsEmpty(String written) {
        assertThat(RequirementId.parse(written)).isEmpty();
    }

    @Test
    void aLongTextIsRefusedUnread() {
        assertThat(RequirementId.parse("SR 1.1" + " ".repeat(1_000_000))).isEmpty();
    }

    /// Our own spelling is read without the patterns; they must say the same, which the lower case makes them do.
    @Test
    void ourOwnSpellingIsReadAsItsLowerCaseIs() {
        for (String type : List.of("SR", "CR", "SX")) {
            for (String number :
                    List.of("0.1", "1.0", "1.1", "7.13", "8.1", "1.123", "1.", "1.x", "1.1 ", "11.1", "1-1")) {
                for (String end :
                        List.of("", " RE(1)", " RE(9)", " RE(0)", " RE(12)", " RE(1", " RE()", "(2)", " RE 3")) {
                    String written = type + " " + number + end;
                    assertThat(RequirementId.parse(written))
                            .as(written)
                            .isEqualTo(RequirementId.parse(written.toLowerCase(Locale.ROOT)));
                }
            }
        }
    }

    @Test
    void aHyphenTellsDevelopmentFromSystem() {
        assertThat(RequirementId.parse("SR-1")).contains(new DevelopmentId(DevelopmentPractice.SR, 1));
        assertThat(RequirementId.parse("SR 1.1")).contains(new SystemId(FoundationalRequirement.IAC, 1, 0));
    }

    @Test
    void numbersAreOrderedAsNumbers() {
        List<String> inOrder = List.of(
                "SR 1.2",
                "SR 1.2 RE(1)",
                "SR 1.10",
                "SR 2.1",
                "CCSC 1",
                "CR 1.1",
                "EDR 2.4",
                "NDR 1.6",
                "ZCR 5.9",
                "ZCR 5.10",
                "ORG 1.1",
                "CM 1.1",
                "SP.01.01 BR",
                "SP.01.01 RE(1)",
                "SM-2",
                "SM-10",
                "SR-1",
                "Art. 21(2)",
                "Art. 21(2)(a)",
                "Art. 21(2)(b)",
                "Annex I Part I (1)",
                "Annex I Part II (1)",
                "2690-2.1",
                "2690-10");
        Stream<RequirementId> sorted = inOrder.reversed().stream()
                .flatMap(text -> RequirementId.parse(text).stream())
                .sorted();
        assertThat(sorted.map(RequirementId::toString)).containsExactlyElementsOf(inOrder);
    }

    @Test
    void anEnhancementKnowsItsBase() {
        SystemId enhancement = new SystemId(FoundationalRequirement.RDF, 2, 3);
        assertThat(enhancement).hasToString("SR 5.2 RE(3)");
        assertThat(enhancement.base()).hasToString("SR 5.2");
        assertThat(enhancement.base().isEnhancement()).isFalse();
    }

    @Test
    void anImpossibleNumberIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SystemId(FoundationalRequirement.IAC, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new RequirementId.ArticleId(21, List.of("2", "B")));
    }
}
