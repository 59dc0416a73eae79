package org.zonewright.assess.levels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zonewright.base.Text;
import org.zonewright.base.Texts;
import org.zonewright.plant.Plant;
import org.zonewright.plant.assurance.Evidence;
import org.zonewright.plant.id.AssetId;
import org.zonewright.standard.FoundationalRequirement;
import org.zonewright.standard.LevelVector;
import org.zonewright.standard.SecurityLevel;

/// Protects how levels are written and which single number may be said of a whole, against published vectors
/// (cases/vectors_and_scalars.yaml).
class VectorsCaseTest {
    private static final Cases CASE = Cases.read("vectors_and_scalars.yaml");

    @Test
    void theCertificatesStarIsKeptAndItsWholeIsTheLowestEntry() {
        LevelNotation notation = LevelNotation.parse(
                        CASE.at("items", 0, "read", "notation").toString())
                .orElseThrow();
        assertThat(notation.kind()).contains(LevelNotation.Kind.CAPABILITY);
        assertThat(notation.name()).contains("HSC-110-C");
        assertThat(numbers(notation.vector().orElseThrow())).isEqualTo(CASE.listAt("items", 0, "derived", "vector"));
        assertThat(notation.starred()).isEqualTo(Set.of(FoundationalRequirement.SI));
        assertThat(said(LevelNotation.Kind.CAPABILITY, notation.vector().orElseThrow()))
                .isEqualTo(CASE.at("items", 0, "derived", "scalar").toString())
                .isEqualTo(CASE.at("items", 0, "read", "stated_level").toString());
    }

    @Test
    void theFootnoteStaysWithTheClaimAsItsCondition() {
        Plant plant = Cases.plant("""
                zonewright: 1
                site: { id: certificate }
                assets: [ { id: hsc, zone: cell, type: embedded, product: { maker: HIGE, model: HSC-110-C, firmware: V5.1 } } ]
                zones: [ { id: cell, function: control } ]
                claims:
                  - { id: c, maker: HIGE, model: HSC-110-C, from-version: V5.1, to-version: V5.1, type: embedded,
                      vector: "{2 2 1 1 1 1 3}", footnotes: { SI: "%s" } }
                """.formatted(CASE.at("items", 0, "read", "footnote")));
        ComponentLevels levels =
                Sites.levels(plant).component(new AssetId("hsc")).orElseThrow();
        assertThat(levels.footnotes(FoundationalRequirement.SI))
                .containsExactly(CASE.at("items", 0, "read", "footnote").toString());
        assertThat(levels.notation()).isEqualTo("{2 2 1* 1 1 1 3}");
    }

    @Test
    void aTargetIsSaidWithUpToAndWhatIsAchievedByItsLowestEntry() {
        CASE.mapAt("items", 1, "read", "zones").forEach((name, node) -> {
            Map<String, Object> zone = Cases.map(node);
            LevelVector vector = LevelVector.of(Cases.list(Cases.in(zone, "v")).stream()
                    .mapToInt(number -> (Integer) number)
                    .toArray());
            assertThat(said(LevelNotation.Kind.ACHIEVED, vector))
                    .as(name)
                    .isEqualTo(Cases.in(zone, "overall").toString());
            assertThat(said(LevelNotation.Kind.TARGET, vector))
                    .isEqualTo("up to " + vector.highest().number());
        });
    }

    @Test
    void everyNotationOfTheCaseIsRead() {
        List<Object> texts = CASE.listAt("items", 2, "derived", "parse_all");
        assertThat(texts).hasSize(4);
        for (Object text : texts) {
            assertThat(LevelNotation.parse(text.toString())).as(text.toString()).isPresent();
        }
        LevelNotation single = LevelNotation.parse("SL-C(RA, FS-PLC) = 4").orElseThrow();
        assertThat(single.levels()).isEqualTo(Map.of(FoundationalRequirement.RA, SecurityLevel.SL4));
        assertThat(single.name()).contains("FS-PLC");
        assertThat(single.vector()).isEmpty();
        assertThat(LevelNotation.parse("SL 2").orElseThrow().vector()).contains(LevelVector.same(SecurityLevel.SL2));
        LevelVector expected = LevelVector.of(2, 2, 0, 1, 3, 1, 3);
        assertThat(LevelNotation.parse("SL-T(X)={2 2 0 1 3 1 3}").orElseThrow().vector())
                .contains(expected);
        assertThat(LevelNotation.parse("SL-T(X) = {2, 2, 0, 1, 3, 1, 3}")
                        .orElseThrow()
                        .vector())
                .contains(expected);
    }

    @Test
    void whatIsNoNotationIsNotRead() {
        for (String text :
                List.of("", "SL-T(X)", "SL-T(X) = 5", "{2 2 0 1 3 1}", "SL-C(RA, X) = {1 1 1 1 1 1 1}", "high")) {
            assertThat(LevelNotation.parse(text)).as(text).isEqualTo(Optional.empty());
        }
    }

    /// The case's scores of 4, 3 and 0 would average 2; the one that does not hold decides.
    @Test
    void oneRequirementThatDoesNotHoldCapsItsFrHoweverStrongTheOthersAre() {
        List<Object> scores = CASE.listAt("items", 3, "read", "requirement_scores_of_4");
        List<String> requirements = List.of("SR 5.1", "SR 5.2", "SR 5.4");
        List<Evidence> evidence = new ArrayList<>();
        for (int i = 0; i < requirements.size(); i++) {
            boolean holds = !scores.get(i).equals(0);
            evidence.add(Sites.row("e" + i, requirements.get(i), holds ? Evidence.State.MET : Evidence.State.NOT_MET)
                    .build());
        }
        Bound bound = Sites.levels(Sites.plant().withEvidence(evidence))
                .of(Sites.CELL)
                .orElseThrow()
                .achieved(FoundationalRequirement.RDF);
        assertThat(bound.evidenced().number()).isEqualTo(CASE.number("items", 3, "read", "weakest_link_level"));
        assertThat(bound.atMost().number()).isEqualTo(CASE.number("items", 3, "read", "weakest_link_level"));
    }

    private static String said(LevelNotation.Kind kind, LevelVector vector) {
        Text text = LevelNotation.ofWhole(kind, vector);
        return Texts.english().say(text);
    }

    private static List<Object> numbers(LevelVector vector) {
        return vector.entries().stream().<Object>map(SecurityLevel::number).toList();
    }
}
