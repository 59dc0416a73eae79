package org.zonewright.assess.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zonewright.assess.Documents;
import org.zonewright.assess.programme.ProgrammeResult;
import org.zonewright.assess.programme.Programmes;
import org.zonewright.base.Reason;
import org.zonewright.base.Text;
import org.zonewright.base.Texts;
import org.zonewright.plant.PlantReading;
import org.zonewright.plant.product.MakerReading;
import org.zonewright.plant.yaml.MakerYaml;
import org.zonewright.standard.RequirementId;
import org.zonewright.standard.catalogue.Basis;
import org.zonewright.standard.catalogue.CatalogueKey;
import org.zonewright.standard.catalogue.Catalogues;
import org.zonewright.standard.catalogue.LegalRequirement;
import org.zonewright.standard.catalogue.MappingCatalogue.Support;
import org.zonewright.standard.catalogue.NationalOverlay;
import org.zonewright.standard.catalogue.NationalOverlays;

/// Protects what is said of laws: that evidence supports a duty only where it does, what it rests on, what stays open,
/// and that no sentence ever says that a law is kept.
class LawsTest {
    private static final Instant AT = Instant.parse("2026-11-22T00:00:00Z");
    private static final Catalogues CATALOGUES = Catalogues.shipped();

    private static Laws laws(String text) {
        PlantReading reading = Documents.read(text);
        ProgrammeResult result = Programmes.judge(reading.plant().orElseThrow(), reading.positions(), CATALOGUES, AT);
        return new Laws(CATALOGUES, result.standings(), List.of());
    }

    private static Laws product(String text) {
        MakerReading reading = MakerYaml.read("product.yaml", text.getBytes(StandardCharsets.UTF_8));
        assertThat(reading.problems()).isEmpty();
        return new Laws(
                CATALOGUES,
                Programmes.judge(reading.file().orElseThrow(), reading.positions(), CATALOGUES, AT)
                        .standings(),
                List.of());
    }

    private static DutyCoverage duty(LawCoverage law, String id) {
        return law.duty(RequirementId.parse(id).orElseThrow()).orElseThrow();
    }

    private static final String LOGGING = """
            zones: [ { id: bay-1, function: control }, { id: bay-2, function: control } ]
            evidence:
              - { id: e-1, requirements: [ SR 2.8 ], at: { zone: bay-1 }, state: met, method: test, date: 2026-09-01, attachment: { file: sat.pdf } }
              - { id: e-2, requirements: [ SR 2.8 ], at: { zone: bay-2 }, state: not-met, method: test, date: 2026-09-01 }
              - { id: e-3, requirements: [ EVENT 1.1 ], at: site, state: met, maturity: 2, method: interview, date: 2025-01-01 }
            """;

    @Test
    void everyArticleAndLetterHasItsRow() {
        LawCoverage nis2 = laws("").nis2();
        assertThat(nis2.duties())
                .extracting(duty -> duty.duty().id())
                .containsExactlyElementsOf(CATALOGUES.nis2().requirements().stream()
                        .map(LegalRequirement::id)
                        .toList());
        for (char letter = 'a'; letter <= 'j'; letter++) {
            assertThat(duty(nis2, "Art. 21(2)(" + letter + ")").verdict())
                    .as("letter " + letter)
                    .isEqualTo(Verdict.NO_EVIDENCE);
        }
        assertThat(duty(nis2, "Art. 21(2)").points()).hasSize(10);
        assertThat(duty(nis2, "Art. 21(2)").verdict()).isEqualTo(Verdict.NO_EVIDENCE);
        assertThat(duty(nis2, "Art. 23(4)(a)").verdict()).isEqualTo(Verdict.OUTSIDE);
        assertThat(laws("").cra().duties())
                .filteredOn(duty -> duty.duty().id().toString().startsWith("Annex"))
                .hasSize(22);
    }

    @Test
    void everyRelationLeadsSomewhereAndIsOurOpinion() {
        for (Support support : CATALOGUES.mappings().supports()) {
            assertThat(CATALOGUES.find(support.duty()))
                    .as(support.duty().toString())
                    .isPresent();
            assertThat(support.items()).as(support.duty().toString()).isNotEmpty();
            assertThat(support.items()).allSatisfy(item -> assertThat(CATALOGUES.find(item))
                    .as(item.toString())
                    .isPresent());
            // The sentences on strength say "our opinion"; another basis needs others.
            assertThat(support.basis()).isEqualTo(Basis.OWN_ANALYSIS);
        }
    }

