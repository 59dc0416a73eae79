package org.zonewright.standard.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zonewright.base.Problem;
import org.zonewright.base.ProblemLog;
import org.zonewright.base.SourceRef;
import org.zonewright.standard.ComponentType;
import org.zonewright.standard.Confidence;
import org.zonewright.standard.FoundationalRequirement;
import org.zonewright.standard.LevelVector;
import org.zonewright.standard.RequirementId;
import org.zonewright.standard.RequirementId.ComponentId;
import org.zonewright.standard.RequirementId.SystemId;
import org.zonewright.standard.SecurityLevel;
import org.zonewright.standard.catalogue.AttackCatalogue.Mitigation;
import org.zonewright.standard.catalogue.AttackCatalogue.OwnLink;
import org.zonewright.standard.catalogue.AttackCatalogue.Technique;
import org.zonewright.standard.catalogue.MappingCatalogue.Coverage;
import org.zonewright.standard.catalogue.ZoneConduitRequirement.Obligation;

/// The questions engines ask of the catalogues, with answers that can be looked up by hand.
class CatalogueQueriesTest {
    private static final Catalogues SHIPPED = Catalogues.shipped();
    private static final SystemId BOUNDARY = new SystemId(FoundationalRequirement.RDF, 2, 0);
    private static final SourceRef LINE = new SourceRef.InDocument("plant.yaml", 3, 5, "claims[0].requirement");

    @Test
    void aLevelOfOneFoundationalRequirementSelectsItsRequirementsAndEnhancements() {
        assertThat(SHIPPED.systems().selectedAt(FoundationalRequirement.TRE, SecurityLevel.SL2))
                .extracting(SystemRequirement::id)
                .map(SystemId::toString)
                .containsExactly("SR 6.1", "SR 6.2");
        assertThat(SHIPPED.systems().selectedAt(FoundationalRequirement.TRE, SecurityLevel.SL0))
                .isEmpty();
    }

    @Test
    void aVectorSelectsInEachFoundationalRequirementWhatItsEntrySays() {
        SystemCatalogue systems = SHIPPED.systems();
        assertThat(systems.selectedBy(LevelVector.ZERO)).isEmpty();
        assertThat(systems.selectedBy(LevelVector.same(SecurityLevel.SL3))).hasSize(90);
        assertThat(systems.selectedBy(LevelVector.of(0, 0, 0, 0, 0, 2, 0)))
                .isEqualTo(systems.selectedAt(FoundationalRequirement.TRE, SecurityLevel.SL2));
    }

    @Test
    void aLevelThatAddsNothingIsReachedWithTheOneBelow() {
        assertThat(SHIPPED.systems().addedAt(FoundationalRequirement.TRE, SecurityLevel.SL4))
                .isEmpty();
        assertThat(SHIPPED.systems().addedAt(FoundationalRequirement.TRE, SecurityLevel.SL3))
                .extracting(SystemRequirement::id)
                .map(SystemId::toString)
                .containsExactly("SR 6.1 RE(1)");
    }

    @Test
    void enhancementsAreFoundFromTheBaseAndFromEachOther() {
        List<SystemRequirement> enhancements = SHIPPED.systems().enhancementsOf(BOUNDARY);
        assertThat(enhancements)
                .extracting(requirement -> requirement.id().enhancement())
                .containsExactly(1, 2, 3);
        assertThat(SHIPPED.systems().enhancementsOf(enhancements.getFirst().id()))
                .isEqualTo(enhancements);
    }

    @Test
    void anEntryTellsTitleClauseAndConfidence() {
        SystemRequirement boundary = SHIPPED.systems().find(BOUNDARY).orElseThrow();
        assertThat(boundary.title()).isEqualTo("Zone boundary protection");
        assertThat(boundary.confidence()).isEqualTo(Confidence.HIGH);
        assertThat(boundary.clause()).startsWith("9.");
    }

