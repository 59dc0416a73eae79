package org.zonewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zonewright.assess.coverage.Clocks;
import org.zonewright.assess.coverage.Supplier;
import org.zonewright.assess.coverage.Trigger;
import org.zonewright.base.Problem;
import org.zonewright.base.Texts;
import org.zonewright.report.coverage.CoverageJson;
import org.zonewright.report.coverage.CoveragePart;
import org.zonewright.report.coverage.CoverageText;
import org.zonewright.report.coverage.CoverageView;
import org.zonewright.standard.catalogue.Catalogues;

/// Protects the way from files to what is printed: every part is there, a filter leaves the others out, and no line
/// says
/// that a law is kept.
class CoverageFilesTest {
    private static final Instant AT = Instant.parse("2026-11-22T00:00:00Z");
    private static final Texts TEXTS = Texts.english();

    private static final String PLANT = """
            zonewright: 1
            site: { id: test, organisation: Nordnetz, country: NO }
            assets:
              - { id: ied-7, product: { maker: HIGE, model: HSC-110, firmware: V5.1 } }
            zones: [ { id: bay-1, function: control } ]
            services: [ { id: sp-1, provider: Netzbau AG, kind: maintenance } ]
            evidence:
              - { id: e-1, requirements: [ SR 2.8 ], at: { zone: bay-1 }, state: met, method: test, date: 2026-09-01 }
              - { id: e-2, requirements: [ ORG 1.1 ], at: site, state: met, maturity: 2, method: test, date: 2026-09-01 }
              - { id: e-3, requirements: [ SP.08.01 BR ], at: { service: sp-1 }, state: not-met, method: test, date: 2026-09-01 }
            process: [ { requirement: ZCR 1.1, state: done } ]
            """;

    private static final String PRODUCT = """
            zonewright-product: 1
            product: { id: hsc, maker: HIGE, model: HSC-110, dated: 2026-11-01, support-ends: 2027-03-01, vulnerability-contact: psirt }
            evidence:
              - { id: e-1, requirements: SM-1, state: met, maturity: 3, method: examination, date: 2026-09-01 }
            """;

    @TempDir
    private Path folder = Path.of("");

    private Path plant = Path.of("");
    private Path product = Path.of("");

    @BeforeEach
    void write() throws IOException {
        plant = Files.writeString(folder.resolve("plant.yaml"), PLANT);
        product = Files.writeString(folder.resolve("product.yaml"), PRODUCT);
    }

    private static CoverageView view(CoverageFiles files, Set<CoveragePart> parts) {
        return new CoverageView(
                AT,
                files.site(),
                files.products(),
                parts,
                Clocks.of(
                        Catalogues.shipped().nis2(),
                        Map.of(Trigger.AWARENESS, Instant.parse("2026-11-22T10:00:00Z")),
                        ZoneId.of("Europe/Berlin")));
    }

    private static String text(CoverageFiles files, CoveragePart... parts) {
        return CoverageText.write(view(files, Set.of(parts)), TEXTS, 140, ZoneId.of("Europe/Berlin"));
    }

    private static String json(CoverageFiles files) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CoverageJson.write(view(files, Set.of()), TEXTS, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aSiteIsToldWithItsSuppliersAndItsCountry() throws IOException {
        CoverageFiles files = CoverageFiles.of(plant, List.of(product), List.of(), AT);
        assertThat(files.problems()).isEmpty();
        assertThat(text(files))
                .contains("NIS2", "Art. 21(2)(b)", "supports", "outside 62443", "strong")
                .contains(
                        "Nordnetz: 1 of 87", "ML 2 (by ORG 1.1)", "Netzbau AG: 1 of 123", "none (SP.08.01 BR not met)")
                .contains("Digitalsikkerhetsloven", "ends within a year", "2027-03-01", "ML 3 (by SM-1)")
                .contains("2026-11-23T11:00+01:00", "Part II (6)");
        assertThat(files.site().orElseThrow().suppliers())
                .extracting(Supplier::support)
                .containsExactly(Supplier.Support.ENDS_SOON);
        assertThat(json(files))
                .contains(
                        "\"format\": \"zonewright/coverage/1\"",
                        "\"verdict\":\"supports\"",
                        "\"support\":\"ends-soon\"")
                .contains("\"due\":\"2026-11-23T10:00:00.000000Z\"");
    }

    @Test
    void aFilterLeavesTheOtherPartsOut() {
        CoverageFiles files = CoverageFiles.of(plant, List.of(product), List.of(), AT);
        assertThat(text(files, CoveragePart.PROGRAM))
                .contains("ORG 1")
                .doesNotContain("Art. 21(2)(b)", "SP.08", "HIGE");
        assertThat(text(files, CoveragePart.CRA))
                .contains("Annex I Part I (2)(a)")
                .doesNotContain("ORG 1", "Art. 21(1)");
    }

    @Test
    void aMakersFileIsToldByItself() {
        CoverageFiles files = CoverageFiles.of(product, List.of(), List.of(), AT);
        assertThat(files.site()).isEmpty();
        assertThat(text(files)).contains("HIGE HSC-110", "Annex I Part II (8)").doesNotContain("Art. 21(1)");
    }

    @Test
    void whatCannotBeReadIsAProblem() throws IOException {
        CoverageFiles none = CoverageFiles.of(folder.resolve("none.yaml"), List.of(), List.of(plant), AT);
        assertThat(none.site()).isEmpty();
        assertThat(none.problems())
                .extracting((Problem problem) -> problem.kind().id())
                .containsExactly("input.unreadable", "catalogue.missing-key");
    }

    @Test
    void noLineSaysThatALawIsKept() throws IOException {
        CoverageFiles files = CoverageFiles.of(plant, List.of(product), List.of(), AT);
        for (String result : List.of(text(files), json(files))) {
            assertThat(result.toLowerCase(Locale.ROOT))
                    .doesNotContain("comply", "complies", "complian", "certified", "fulfil", "satisf");
        }
    }

    @Test
    void theSameFilesGiveTheSameBytes() throws IOException {
        CoverageFiles one = CoverageFiles.of(plant, List.of(product), List.of(), AT);
        CoverageFiles two = CoverageFiles.of(plant, List.of(product), List.of(), AT);
        assertThat(text(one)).isEqualTo(text(two));
        assertThat(json(one)).isEqualTo(json(two));
    }
}