    @Test
    void evidenceSupportsADutyAndWhatSpeaksAgainstItStandsBesideIt() {
        DutyCoverage incidents = duty(laws(LOGGING).nis2(), "Art. 21(2)(b)");
        assertThat(incidents.verdict()).isEqualTo(Verdict.SUPPORTS);
        assertThat(incidents.held()).isOne();
        assertThat(incidents.failed()).isOne();
        assertThat(incidents.helps()).hasSize(51);
        String tree = incidents.reason().display(Texts.english());
        assertThat(tree)
                .startsWith("Art. 21(2)(b): the evidence supports it; 1 of 51 requirements")
                .contains("Our opinion", "[mappings Art. 21(2)(b)]", "What stays open", "[iec62443-3-3 SR 2.8]")
                .contains("Evidence e-1 says met: test of 2026-09-01", "plant.yaml:5", "sat.pdf")
                .contains("SR 2.8 was found wanting at 1 place.", "Zone bay-2.")
                .contains("For 50 of 51 requirements there is no evidence");
        assertThat(duty(laws(LOGGING).nis2(), "Art. 21(2)").verdict()).isEqualTo(Verdict.SUPPORTS);
    }

    @Test
    void aFaultAloneOrARequirementThatDoesNotApplySupportsNothing() {
        String failed = LOGGING.lines().filter(line -> !line.contains("e-1")).reduce("", (a, b) -> a + b + "\n");
        assertThat(duty(laws(failed).nis2(), "Art. 21(2)(b)").verdict()).isEqualTo(Verdict.NO_EVIDENCE);
        assertThat(duty(laws(failed).nis2(), "Art. 21(2)(b)").failed()).isOne();
        String notApplicable = LOGGING.replace(
                "state: met, method: test", "state: not-applicable, because: none, approved-by: CISO, method: test");
        assertThat(duty(laws(notApplicable).nis2(), "Art. 21(2)(b)").verdict()).isEqualTo(Verdict.NO_EVIDENCE);
    }

    @Test
    void aDutyOutsideTheStandardIsSupportedByEvidenceOfItsOwn() {
        String procedure = """
                evidence:
                  - { id: e-1, requirements: [ "nis2:Art. 23(4)(a)" ], at: site, state: met, method: examination, date: 2026-09-01 }
                """;
        DutyCoverage warning = duty(laws(procedure).nis2(), "Art. 23(4)(a)");
        assertThat(warning.verdict()).isEqualTo(Verdict.SUPPORTS);
        assertThat(warning.reason().display(Texts.english())).contains("evidence of its own", "e-1");
    }

    private static final String PRODUCT = """
            zonewright-product: 1
            product: { id: hsc, maker: HIGE, model: HSC-110, dated: 2026-11-01 }
            """;

    @Test
    void aProductIsHeldAgainstBothPartsOfTheAnnex() {
        Laws empty = product(PRODUCT);
        assertThat(empty.cra().duties()).noneMatch(duty -> duty.verdict() == Verdict.SUPPORTS);
        assertThat(duty(empty.cra(), "Annex I Part I (2)(g)").verdict()).isEqualTo(Verdict.OUTSIDE);
        Laws laws = product(PRODUCT.replace(
                        "dated: 2026-11-01 }",
                        "dated: 2026-11-01, vulnerability-contact: psirt, "
                                + "sbom: { file: { file: sbom.json }, date: 2024-01-01 } }")
                + """
                        claims:
                          - { id: c-1, requirements: [ { requirement: CR 4.1, support: native }, { requirement: CR 2.8, support: missing } ] }
                        evidence:
                          - { id: e-1, requirements: [ SVV-1 ], state: met, maturity: 3, method: examination, date: 2026-09-01 }
                          - { id: e-2, requirements: [ "Annex I Part I (2)(g)" ], state: met, method: test, date: 2026-09-01 }
                        """);
        assertThat(duty(laws.cra(), "Annex I Part I (2)(e)").verdict()).isEqualTo(Verdict.SUPPORTS);
        assertThat(duty(laws.cra(), "Annex I Part I (2)(l)").verdict()).isEqualTo(Verdict.NO_EVIDENCE);
        assertThat(duty(laws.cra(), "Annex I Part I (2)(l)").failed()).isOne();
        assertThat(duty(laws.cra(), "Annex I Part II (3)").verdict()).isEqualTo(Verdict.SUPPORTS);
        assertThat(duty(laws.cra(), "Annex I Part II (6)").verdict()).isEqualTo(Verdict.SUPPORTS);
        assertThat(duty(laws.cra(), "Annex I Part I (2)(g)").verdict()).isEqualTo(Verdict.SUPPORTS);
        // The bill of materials is older than an examination holds.
        assertThat(duty(laws.cra(), "Annex I Part II (1)").verdict()).isEqualTo(Verdict.NO_EVIDENCE);
    }

