package org.zonewright.assess.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zonewright.assess.Documents;
import org.zonewright.assess.RequirementState;
import org.zonewright.assess.Subject;
import org.zonewright.base.Texts;
import org.zonewright.plant.PlantReading;
import org.zonewright.standard.RequirementId;
import org.zonewright.standard.catalogue.CatalogueKey;
import org.zonewright.standard.catalogue.Catalogues;

/// Protects what a program, a provider and a maker are said to live up to: nobody looked is not the same as found
/// wanting, evidence grows old, and a maturity is the lowest that was found, with how many it rests on.
class ProgrammesTest {
    private static final Instant AT = Instant.parse("2026-11-22T00:00:00Z");

    private static ProgrammeResult judge(String text) {
        PlantReading reading = Documents.read(text);
        return Programmes.judge(reading.plant().orElseThrow(), reading.positions(), Catalogues.shipped(), AT);
    }

    private static Standing of(ProgrammeResult result, String requirement) {
        RequirementId id = RequirementId.parse(requirement).orElseThrow();
        return result.programmes().stream()
                .flatMap(programme -> programme.standings().stream())
                .filter(standing -> standing.requirement().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Programme.Part part(Programme programme, String group) {
        return programme.parts().stream()
                .filter(part -> part.group().id().equals(group))
                .findFirst()
                .orElseThrow();
    }

    private static String evidence(String... items) {
        return "evidence:\n"
                + String.join(
                        "",
                        List.of(items).stream()
                                .map(item -> "  - { " + item + " }\n")
                                .toList());
    }

    private static String org(String id, String requirement, String rest) {
        return "id: " + id + ", requirements: [ \"" + requirement + "\" ], at: site, " + rest;
    }

    @Test
    void withoutEvidenceEveryRequirementOfTheOwnersProgramHasNoEvidence() {
        ProgrammeResult result = judge("");
        assertThat(result.programmes()).hasSize(1);
        Programme owner = result.programmes().getFirst();
        assertThat(owner.catalogue()).isEqualTo(CatalogueKey.IEC_62443_2_1);
        assertThat(owner.standings()).hasSize(87).allMatch(standing -> !standing.hasEvidence());
        assertThat(owner.maturity()).isEqualTo(new Maturity(Optional.empty(), Optional.empty(), 0, 0, 0, 87));
    }

    @Test
    void anElementIsAsMatureAsItsLeastMatureRequirementAndSaysOnHowManyItRests() {
        Programme owner = judge(evidence(
                        org("e-1", "ORG 1.1", "state: met, maturity: 4, method: examination, date: 2026-10-01"),
                        org("e-2", "ORG 1.4", "state: met, maturity: 2, method: interview, date: 2026-10-01"),
                        org("e-3", "ORG 1.5", "state: met, method: interview, date: 2026-10-01")))
                .programmes()
                .getFirst();
        Maturity element = part(owner, "ORG 1").maturity();
        assertThat(element.level()).contains(2);
        assertThat(element.by().orElseThrow()).hasToString("ORG 1.4");
        assertThat(List.of(element.graded(), element.evidenced(), element.all()))
                .containsExactly(2, 3, 6);
        assertThat(part(owner, "SPE 1").maturity().level()).contains(2);
        assertThat(part(owner, "SPE 1").maturity().all()).isEqualTo(11);
        assertThat(part(owner, "ORG 2").maturity().level()).isEmpty();
    }

    @Test
    void aRequirementThatIsNotMetLeavesItsElementWithoutALevel() {
        Programme owner = judge(evidence(
                        org("e-1", "ORG 1.1", "state: met, maturity: 3, method: examination, date: 2026-10-01"),
                        org("e-2", "ORG 1.6", "state: not-met, method: examination, date: 2026-10-01")))
                .programmes()
                .getFirst();
        Maturity element = part(owner, "ORG 1").maturity();
        assertThat(element.level()).isEmpty();
        assertThat(element.by().orElseThrow()).hasToString("ORG 1.6");
        assertThat(element.failed()).isOne();
    }

    @Test
    void metExpiresWithItsMethodAndNotMetDoesNot() {
        ProgrammeResult result = judge(evidence(
                org("old", "ORG 1.1", "state: met, method: interview, date: 2026-05-01"),
                org("bad", "ORG 1.2", "state: not-met, method: interview, date: 2020-05-01"),
                org("own", "ORG 1.3", "state: met, method: interview, date: 2026-05-01, valid-until: 2026-11-22"),
                org("day", "ORG 1.4", "state: met, method: interview, date: 2026-05-26")));
        assertThat(of(result, "ORG 1.1").state()).isEqualTo(RequirementState.NO_EVIDENCE);
        assertThat(of(result, "ORG 1.1").reason().display(Texts.english()))
                .contains("it held to 2026-10-28 and has expired", "plant.yaml:4");
        assertThat(of(result, "ORG 1.2").state()).isEqualTo(RequirementState.NOT_MET);
        assertThat(of(result, "ORG 1.3").state()).isEqualTo(RequirementState.MET);
        assertThat(of(result, "ORG 1.4").until()).hasToString("Optional[2026-11-22]");
    }

    @Test
    void theSiteDecidesHowLongAMethodHolds() {
        ProgrammeResult result = judge("policy: { evidence-validity: { interview: 3d } }\n"
                + evidence(org("e-1", "ORG 1.1", "state: met, method: interview, date: 2026-11-01")));
        assertThat(of(result, "ORG 1.1").state()).isEqualTo(RequirementState.NO_EVIDENCE);
    }

    @Test
    void onlyNewerEvidenceOfAnEqualOrStrongerMethodAnswersWhatWasNotMet() {
        ProgrammeResult result = judge(evidence(
                org("a-1", "ORG 1.1", "state: not-met, method: examination, date: 2026-09-01"),
                org("a-2", "ORG 1.1", "state: met, method: interview, date: 2026-10-01"),
                org("b-1", "ORG 1.2", "state: not-met, method: examination, date: 2026-09-01"),
                org("b-2", "ORG 1.2", "state: met, method: test, date: 2026-10-01"),
                org("c-1", "ORG 1.3", "state: not-met, method: examination, date: 2026-09-01"),
                org("c-2", "ORG 1.3", "state: met, method: test, date: 2026-09-01"),
                org("d-1", "ORG 1.4", "state: not-met, method: examination, date: 2026-09-01"),
                org("d-2", "ORG 1.4", "state: met, method: test, date: 2026-09-01, clears: [ d-1 ]")));
        assertThat(of(result, "ORG 1.1").state()).isEqualTo(RequirementState.NOT_MET);
        assertThat(of(result, "ORG 1.2").state()).isEqualTo(RequirementState.MET);
        assertThat(of(result, "ORG 1.3").state()).isEqualTo(RequirementState.NOT_MET);
        assertThat(of(result, "ORG 1.4").state()).isEqualTo(RequirementState.MET);
    }

    @Test
    void oldGoodNewsDoesNotComeBackWhenTheAnswerToALaterFaultExpires() {
        ProgrammeResult result = judge(evidence(
                org("e-1", "ORG 1.1", "state: met, method: test, date: 2025-06-01"),
                org("e-2", "ORG 1.1", "state: not-met, method: interview, date: 2025-07-01"),
                org("e-3", "ORG 1.1", "state: met, method: interview, date: 2025-08-01")));
        assertThat(of(result, "ORG 1.1").state()).isEqualTo(RequirementState.NO_EVIDENCE);
    }

    @Test
    void whatReplacesARequirementNeedsAProofOfItsOwn() {
        ProgrammeResult result = judge("""
                measures:
                  - { id: m-1, state: in-place }
                  - { id: m-2, state: proposed }
                """
                + evidence(
                        org(
                                "a",
                                "ORG 1.1",
                                "state: compensated, method: test, date: 2026-09-01, "
                                        + "compensated-by: [ m-2 ], approved-by: CISO"),
                        org(
                                "b",
                                "ORG 1.2",
                                "state: compensated, method: test, date: 2026-09-01, "
                                        + "compensated-by: [ m-1 ], approved-by: CISO"),
                        org(
                                "c",
                                "ORG 1.3",
                                "state: not-applicable, method: test, date: 2026-09-01, " + "because: no such staff"),
                        org(
                                "d",
                                "ORG 1.4",
                                "state: inherited, method: test, date: 2026-09-01, "
                                        + "inherited-from: { outside: group }"),
                        org(
                                "e",
                                "ORG 1.5",
                                "state: inherited, method: test, date: 2026-09-01, "
                                        + "inherited-from: { outside: group, proven-by: [ f ] }"),
                        org("f", "ORG 1.6", "state: met, method: test, date: 2026-09-01")));
        assertThat(of(result, "ORG 1.1").state()).isEqualTo(RequirementState.NO_EVIDENCE);
        assertThat(of(result, "ORG 1.2").state()).isEqualTo(RequirementState.COMPENSATED);
        assertThat(of(result, "ORG 1.3").state()).isEqualTo(RequirementState.NO_EVIDENCE);
        assertThat(of(result, "ORG 1.4").state()).isEqualTo(RequirementState.NO_EVIDENCE);
        assertThat(of(result, "ORG 1.5").state()).isEqualTo(RequirementState.INHERITED);
    }

    @Test
    void aServiceProviderIsHeldAgainstItsOwnEvidence() {
        ProgrammeResult result = judge("""
                services:
                  - { id: sp-1, provider: Schutztechnik GmbH, kind: maintenance }
                  - { id: sp-2, provider: Netzbau AG, kind: integration }
                evidence:
                  - { id: e-1, requirements: [ SP.01.01 BR ], at: { service: sp-2 }, state: met, maturity: 3, method: examination, date: 2026-09-01 }
                  - { id: e-2, requirements: [ SP.01.02 BR ], at: site, state: met, method: examination, date: 2026-09-01 }
                  - { id: e-3, requirements: [ SP.01.99 BR ], at: site, state: met, method: examination, date: 2026-09-01 }
                """);
        assertThat(result.programmes()).extracting(Programme::name).contains("Schutztechnik GmbH", "Netzbau AG");
        Programme first = result.programmes().get(1);
        Programme second = result.programmes().get(2);
        assertThat(first.standings()).hasSize(123).noneMatch(Standing::hasEvidence);
        assertThat(part(second, "SP.01").maturity().level()).contains(3);
        assertThat(result.unplaced())
                .extracting(Unplaced::why)
                .containsExactly(Unplaced.Why.NOT_FOR_SERVICE, Unplaced.Why.UNKNOWN_REQUIREMENT);
    }

    @Test
    void practicesAreTheMakersAndAClaimNeedsADatedCertificate() {
        ProgrammeResult result = judge("""
                assets:
                  - { id: ied-7, product: { maker: HIGE, model: HSC } }
                claims:
                  - id: c-1
                    maker: Netz
                    requirements: [ { requirement: SM-1, support: native } ]
                    certificate: { number: "1", issued: 2026-01-01, expires: 2027-01-01 }
                  - { id: c-2, maker: Netz, requirements: [ { requirement: SM-2, support: native } ] }
                evidence:
                  - { id: e-1, requirements: [ "iec62443-4-1:SM-1" ], at: { asset: ied-7 }, state: met, method: examination, date: 2026-09-01 }
                  - { id: e-2, requirements: [ "iec62443-3-3:SM-1" ], at: { asset: ied-7 }, state: met, method: examination, date: 2026-09-01 }
                """);
        assertThat(result.programmes().stream().skip(1).map(Programme::subject))
                .containsExactly(Subject.maker("HIGE"), Subject.maker("Netz"));
        assertThat(part(result.programmes().get(2), "SM").standings().getFirst().until())
                .hasToString("Optional[2027-01-01]");
        assertThat(result.unplaced())
                .extracting(Unplaced::why)
                .containsExactly(Unplaced.Why.UNKNOWN_REQUIREMENT, Unplaced.Why.UNDATED);
    }
}
