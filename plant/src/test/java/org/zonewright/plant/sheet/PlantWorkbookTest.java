package org.zonewright.plant.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.zonewright.plant.Plant;
import org.zonewright.plant.PlantReading;
import org.zonewright.plant.Samples;
import org.zonewright.plant.id.FlowId;
import org.zonewright.plant.table.Tables;

/// Engineers keep their lists in workbooks; the document goes there and back without loss, and a workbook somebody
/// sent can neither fill the memory nor smuggle in a formula.
class PlantWorkbookTest {
    private static byte[] workbook(Plant plant) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PlantWorkbook.write(plant, out);
        return out.toByteArray();
    }

    private static PlantReading read(byte[] content) {
        return PlantWorkbook.read("plant.xlsx", content, Map.of());
    }

    @Test
    void theFullDocumentSurvivesTheWayThroughAWorkbook() throws IOException {
        Plant plant = Samples.whole(Samples.FULL);
        PlantReading reading = read(workbook(plant));
        assertThat(Samples.problems(reading)).isEmpty();
        assertThat(reading.plant()).contains(plant);
    }

    @Test
    void everySheetHasANameOfItsOwn() {
        assertThat(Tables.LISTS.stream().map(Tables.Table::name)).doesNotHaveDuplicates();
    }

    @Test
    void aFindingOpensTheRowOfItsItem() throws IOException {
        PlantReading reading = read(workbook(Samples.whole(Samples.FULL)));
        assertThat(reading.positions().of(new FlowId("f-goose")).orElseThrow().display())
                .isEqualTo("plant.xlsx sheet flows row 3");
    }

    @Test
    void aFormulaAnUnknownSheetAndAnUnknownColumnAreNamedAndTheRestIsRead() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Workbook workbook = new Workbook(out, "test", "1.0");
        Worksheet document = workbook.newWorksheet("document");
        document.value(0, 0, "key");
        document.value(0, 1, "value");
        document.value(1, 0, "zonewright");
        document.value(1, 1, 1);
        document.value(2, 0, "site.id");
        document.value(2, 1, "nord");
        Worksheet zones = workbook.newWorksheet("zones");
        zones.value(0, 0, "id");
        zones.value(0, 1, "function");
        zones.value(0, 2, "owner");
        zones.value(0, 3, "colour");
        zones.value(1, 0, "bay-1");
        zones.value(1, 1, "control");
        zones.formula(1, 2, "1+1");
        zones.value(1, 3, "red");
        Worksheet flows = workbook.newWorksheet("flows");
        flows.value(0, 0, "in conduit");
        flows.value(0, 1, "id");
        workbook.newWorksheet("asset").value(0, 0, "id");
        workbook.finish();
        PlantReading reading = read(out.toByteArray());
        assertThat(Samples.problems(reading))
                .contains("plant.formula  ERROR  plant.xlsx sheet zones row 2 column owner")
                .contains("plant.unknown-key  ERROR  plant.xlsx sheet zones row 2 column colour")
                .contains("plant.unknown-sheet  WARNING  plant.xlsx sheet asset")
                .contains("nearest known sheet is 'assets'");
        assertThat(reading.plant().orElseThrow().zones()).hasSize(1);
    }

    @Test
    void whatIsNoWorkbookIsSaidSo() {
        assertThat(Samples.problems(read("hello".getBytes(StandardCharsets.UTF_8))))
                .contains("it is no .xlsx file");
        assertThat(Samples.problems(read(new byte[] {'P', 'K', 3, 4, 0, 0, 0}))).contains("plant.workbook");
    }

    @Test
    void aCellFarOutsideAnySheetIsRefusedBeforeRoomIsMadeForIt() throws IOException {
        byte[] sent = rewrite(workbook(Samples.whole(Samples.FULL)), "r=\"A2\"", "r=\"ZZZZZZ2\"");
        assertThat(Samples.problems(read(sent))).contains("a cell lies outside of any sheet");
    }

    @Test
    void aDocumentTypeIsRefused() throws IOException {
        byte[] sent = rewrite(workbook(Samples.whole(Samples.FULL)), "<worksheet", "<!DOCTYPE x><worksheet");
        assertThat(Samples.problems(read(sent))).contains("document type");
    }

    @Test
    void aDamagedSheetIsAProblemNotACrash() throws IOException {
        byte[] sent = rewrite(workbook(Samples.whole(Samples.FULL)), "</sheetData>", "");
        assertThat(Samples.problems(read(sent))).contains("plant.workbook");
    }

    private static byte[] rewrite(byte[] workbook, String from, String to) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipFile in = ZipFile.builder().setByteArray(workbook).get();
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipArchiveEntry entry : Collections.list(in.getEntries())) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                String text = new String(in.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                zip.write(text.replace(from, to).getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }
}