    @Test
    void whatACountryAsksForHasAVerdictOfItsOwn() {
        List<NationalOverlay> shipped = NationalOverlays.shipped();
        List<RuleCoverage> rules = laws(LOGGING).national(shipped);
        assertThat(rules).hasSizeGreaterThan(6);
        List<RuleCoverage.AskCoverage> asks =
                rules.stream().flatMap(rule -> rule.asks().stream()).toList();
        assertThat(asks)
                .filteredOn(ask -> ask.ask().id().equals("dk-bek-260-logging"))
                .singleElement()
                .satisfies(ask -> {
                    assertThat(ask.verdict()).isEqualTo(Verdict.SUPPORTS);
                    assertThat(ask.held()).isOne();
                    assertThat(ask.failed()).isOne();
                });
        assertThat(asks)
                .filteredOn(ask -> ask.ask().id().equals("dk-bek-260-backup"))
                .extracting(RuleCoverage.AskCoverage::verdict)
                .containsExactly(Verdict.NO_EVIDENCE);
        assertThat(asks)
                .filteredOn(ask -> ask.ask().id().startsWith("no-"))
                .extracting(RuleCoverage.AskCoverage::verdict)
                .containsExactly(Verdict.OUTSIDE);
    }

    /// What stays open is said in the words of the catalogue, and is among them.
    @Test
    void noSentenceOfOursSaysThatALawIsKept() {
        List<String> words =
                List.of("comply", "complies", "complian", "certified", "certifies", "conform", "fulfil", "satisf");
        Set<String> said = new TreeSet<>();
        for (LawCoverage law : List.of(laws(LOGGING).nis2(), product(PRODUCT).cra())) {
            law.duties().forEach(duty -> ours(duty.reason(), said));
        }
        Texts english = Texts.english();
        english.keys().stream()
                .filter(key -> key.startsWith("law.") || key.startsWith("report.coverage."))
                .forEach(key -> said.add(english.say(key)));
        assertThat(said).hasSizeGreaterThan(40).allSatisfy(sentence -> assertThat(words)
                .noneMatch(word -> sentence.toLowerCase(Locale.ROOT).contains(word)));
    }

    private static void ours(Reason reason, Set<String> said) {
        said.add(Texts.english().say(reason.text()));
        reason.because().forEach(part -> ours(part, said));
    }

    @Test
    void theSameStandingsInAnotherOrderSayTheSame() {
        PlantReading reading = Documents.read(LOGGING);
        var standings = Programmes.judge(reading.plant().orElseThrow(), reading.positions(), CATALOGUES, AT)
                .standings()
                .all()
                .toList();
        assertThat(new Laws(CATALOGUES, new ArrayList<>(standings).reversed()).nis2())
                .isEqualTo(new Laws(CATALOGUES, standings).nis2());
    }

    @Test
    void everyTextOfTheLawsIsThere() {
        Texts english = Texts.english();
        Stream.of(Verdict.values()).forEach(verdict -> assertThat(english.has("law.verdict." + verdict.id()))
                .isTrue());
        Stream.of(org.zonewright.assess.Subject.Kind.values())
                .forEach(kind -> assertThat(english.has("law.at." + kind.id()))
                        .as(kind.id())
                        .isTrue());
        assertThat(english.say(Text.of("law.strength.weak", "x"))).contains("Our opinion");
        assertThat(CATALOGUES.mappings().supports(CatalogueKey.NIS2)).isNotEmpty();
    }
}
