package org.zonewright.plant.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zonewright.plant.Samples;
import org.zonewright.plant.id.AcceptanceId;
import org.zonewright.plant.id.ZoneId;
import org.zonewright.plant.tree.Node;

/// Tools and people edit the same file; a tool that reformats it or loses a comment is a tool nobody lets near it.
class PlantEditorTest {
    private static final PlantEditor EDITOR = new PlantEditor(PlantYaml.plain());
    private static final String SMALL = """
            # the plant of the north
            zonewright: 1
            site: { id: nord,   name: 'Nord' }   # as in the register
            zones:
              # the first one
              - id: bay-1        # bay
                function: control
                owner: Protection   # since 2019

              - { id: office, function: enterprise, in-suc: false }
            conduits:
            - id: c-1
              between: [ bay-1,   office ]
              flows:
                [ { id: f1, from: any, to: any },  # first
                  { id: f2, from: any, to: any } ]  # second
            """;

    private static String edited(String source, Edit... edits) {
        PlantEditor.Edited edited = EDITOR.apply("plant.yaml", source, List.of(edits));
        assertThat(edited.refused()).isEmpty();
        return edited.text();
    }

    @Test
    void aScalarKeepsItsQuotesAndItsComment() {
        assertThat(edited(SMALL, Edit.put("zones[bay-1].owner", "Telecontrol")))
                .isEqualTo(SMALL.replace("Protection ", "Telecontrol "));
        assertThat(edited(SMALL, Edit.put("site.name", "Nord's own")))
                .isEqualTo(SMALL.replace("'Nord'", "'Nord''s own'"));
    }

    @Test
    void aMissingKeyIsAddedAfterItsSiblings() {
        assertThat(edited(SMALL, Edit.put("zones[0].name", "Bay 1")))
                .isEqualTo(SMALL.replace("# since 2019\n", "# since 2019\n    name: Bay 1\n"));
        assertThat(edited(SMALL, Edit.put("site.country", "DE")))
                .isEqualTo(SMALL.replace("'Nord' }", "'Nord', country: DE }"));
        assertThat(edited(SMALL, Edit.put("zones[office].specification.accountable", "Nordnetz")))
                .isEqualTo(SMALL.replace("false }", "false, specification: { accountable: Nordnetz } }"));
    }

    @Test
    void anItemIsAddedInTheStyleOfItsList() {
        Node zone = Node.map(Node.entry("id", Node.text("yard")), Node.entry("function", Node.text("control")));
        assertThat(edited(SMALL, Edit.add("zones", zone)))
                .isEqualTo(SMALL.replace("false }\n", "false }\n  - { id: yard, function: control }\n"));
        Node flow = Node.map(
                Node.entry("id", Node.text("f3")),
                Node.entry("from", Node.text("any")),
                Node.entry("to", Node.text("any")));
        assertThat(edited(SMALL, Edit.add("conduits[c-1].flows", flow)))
                .isEqualTo(SMALL.replace(
                        "{ id: f2, from: any, to: any } ]",
                        "{ id: f2, from: any, to: any },\n      { id: f3, from: any, to: any } ]"));
    }

    @Test
    void aMissingListIsMade() {
        Node acceptance = Node.map(
                Node.entry("id", Node.text("a")),
                Node.entry("finding", Node.text("x")),
                Node.entry("by", Node.text("me")),
                Node.entry("because", Node.text("so")));
        String text = edited(SMALL, Edit.add("acceptances", acceptance));
        assertThat(text).isEqualTo(SMALL + "acceptances:\n  - { id: a, finding: x, by: me, because: so }\n");
        assertThat(Samples.whole(text).acceptances().getFirst().id()).isEqualTo(new AcceptanceId("a"));
    }

    @Test
    void anItemIsRemovedWithItsLinesAlone() {
        assertThat(edited(SMALL, Edit.remove("zones[office]")))
                .isEqualTo(SMALL.replace("  - { id: office, function: enterprise, in-suc: false }\n", ""));
        assertThat(edited(SMALL, Edit.remove("zones[bay-1]")))
                .isEqualTo(SMALL.replace(
                        "  - id: bay-1        # bay\n    function: control\n    owner: Protection   # since 2019\n",
                        ""));
        assertThat(edited(SMALL, Edit.remove("conduits[0].flows[f1]")))
                .isEqualTo(SMALL.replace("{ id: f1, from: any, to: any },  # first", "# first"));
        assertThat(edited(SMALL, Edit.remove("zones[bay-1].owner")))
                .isEqualTo(SMALL.replace("    owner: Protection   # since 2019\n", ""));
    }

    @Test
    void theLastItemLeavesAnEmptyList() {
        String text =
                edited(SMALL, Edit.remove("zones[office]"), Edit.remove("zones[bay-1]"), Edit.remove("conduits[c-1]"));
        assertThat(text).contains("zones: []\n").contains("conduits: []\n").contains("# the plant of the north");
    }

    @Test
    void windowsLineEndsStay() {
        String windows = SMALL.replace("\n", "\r\n");
        String text = edited(windows, Edit.put("zones[bay-1].name", "Bay 1"), Edit.remove("zones[office]"));
        assertThat(text.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
        assertThat(text).contains("# since 2019\r\n    name: Bay 1\r\n");
    }

    @Test
    void aByteOrderMarkStays() {
        assertThat(edited("\uFEFF" + SMALL, Edit.put("site.name", "N"))).startsWith("\uFEFF# the plant");
    }

    @Test
    void charactersBeyondTheBasicPlaneDoNotShiftTheSpan() {
        String emoji = SMALL.replace("of the north", "of 🏭🏭 the north");
        assertThat(edited(emoji, Edit.put("zones[bay-1].owner", "🔧")))
                .isEqualTo(emoji.replace("Protection ", "\"🔧\" "));
    }

    @Test
    void anEditOfWhatIsNotThereIsRefusedAndTheTextStays() {
        PlantEditor.Edited edited = EDITOR.apply("plant.yaml", SMALL, List.of(Edit.put("zones[yard].owner", "X")));
        assertThat(edited.text()).isEqualTo(SMALL);
        assertThat(edited.refused()).hasSize(1);
        assertThat(edited.refused().getFirst().kind().id()).isEqualTo("plant.no-such-path");
    }

    @Test
    void anEditThatBreaksAReferenceIsMadeAndReported() {
        PlantEditor.Edited edited = EDITOR.apply("plant.yaml", SMALL, List.of(Edit.remove("zones[office]")));
        assertThat(edited.refused()).isEmpty();
        assertThat(edited.isWhole()).isFalse();
        assertThat(Samples.problems(edited.reading())).contains("there is no zone 'office'; the nearest id is 'bay-1'");
        assertThat(edited.reading().plant().orElseThrow().zone(new ZoneId("bay-1")))
                .isPresent();
    }
}
