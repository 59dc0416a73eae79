package org.zonewright.report.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zonewright.base.Texts;

/// People open these files in spreadsheet programs and terminals: what a device calls itself must stay a name there.
class DiscoveryTablesTest {

    private static String csv(Discovery discovery, DiscoveryPart part) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DiscoveryCsv.write(discovery, part, Texts.english(), bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static byte[] workbook(Discovery discovery) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DiscoveryWorkbook.write(discovery, Texts.english(), bytes);
        return bytes.toByteArray();
    }

    @Test
    void csv_has_a_row_an_asset_under_the_contracts_names() throws IOException {
        List<String> lines =
                csv(SmallPlant.discovery(), DiscoveryPart.ASSETS).lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.getFirst()).startsWith("id,realm,ipv4,ipv6,mac,names,vendor");
        assertThat(lines.get(2)).contains("10.0.1.7", "Pumpe Ö1", "6ES7 315-2EH14-0AB0", "\"observed, documented\"");
    }

    @Test
    void csv_of_children_has_a_row_a_device_behind_an_asset() throws IOException {
        assertThat(csv(SmallPlant.discovery(), DiscoveryPart.CHILDREN).lines())
                .hasSize(2)
                .last()
                .asString()
                .startsWith("station/10.0.1.7,modbus.unit,5,Meter-Nord,,PM5560,,,medium,unit ");
    }

    @Test
    void csv_of_functions_has_requests_only() throws IOException {
        assertThat(csv(SmallPlant.discovery(), DiscoveryPart.FUNCTIONS).lines()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(\"x\")", "+1", "-2+3", "@SUM(1)", "  =1"})
    void a_name_that_looks_like_a_formula_gets_an_apostrophe(String name) {
        assertThat(DiscoveryCsv.quoted(name).replace("\"", "")).startsWith("'");
    }

    @Test
    void commas_quotes_and_line_breaks_stay_inside_their_cell() throws IOException {
        assertThat(DiscoveryCsv.quoted("a,\"b\"\r\nc")).isEqualTo("\"a,\"\"b\"\"  c\"");
        assertThat(csv(SmallPlant.discovery("x\r\n=1,2", "y"), DiscoveryPart.ASSETS)
                        .lines())
                .hasSize(4);
    }

    @Test
    void the_workbook_has_a_sheet_a_part_and_text_that_is_no_formula() throws IOException {
        byte[] bytes = workbook(SmallPlant.discovery("=1+1", "Pumpe Ö1"));
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            assertThat(workbook.getSheets().map(sheet -> sheet.getName()))
                    .containsExactly("Assets", "Behind others", "Conversations", "Functions", "Captures", "Problems");
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows).hasSize(4);
            assertThat(rows.get(1).getCellText(5)).isEqualTo("=1+1");
            assertThat(rows.get(1).getCell(5).getFormula()).isNull();
            assertThat(rows.get(2).getCellText(5)).isEqualTo("Pumpe Ö1");
        }
    }

    @Test
    void the_same_discovery_gives_the_same_workbook_whenever_it_is_written() throws Exception {
        byte[] first = workbook(SmallPlant.discovery());
        Thread.sleep(5);
        assertThat(workbook(SmallPlant.discovery())).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 110, 160})
    void text_fits_the_terminal(int width) {
        String text = DiscoveryText.write(
                SmallPlant.discovery("A very long name that a station was given by somebody with time", "Gerät"),
                Texts.english(),
                width);
        assertThat(text.lines().filter(line -> !line.startsWith("  ")))
                .allMatch(line -> TextTable.columnsOf(line) <= width);
        assertThat(text).contains("Gerät", "10.0.1.7", "tcp/502").doesNotContain("text.");
    }

    @Test
    void control_characters_never_reach_the_terminal() {
        String text = DiscoveryText.write(SmallPlant.discovery("\u001b[2J\u0007x", "\u202ey"), Texts.english(), 120);
        assertThat(text).doesNotContain("\u001b", "\u0007", "\u202e");
    }

    @ParameterizedTest
    @EnumSource(DiscoveryPart.class)
    void every_heading_has_its_text(DiscoveryPart part) {
        DiscoveryTable<?> table = DiscoveryTable.of(SmallPlant.discovery(), part, Texts.english());
        assertThat(table.columnNames()).allMatch(name -> Texts.english().has("table." + name));
        assertThat(Texts.english().has("table." + table.name())).isTrue();
    }
}
