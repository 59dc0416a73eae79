package org.zonewright.assess.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zonewright.assess.Documents;
import org.zonewright.plant.PlantReading;
import org.zonewright.plant.product.MakerFile;
import org.zonewright.plant.yaml.MakerYaml;

/// Protects a site from products that nobody mends any more: the end of support comes from the earliest word for it,
/// and what nobody says is unknown.
class SuppliersTest {
    private static final Instant AT = Instant.parse("2026-11-22T12:00:00Z");

    private static final String ASSETS = """
            assets:
              - { id: a-1, product: { maker: Netz, model: N1, firmware: V2, support-ends: 2031-01-01 } }
              - { id: a-2, product: { maker: netz, model: n1, firmware: V1 } }
              - { id: b-1, product: { maker: HIGE, model: HSC, support-ends: 2026-11-21 } }
              - { id: c-1, product: { maker: HIGE, model: HSD, support-ends: 2026-11-22 } }
              - { id: d-1, product: { maker: Old, model: O }, life: retired }
              - { id: e-1, product: { maker: Quiet, model: Q } }
              - { id: f-1 }
            claims:
              - { id: cl-1, maker: HIGE, model: HSC, vector: 2 }
              - { id: cl-2, assets: [ a-1 ], vector: 1 }
            """;

    private static List<Supplier> suppliers(List<MakerFile> files) {
        PlantReading reading = Documents.read(ASSETS);
        return Suppliers.of(reading.plant().orElseThrow(), reading.positions(), files, AT);
    }

    @Test
    void productsThatAreNoLongerMendedComeFirst() {
        assertThat(suppliers(List.of()))
                .extracting(supplier -> supplier.maker() + " " + supplier.model() + " "
                        + supplier.support().id())
                .containsExactly("HIGE HSC ended", "HIGE HSD ends-soon", "Netz N1 runs", "Quiet Q unknown");
    }

    @Test
    void oneProductIsOneRowHoweverItIsSpelled() {
        Supplier netz = suppliers(List.of()).get(2);
        assertThat(netz.assets()).hasToString("[a-1, a-2]");
        assertThat(netz.firmware()).containsExactly("V1", "V2");
        assertThat(netz.claims()).hasToString("[cl-2]");
        assertThat(netz.places()).hasSize(2);
        assertThat(suppliers(List.of()).getFirst().claims()).hasToString("[cl-1]");
    }

    @Test
    void theEarliestEndCounts() {
        MakerFile file = MakerYaml.read("netz.yaml", """
                        zonewright-product: 1
                        product: { id: n1, maker: NETZ, model: N1, dated: 2026-11-01, support-ends: 2027-01-01 }
                        """.getBytes(StandardCharsets.UTF_8))
                .file()
                .orElseThrow();
        Supplier netz = suppliers(List.of(file)).stream()
                .filter(supplier -> supplier.makersFile().isPresent())
                .findFirst()
                .orElseThrow();
        assertThat(netz.supportEnds()).hasToString("Optional[2027-01-01]");
        assertThat(netz.support()).isEqualTo(Supplier.Support.ENDS_SOON);
    }
}