    @Test
    void aComponentNumberThatOnlyPointsLeadsToTheTypes() {
        ComponentCatalogue components = SHIPPED.components();
        ComponentId mobileCode = new ComponentId(Optional.empty(), FoundationalRequirement.UC, 4, 0);
        assertThat(components.find(mobileCode)).isEmpty();
        assertThat(components.resolve(mobileCode))
                .extracting(requirement -> requirement.id().toString())
                .containsExactly("SAR 2.4", "EDR 2.4", "HDR 2.4", "NDR 2.4");
        ComponentId emergencyPower = new ComponentId(Optional.empty(), FoundationalRequirement.RA, 5, 0);
        assertThat(components.resolve(emergencyPower)).isEmpty();
    }

    @Test
    void aComponentOfTwoTypesHasToMeetBoth() {
        Set<ComponentType> both = Set.of(ComponentType.EMBEDDED_DEVICE, ComponentType.NETWORK_DEVICE);
        assertThat(SHIPPED.components().of(both))
                .extracting(requirement -> requirement.id().toString())
                .contains("CR 1.1", "EDR 3.12", "NDR 5.2")
                .doesNotContain("HDR 3.12", "SAR 3.2");
        assertThat(SHIPPED.components().selectedAt(both, FoundationalRequirement.RDF, SecurityLevel.SL1))
                .extracting(requirement -> requirement.id().toString())
                .containsExactly("CR 5.1", "NDR 5.2", "NDR 5.3");
    }

    @Test
    void componentRequirementsAreFoundFromTheSystemRequirementTheySupport() {
        assertThat(SHIPPED.components().supporting(BOUNDARY))
                .extracting(requirement -> requirement.id().toString())
                .contains("NDR 5.2", "NDR 5.2 RE(2)");
        assertThat(SHIPPED.components().supporting(new SystemId(FoundationalRequirement.RDF, 2, 2)))
                .extracting(requirement -> requirement.id().toString())
                .containsExactly("NDR 5.2 RE(2)");
    }

    @Test
    void stepsComeInOrderWithHowBindingTheyAre() {
        List<ZoneConduitRequirement> steps = SHIPPED.zonesAndConduits().requirements();
        assertThat(steps).hasSize(32);
        assertThat(steps.getFirst().id()).hasToString("ZCR 1.1");
        assertThat(steps.getLast().id()).hasToString("ZCR 7.1");
        assertThat(steps.stream().filter(step -> step.obligation() == Obligation.SHOULD))
                .extracting(step -> step.id().toString())
                .containsExactly("ZCR 3.4", "ZCR 3.5", "ZCR 3.6");
    }

    @Test
    void aRequirementLeadsToTheDutiesItSupports() {
        assertThat(SHIPPED.mappings().supportedBy(new SystemId(FoundationalRequirement.TRE, 1, 0)))
                .anySatisfy(support -> {
                    assertThat(support.duty()).hasToString("Art. 21(2)(b)");
                    assertThat(support.law()).isEqualTo(CatalogueKey.NIS2);
                    assertThat(support.coverage()).isEqualTo(Coverage.STRONG);
                    assertThat(support.basis()).isEqualTo(Basis.OWN_ANALYSIS);
                });
        assertThat(SHIPPED.mappings().supports(CatalogueKey.CRA))
                .allMatch(support -> support.law() == CatalogueKey.CRA);
        assertThat(SHIPPED.mappings().programSupportedBy(new SystemId(FoundationalRequirement.RA, 8, 0)))
                .extracting(Object::toString)
                .contains("CM 1.1");
    }

    @Test
    void linksOfMitreAndOursAreApart() {
        AttackCatalogue attack = SHIPPED.attack();
        SystemId accounts = new SystemId(FoundationalRequirement.IAC, 3, 0);
        List<Mitigation> published = attack.publishedFor(accounts);
        assertThat(published).extracting(Mitigation::id).containsExactly("M0918", "M0926");
        assertThat(attack.techniquesAgainst(published))
                .extracting(Technique::id)
                .contains("T0859", "T0886");
        SystemId wireless = new SystemId(FoundationalRequirement.IAC, 6, 0);
        assertThat(attack.ownFor(wireless))
                .isNotEmpty()
                .extracting(OwnLink::reason)
                .doesNotContain("");
        assertThat(attack.publishedFor(wireless)).extracting(Mitigation::id).doesNotContain("M0802");
    }

