package org.zonewright.standard.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.zonewright.standard.AchievedLevel;
import org.zonewright.standard.CapabilityLevel;
import org.zonewright.standard.ComponentType;
import org.zonewright.standard.Confidence;
import org.zonewright.standard.FoundationalRequirement;
import org.zonewright.standard.LevelVector;
import org.zonewright.standard.RequirementId;
import org.zonewright.standard.RequirementId.AnnexId;
import org.zonewright.standard.RequirementId.ArticleId;
import org.zonewright.standard.RequirementId.SystemId;
import org.zonewright.standard.SecurityLevel;
import org.zonewright.standard.TargetLevel;
import org.zonewright.standard.catalogue.MappingCatalogue.Support;

/// Every level, gap and verdict rests on the shipped data: its published totals must hold, and nothing in it may point
/// nowhere.
class ShippedCataloguesTest {
    private static final Catalogues SHIPPED = Catalogues.shipped();

    @Test
    void everyFileIsSoundAndEveryReferenceResolves() {
        assertThat(SHIPPED.check()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"SL0, 0", "SL1, 37", "SL2, 60", "SL3, 90", "SL4, 100"})
    void levelsSelectCumulatively(SecurityLevel level, int count) {
        assertThat(SHIPPED.systems().selectedAt(level)).hasSize(count);
    }

    @Test
    void systemRequirementsPerFoundationalRequirementAreThePublishedOnes() {
        Map<FoundationalRequirement, Long> counts = SHIPPED.systems().requirements().stream()
                .filter(requirement -> !requirement.isEnhancement())
                .collect(Collectors.groupingBy(SystemRequirement::foundationalRequirement, Collectors.counting()));
        assertThat(Arrays.stream(FoundationalRequirement.values()).map(counts::get))
                .containsExactly(13L, 12L, 9L, 3L, 4L, 2L, 8L);
        assertThat(SHIPPED.systems().requirements()).hasSize(100);
    }

    @ParameterizedTest
    @CsvSource({
        "SR 1.1, 1",
        "SR 1.1 RE(1), 2",
        "SR 1.1 RE(2), 3",
        "SR 1.1 RE(3), 4",
        "SR 1.13 RE(1), 2",
        "SR 2.12 RE(1), 4",
        "SR 3.4, 2",
        "SR 4.1 RE(2), 4",
        "SR 5.2 RE(2), 3",
        "SR 6.2, 2",
        "SR 7.8, 2",
        "CR 6.1 RE(1), 3",
        "CR 6.2, 2",
        "CR 7.8, 2",
        "EDR 3.12, 2",
        "NDR 1.13 RE(1), 3"
    })
    void levelsOnWhichSourcesDifferAreSettledAsDocumented(String id, int level) {
        assertThat(entry(id)).isInstanceOfSatisfying(LevelledRequirement.class, requirement -> assertThat(
                        requirement.firstLevel().number())
                .isEqualTo(level));
    }

    @Test
    void requirementsStandInTheOrderOfTheStandard() {
        assertThat(SHIPPED.systems().requirements().stream().map(SystemRequirement::id))
                .isSorted();
        assertThat(SHIPPED.zonesAndConduits().requirements().stream().map(ZoneConduitRequirement::id))
                .isSorted();
        assertThat(SHIPPED.providers().requirements().stream().map(ProcessRequirement::id))
                .isSorted();
    }

    @Test
    void componentRequirementsAreThePublishedNumber() {
        ComponentCatalogue components = SHIPPED.components();
        assertThat(components.requirements()).hasSize(122);
        assertThat(components.constraints()).hasSize(4);
        assertThat(components.of(Set.of(ComponentType.EMBEDDED_DEVICE))).hasSize(43 + 27 + 8 + 5);
    }

    @Test
    void onlyThreeSystemRequirementsHaveNoComponentCounterpart() {
        assertThat(SHIPPED.systems().requirements().stream()
                        .filter(requirement -> !requirement.isEnhancement())
                        .map(SystemRequirement::id)
                        .filter(id -> SHIPPED.components().supporting(id).isEmpty())
                        .map(SystemId::toString))
                .containsExactly("SR 2.3", "SR 5.4", "SR 7.5");
    }

    @Test
    void organisationsHaveThePublishedNumberOfRequirements() {
        assertThat(SHIPPED.program().requirements()).hasSize(87);
        assertThat(SHIPPED.providers().requirements()).hasSize(123);
        assertThat(SHIPPED.development().requirements()).hasSize(47);
        assertThat(SHIPPED.program().groups()).hasSize(8 + 16);
        assertThat(List.of(SHIPPED.program(), SHIPPED.providers(), SHIPPED.development()))
                .allSatisfy(catalogue -> assertThat(catalogue.maturityLevels()).hasSize(4));
    }

    @Test
    void everyElementOfTheProgramHasRequirements() {
        ProcessCatalogue program = SHIPPED.program();
        assertThat(program.groups().stream().filter(group -> group.parent().isPresent()))
                .allSatisfy(element -> assertThat(program.of(element)).isNotEmpty());
    }

    @Test
    void everyDocumentOfTheWorkIsProducedByAStepExceptTolerableRisk() {
        ZoneConduitCatalogue catalogue = SHIPPED.zonesAndConduits();
        assertThat(catalogue.documents().stream()
                        .filter(document -> catalogue.producing(document).isEmpty())
                        .map(ZoneConduitCatalogue.Document::key))
                .containsExactly("TOLERABLE-RISK");
        assertThat(catalogue.zoneAttributes().stream().map(ZoneConduitCatalogue.ZoneAttribute::letter))
                .containsExactly("abcdefghijklmn".split(""));
    }

