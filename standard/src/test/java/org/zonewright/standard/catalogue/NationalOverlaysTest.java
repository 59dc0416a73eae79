package org.zonewright.standard.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zonewright.base.Texts;
import org.zonewright.standard.catalogue.MappingCatalogue.Coverage;
import org.zonewright.standard.catalogue.NationalOverlay.Mark;

/// Protects what people add for their country: it is read whole or its fault is named with line and path, and what the
/// product brings itself is no more than what was read.
class NationalOverlaysTest {
    private static final String HEAD = """
            zonewright-overlay: 1
            overlay: test
            overlay_version: "0.0.1"
            country: XX
            as_of: 2026-11-22
            rules:
            """;

    private static NationalOverlays.Reading read(String text) {
        return NationalOverlays.read("own.yaml", text, Catalogues.shipped());
    }

    private static List<String> faults(String text) {
        return read(text).problems().stream()
                .map(problem -> problem.display(Texts.english()))
                .toList();
    }

    @Test
    void whatAnOverlaySaysIsRead() {
        NationalOverlay overlay = read(HEAD + """
                        - id: act
                          title: An act
                          carries_out: nis2
                          in_force: 2026-01-15
                          dates: [ { date: 2026-03-06, what: register } ]
                          supervised_by: [ Somebody ]
                          paraphrase: What it says.
                          mark: read
                          asks:
                          - { id: ask, title: Backup, about: [ Art. 21(2)(c) ], items: [ SR 7.3 ], coverage: weak, deadline: P1M, from: awareness }
                        """).overlay().orElseThrow();
        assertThat(overlay.asOf()).isEqualTo(LocalDate.of(2026, 11, 22));
        NationalOverlay.Rule rule = overlay.rules().getFirst();
        assertThat(rule.carriesOut()).contains(CatalogueKey.NIS2);
        assertThat(rule.inForce()).contains(LocalDate.of(2026, 1, 15));
        NationalOverlay.Ask ask = rule.asks().getFirst();
        assertThat(ask.items()).hasToString("[SR 7.3]");
        assertThat(ask.about()).hasToString("[Art. 21(2)(c)]");
        assertThat(ask.coverage()).isEqualTo(Coverage.WEAK);
        assertThat(ask.deadline().orElseThrow().within()).hasToString("Optional[P1M]");
    }

    @Test
    void aFaultyRuleIsNamedAndTheOthersStay() {
        String text = HEAD + "- { id: a, title: A, paraphrase: a, mark: read }\n"
                + "- { id: b, title: B, paraphrase: b, mark: heard }\n"
                + "- { id: a, title: A, paraphrase: a, mark: read }\n";
        assertThat(read(text).overlay().orElseThrow().rules())
                .extracting(NationalOverlay.Rule::id)
                .containsExactly("a");
        assertThat(faults(text))
                .anyMatch(line -> line.startsWith("catalogue.wrong-value  ERROR  own.yaml:8:43 rules[1].mark:"))
                .anyMatch(line -> line.startsWith("catalogue.duplicate-id  ERROR  own.yaml:9"));
    }

    @Test
    void aRequirementThatNoCatalogueHasIsLeftOut() {
        String text =
                HEAD + "- { id: a, title: A, paraphrase: a, mark: read, asks: [ { id: x, title: X, coverage: weak,"
                        + " items: [ SR 9.9, SR 7.9, SR 7.3 ] } ] }\n";
        assertThat(faults(text)).hasSize(2);
        assertThat(read(text)
                        .overlay()
                        .orElseThrow()
                        .rules()
                        .getFirst()
                        .asks()
                        .getFirst()
                        .items())
                .hasToString("[SR 7.3]");
    }

    @Test
    void anotherKindOfFileIsRefusedWhole() {
        assertThat(read("zonewright: 1\nsite: { id: nord }\n").overlay()).isEmpty();
        assertThat(faults("zonewright: 1\n")).singleElement().asString().startsWith("catalogue.missing-key");
        assertThat(faults("zonewright-overlay: 2\n")).singleElement().asString().contains("expected 1");
        assertThat(faults("[")).singleElement().asString().startsWith("catalogue.unreadable");
    }

    @Test
    void whatIsShippedWasReadAndSaysOfWhichDay() {
        assertThat(NationalOverlays.shipped())
                .extracting(NationalOverlay::country)
                .containsExactly("AT", "DE", "DK", "FI", "GB", "NO", "SE");
        assertThat(NationalOverlays.shipped()).allSatisfy(overlay -> {
            assertThat(overlay.asOf()).isEqualTo(LocalDate.of(2026, 11, 22));
            assertThat(overlay.rules()).isNotEmpty().allMatch(rule -> rule.mark() == Mark.READ);
        });
    }

    /// Nothing in the product is written so, but somebody's own file may be: what it says again and again is read once,
    /// and what would never end is refused.
    @Test
    void aValueThatIsNamedAgainIsReadAndOneThatHoldsItselfIsRefused() {
        String rule = "- { id: act, title: &t An act, paraphrase: *t, mark: read }\n";
        assertThat(read(HEAD + rule).overlay().orElseThrow().rules().getFirst().paraphrase())
                .isEqualTo("An act");
        assertThat(faults(HEAD + "- &r [ *r ]\n")).singleElement().asString().startsWith("catalogue.missing-key");
    }
}