    @Test
    void theNoticeOfMitreIsAtHand() {
        assertThat(SHIPPED.mitreNotice())
                .isEqualTo(
                        "© 2025 The MITRE Corporation. This work is reproduced and distributed with the permission of"
                                + " The MITRE Corporation.");
        assertThat(SHIPPED.mitreLicence()).contains("royalty-free license", SHIPPED.mitreNotice(), "AS IS");
    }

    @Test
    void deadlinesOfLawsAreAmountsOfTime() {
        List<Optional<?>> amounts = new ArrayList<>();
        SHIPPED.nis2().requirements().forEach(duty -> duty.deadline().ifPresent(limit -> amounts.add(limit.within())));
        assertThat(amounts)
                .startsWith(
                        Optional.of(Duration.ofHours(24)),
                        Optional.of(Duration.ofHours(72)),
                        Optional.empty(),
                        Optional.of(Period.ofMonths(1)));
    }

    @Test
    void aNameInADocumentIsReadOrReported() {
        ProblemLog log = new ProblemLog();
        assertThat(SHIPPED.find("sr 5.2 re3", LINE, log).map(CatalogueEntry::title))
                .contains("Fail close");
        assertThat(SHIPPED.find("SM-1", LINE, log).map(CatalogueEntry::title)).contains("Development process");
        assertThat(SHIPPED.find("ccsc 2", LINE, log)).isPresent();
        assertThat(SHIPPED.find("Article 14 (2)(a)", LINE, log)).isPresent();
        assertThat(log.problems()).isEmpty();
        assertThat(SHIPPED.find("SR 5.9", LINE, log)).isEmpty();
        assertThat(SHIPPED.find("firewall", LINE, log)).isEmpty();
        assertThat(log.problems())
                .extracting(Problem::kind)
                .containsExactly(CatalogueProblem.UNKNOWN_ID, CatalogueProblem.UNREADABLE_ID);
    }

    @Test
    void aPinToAVersionWeDoNotHaveIsAProblem() {
        assertThat(SHIPPED.checkPin("iec62443-3-3", "0.1.0", LINE)).isEmpty();
        assertThat(SHIPPED.checkPin("iec62443-3-3", "0.2.0", LINE).map(Problem::kind))
                .contains(CatalogueProblem.UNKNOWN_VERSION);
        assertThat(SHIPPED.checkPin("iec62443-9-9", "0.1.0", LINE).map(Problem::kind))
                .contains(CatalogueProblem.UNKNOWN_CATALOGUE);
    }

    @Test
    void oneQuestionReadsOneFile() {
        List<CatalogueKey> read = new ArrayList<>();
        Catalogues counting = new Catalogues(key -> {
            read.add(key);
            return Catalogues.resource(key);
        });
        assertThat(counting.systems().requirements()).hasSize(100);
        assertThat(counting.find(BOUNDARY)).isPresent();
        assertThat(counting.checkPin("iec62443-3-3", "0.1.0", LINE)).isEmpty();
        assertThat(read).containsExactly(CatalogueKey.IEC_62443_3_3);
    }

    @Test
    void everyKindOfIdIsLookedUpInItsCatalogue() {
        for (String id : List.of(
                "SR 1.1",
                "CR 1.1",
                "CSC 4.2",
                "CCSC 1",
                "ZCR 5.6",
                "ORG 1.1",
                "SP.01.01 BR",
                "SM-1",
                "Art. 21(2)(b)",
                "Art. 13(1)",
                "Annex I Part I (1)")) {
            assertThat(RequirementId.parse(id).flatMap(SHIPPED::find).map(entry -> entry.id()
                            .toString()))
                    .as(id)
                    .contains(id);
        }
    }
}