    @Test
    void lawsHaveTheirPublishedPoints() {
        assertThat(SHIPPED.nis2().requirements().stream().map(LegalRequirement::id))
                .filteredOn(id -> id instanceof ArticleId article
                        && article.article() == 21
                        && article.points().size() == 2)
                .hasSize(10);
        assertThat(SHIPPED.nis2().headings())
                .filteredOn(heading -> heading.id().point() == 0)
                .hasSize(13);
        assertThat(SHIPPED.cra().requirements().stream().map(LegalRequirement::id))
                .filteredOn(AnnexId.class::isInstance)
                .hasSize(14 + 8);
    }

    @Test
    void articleNumbersNameOneLawOnly() {
        assertThat(SHIPPED.cra().requirements().stream().map(LegalRequirement::id))
                .noneMatch(id -> SHIPPED.nis2().find(id).isPresent());
    }

    @Test
    void everyEssentialRequirementAndEveryPointOfArticle21HasAMapping() {
        Set<RequirementId> mapped =
                SHIPPED.mappings().supports().stream().map(Support::duty).collect(Collectors.toSet());
        Stream<RequirementId> wanted = Stream.concat(
                SHIPPED.nis2().requirements().stream().map(LegalRequirement::id).filter(id -> id.toString()
                        .matches("Art\\. 21\\(2\\)\\([a-j]\\)")),
                SHIPPED.cra().requirements().stream().map(LegalRequirement::id).filter(AnnexId.class::isInstance));
        assertThat(mapped).containsAll(wanted.toList());
    }

    @Test
    void mitreLinksTwentySystemRequirementsAndWeAddLinksForTwentyNineMore() {
        AttackCatalogue attack = SHIPPED.attack();
        Set<SystemId> published = new TreeSet<>();
        attack.mitigations().forEach(mitigation -> published.addAll(mitigation.systemRequirements()));
        Set<SystemId> ours = new TreeSet<>();
        attack.ownLinks().forEach(link -> ours.add(link.id()));
        ours.removeAll(published);
        assertThat(published).hasSize(20).noneMatch(SystemId::isEnhancement);
        assertThat(ours).hasSize(29);
    }

    @Test
    void attackDataHasThePublishedTotals() {
        AttackCatalogue attack = SHIPPED.attack();
        assertThat(List.of(
                        attack.tactics().size(),
                        attack.techniques().size(),
                        attack.mitigations().size()))
                .containsExactly(12, 83, 52);
    }

    @Test
    void everyRequirementHasAParaphraseOfItsOwn() {
        Stream<? extends CatalogueEntry> entries = Stream.of(
                        SHIPPED.systems().requirements(),
                        SHIPPED.components().requirements(),
                        SHIPPED.zonesAndConduits().requirements(),
                        SHIPPED.program().requirements(),
                        SHIPPED.providers().requirements(),
                        SHIPPED.development().requirements())
                .flatMap(List::stream);
        assertThat(entries).hasSize(100 + 122 + 32 + 87 + 123 + 47).allSatisfy(requirement -> {
            assertThat(requirement.paraphrase()).hasSizeGreaterThan(14).isNotEqualTo(requirement.title());
            assertThat(RequirementId.parse(requirement.id().toString())).contains(requirement.id());
        });
    }

    @ParameterizedTest
    @EnumSource(CatalogueKey.class)
    void everyIdInAFileIsWrittenAsItIsPrinted(CatalogueKey key) {
        Map<String, String> differing = new HashMap<>();
        Catalogues.resource(key)
                .lines()
                .filter(line -> line.matches("- id: .+"))
                .map(line -> line.substring("- id: ".length()))
                .forEach(text -> RequirementId.parse(text)
                        .filter(id -> !id.toString().equals(text))
                        .ifPresent(id -> differing.put(text, id.toString())));
        assertThat(differing).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(CatalogueKey.class)
    void everyCatalogueSaysItsVersion(CatalogueKey key) {
        assertThat(SHIPPED.versions()).containsEntry(key.id(), "0.1.0");
    }

    @ParameterizedTest
    @EnumSource(CatalogueKey.class)
    void everySourceIsExplained(CatalogueKey key) throws IOException {
        String explained = Files.readString(Path.of("../docs/standards.md"));
        assertThat(SHIPPED.info(key).sources()).allSatisfy(source -> {
            if (source.startsWith("S-")) {
                assertThat(explained).containsPattern("\\b" + source + "\\b");
            }
        });
    }

    @Test
    void theVocabularyNamesTheCentralTypes() throws IOException {
        String vocabulary = Files.readString(Path.of("../docs/vocabulary.md"));
        assertThat(vocabulary)
                .contains(Stream.of(
                                FoundationalRequirement.class,
                                SecurityLevel.class,
                                LevelVector.class,
                                TargetLevel.class,
                                CapabilityLevel.class,
                                AchievedLevel.class,
                                SystemRequirement.class,
                                ComponentRequirement.class,
                                ZoneConduitRequirement.class,
                                Confidence.class)
                        .map(type -> "`" + type.getSimpleName() + "`")
                        .toList());
    }

    private static CatalogueEntry entry(String id) {
        return RequirementId.parse(id).flatMap(SHIPPED::find).orElseThrow();
    }
}
