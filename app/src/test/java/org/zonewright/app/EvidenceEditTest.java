package org.zonewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zonewright.base.Problem;
import org.zonewright.plant.assurance.Evidence;
import org.zonewright.plant.assurance.Subject;
import org.zonewright.plant.id.ZoneId;

/// Protects the people's document: what a tool adds is one item and nothing else, and what would make the document
/// wrong is refused with the option that is at fault.
class EvidenceEditTest {
    private static final String DOCUMENT = """
            # The site, by hand
            zonewright: 1
            site: { id: test }   # a comment that stays
            zones:
              - { id: bay-1, function: control }
            evidence:
              # found in spring
              - id: e-1
                requirements: SR 1.1
                at: { zone: bay-1 }
                state: met
                method: test
                date: 2026-03-01
            measures: []
            """;

    @TempDir
    private Path folder = Path.of("");

    private Path file = Path.of("");
    private final Map<String, List<String>> values = new LinkedHashMap<>();

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("plant.yaml");
        Files.writeString(file, DOCUMENT);
        values.put("requirements", List.of("sr 2.8 re1"));
        values.put("at", List.of("zone:bay-1"));
        values.put("state", List.of("not-met"));
        values.put("method", List.of("configuration"));
        values.put("date", List.of("2026-09-01"));
    }

    private EvidenceEdit add() {
        return EvidenceEdit.add(DocumentFile.read(file), values);
    }

    private List<String> refused() throws IOException {
        EvidenceEdit edit = add();
        assertThat(edit.text()).isEmpty();
        assertThat(edit.added()).isEmpty();
        assertThat(Files.readString(file)).isEqualTo(DOCUMENT);
        return edit.problems().stream()
                .map((Problem problem) ->
                        problem.kind().id() + " " + problem.where().display())
                .toList();
    }

    @Test
    void oneItemIsAddedAndEveryOtherLineStays() throws IOException {
        EvidenceEdit edit = add();
        assertThat(edit.problems()).isEmpty();
        String text = edit.text().orElseThrow();
        assertThat(edit.added()).isNotEmpty();
        assertThat(text.lines().toList())
                .containsSubsequence(DOCUMENT.lines().toList())
                .hasSize(DOCUMENT.lines().toList().size() + edit.added().size());
        Files.writeString(file, text);
        Evidence added = DocumentFile.read(file)
                .reading()
                .plant()
                .orElseThrow()
                .evidence()
                .get(1);
        assertThat(added.id().value()).isEqualTo("e-2");
        assertThat(added.requirements()).hasToString("[SR 2.8 RE(1)]");
        assertThat(added.at()).isEqualTo(new Subject.OfZone(new ZoneId("bay-1")));
        assertThat(added.state()).isEqualTo(Evidence.State.NOT_MET);
    }

    @Test
    void aDocumentWithoutEvidenceGetsItsFirst() throws IOException {
        Files.writeString(file, "zonewright: 1\nsite: { id: test }\n");
        values.put("requirements", List.of("iec62443-2-1:org 1.1"));
        values.put("at", List.of("site"));
        values.put("maturity", List.of("3"));
        Files.writeString(file, add().text().orElseThrow());
        Evidence first = DocumentFile.read(file)
                .reading()
                .plant()
                .orElseThrow()
                .evidence()
                .getFirst();
        assertThat(first.requirements()).hasToString("[iec62443-2-1:ORG 1.1]");
        assertThat(first.maturity()).contains(3);
        assertThat(first.at()).isEqualTo(new Subject.OfSite());
    }

    @Test
    void anAttachmentIsNamedFromTheDocumentsFolderWithItsDigest() throws IOException {
        Path shown = Files.createDirectories(folder.resolve("proofs")).resolve("abc.txt");
        Files.writeString(shown, "abc");
        values.put("attachment", List.of(shown.toString()));
        assertThat(add().text().orElseThrow())
                .contains("proofs/abc.txt")
                .contains("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
                .doesNotContain(folder.toString());
    }

    @Test
    void whatIsWrongIsRefusedWithItsOption() throws IOException {
        values.put("requirements", List.of("SR 2.88"));
        assertThat(refused()).containsExactly("evidence.unknown-requirement --requirement SR 2.88");
        assertThat(add().problems().getFirst().hint().arguments()).contains("SR 2.8");
        values.put("requirements", List.of("SR 2.8"));
        values.put("at", List.of("zone:bay-2"));
        assertThat(refused()).containsExactly("plant.dangling-reference --at zone:bay-2");
        values.put("at", List.of("somewhere"));
        assertThat(refused()).containsExactly("evidence.unknown-place --at somewhere");
        values.put("at", List.of("site"));
        values.put("date", List.of("2026-02-30"));
        assertThat(refused()).anyMatch("plant.bad-date --date 2026-02-30"::equals);
        values.put("date", List.of("2026-09-01"));
        values.put("state", List.of("mett"));
        assertThat(refused()).anyMatch("plant.unknown-word --state mett"::equals);
        values.put("state", List.of("met"));
        values.put("id", List.of("e-1"));
        assertThat(refused()).anyMatch(line -> line.startsWith("plant.duplicate-id"));
        values.remove("id");
        values.put("attachment", List.of(folder.resolve("none.pdf").toString()));
        assertThat(refused()).singleElement().asString().startsWith("input.unreadable");
    }

    @Test
    void aDocumentWithFaultsIsLeftAlone() throws IOException {
        Files.writeString(file, DOCUMENT.replace("function: control", "function: contrl"));
        assertThat(add().problems().getLast().kind()).isEqualTo(EvidenceProblem.FAULTY_DOCUMENT);
        assertThat(add().text()).isEmpty();
    }

    private static final String HEADINGS = "id,requirements,at,state,method,date,note\n";
    private static final String ROW = "e-1,SR 1.1,{ zone: bay-1 },met,test,2026-03-01,\"by hand, twice\"\n";

    private void besides(String name, String content) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        Files.write(folder.resolve(name), bytes);
        int start = DOCUMENT.indexOf("evidence:");
        int end = DOCUMENT.indexOf("measures:");
        Files.writeString(
                file,
                DOCUMENT.substring(0, start) + "evidence: { file: " + name + ", sha256: " + DocumentFile.sha256(bytes)
                        + " }   # its digest\n" + DOCUMENT.substring(end));
    }

    @Test
    void evidenceOfASideFileGoesThereAndTheDocumentGetsItsDigest() throws IOException {
        besides("evidence.csv", HEADINGS + ROW);
        values.put("note", List.of("seen, and \"told\""));
        EvidenceEdit edit = add();
        assertThat(edit.problems()).isEmpty();
        EvidenceEdit.SideText side = edit.side().orElseThrow();
        assertThat(side.text())
                .startsWith(HEADINGS + ROW)
                .endsWith(
                        "e-2,SR 2.8 RE(1),{ zone: bay-1 },not-met,configuration,2026-09-01,\"seen, and \"\"told\"\"\"\n");
        Files.writeString(folder.resolve(side.file()), side.text());
        Files.writeString(file, edit.text().orElseThrow());
        DocumentFile after = DocumentFile.read(file);
        assertThat(after.reading().problems()).isEmpty();
        assertThat(after.text()).contains("# its digest");
        assertThat(after.reading().plant().orElseThrow().evidence())
                .extracting(item -> item.id().value())
                .containsExactly("e-1", "e-2");
    }

    @Test
    void aSideFileOfLinesGetsOneMore() throws IOException {
        String line = """
                {"id":"e-1","requirements":"SR 1.1","at":{"zone":"bay-1"},"state":"met","method":"test","date":"2026-03-01"}""";
        besides("evidence.jsonl", line);
        EvidenceEdit edit = add();
        assertThat(edit.problems()).isEmpty();
        assertThat(edit.side().orElseThrow().text()).startsWith(line + "\n{").contains("SR 2.8 RE(1)");
    }

    @Test
    void whatATableHasNoColumnForIsSaidAndNothingIsWritten() throws IOException {
        besides("evidence.csv", HEADINGS + ROW);
        values.put("level", List.of("2"));
        EvidenceEdit edit = add();
        assertThat(edit.text()).isEmpty();
        assertThat(edit.problems()).extracting(problem -> problem.kind().id()).containsExactly("evidence.no-column");
        assertThat(Files.readString(folder.resolve("evidence.csv"))).isEqualTo(HEADINGS + ROW);
    }

    @Test
    void aWrongValueForASideFileIsTheOptions() throws IOException {
        besides("evidence.csv", HEADINGS + ROW);
        values.put("state", List.of("nearly"));
        assertThat(add().text()).isEmpty();
        assertThat(add().problems()).isNotEmpty();
    }
}
