package org.zonewright.plant.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zonewright.base.Texts;
import org.zonewright.plant.assurance.Evidence;
import org.zonewright.plant.id.EvidenceId;
import org.zonewright.plant.product.MakerFile;
import org.zonewright.plant.product.MakerReading;
import org.zonewright.plant.product.ProductEvidence;

/// Protects what a maker writes: it is read whole, and every fault has its line, path and the nearest thing known.
class MakerYamlTest {
    private static final String FULL = """
            zonewright-product: 1
            product:
              id: hsc-110
              name: Safety switch
              maker: HIGE
              model: HSC-110-C
              type: embedded
              from-version: V5.1
              to-version: V5.9
              dated: 2026-11-01
              placed-on-market: 2024-03-01
              support-ends: 2031-12-31
              sbom: { file: { file: sbom.cdx.json }, format: CycloneDX 1.6, date: 2026-10-01 }
              vulnerability-contact: psirt@example.org
              disclosure-policy: https://example.org/security
              note: DIN rail
            claims:
              - { id: c-1, requirements: [ { requirement: CR 1.1, support: native } ] }
            evidence:
              - id: e-1
                requirements: [ SM-1, "Annex I Part II (3)" ]
                state: met
                maturity: 3
                method: examination
                date: 2026-03-04
            """;

    private static MakerReading read(String text) {
        return MakerYaml.read("product.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> faults(String text) {
        return read(text).problems().stream()
                .map(problem -> problem.display(Texts.english()))
                .toList();
    }

    @Test
    void aWholeFileIsRead() {
        MakerReading reading = read(FULL);
        assertThat(reading.problems()).isEmpty();
        MakerFile file = reading.file().orElseThrow();
        assertThat(file.product().displayName()).isEqualTo("Safety switch");
        assertThat(file.product().supportEnds()).contains(LocalDate.of(2031, 12, 31));
        assertThat(file.product().sbom().orElseThrow().format()).contains("CycloneDX 1.6");
        assertThat(file.claims()).hasSize(1);
        ProductEvidence evidence = file.evidence().getFirst();
        assertThat(evidence.state()).isEqualTo(Evidence.State.MET);
        assertThat(evidence.requirements()).hasToString("[SM-1, Annex I Part II (3)]");
        assertThat(reading.positions().of(new EvidenceId("e-1")).orElseThrow().display())
                .startsWith("product.yaml:20");
    }

    @Test
    void aFaultHasItsLineAndTheNearestKey() {
        assertThat(faults(FULL.replace("support-ends", "suport-ends")))
                .singleElement()
                .asString()
                .startsWith("plant.unknown-key  ERROR  product.yaml:12:3 product.suport-ends")
                .contains("support-ends");
        assertThat(faults(FULL.replace("2031-12-31", "2023-12-31"))).anyMatch(line -> line.contains("before"));
        assertThat(faults(FULL.replace("maturity: 3", "maturity: 5"))).anyMatch(line -> line.contains("1 to 4"));
        assertThat(faults(FULL.replace("state: met", "state: inherited"))).hasSize(1);
    }

    @Test
    void withoutItsProductAFileIsNothing() {
        assertThat(read(FULL.replace("  maker: HIGE\n", "")).file()).isEmpty();
        assertThat(faults("zonewright: 1\nsite: { id: a }\n"))
                .singleElement()
                .asString()
                .startsWith("plant.no-product");
        assertThat(faults("")).singleElement().asString().startsWith("plant.no-product");
        assertThat(faults("zonewright-product: 7\n")).singleElement().asString().startsWith("plant.unknown-format");
        assertThat(MakerYaml.read("x", new byte[] {(byte) 0xff}).problems()).hasSize(1);
    }

    @Test
    void aClaimOfAMakerNamesNoAssets() {
        assertThat(faults(FULL.replace("{ id: c-1,", "{ id: c-1, assets: [ ied-7 ],")))
                .singleElement()
                .asString()
                .startsWith("plant.nothing-to-refer-to");
    }

    @Test
    void aMakersFileIsToldByItsKey() {
        assertThat(MakerYaml.looksLikeOne(FULL)).isTrue();
        assertThat(MakerYaml.looksLikeOne("# ours\nzonewright-product: 1\n")).isTrue();
        assertThat(MakerYaml.looksLikeOne("zonewright: 1\nnote: zonewright-product:\n"))
                .isFalse();
    }
}
