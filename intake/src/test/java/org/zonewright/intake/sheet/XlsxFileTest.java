package org.zonewright.intake.sheet;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

/// Workbooks as programs write them give the text that a person typed; workbooks made to harm are refused with a
/// word, in little time and memory.
class XlsxFileTest {
    private static final String CELL = "<c r=\"A%d\" t=\"inlineStr\"><is><t>%s</t></is></c>";

    private static String row(int number, String cells) {
        return "<row r=\"" + number + "\">" + cells + "</row>";
    }

    @Test
    void cellsGiveTheTextThatWasTyped() {
        byte[] bytes = Workbooks.honest(book -> {
            Worksheet sheet = book.newWorksheet("Devices");
            sheet.value(0, 0, "Name & \"more\"\nsecond <line>");
            sheet.value(0, 1, 4.4);
            sheet.value(0, 2, 192168010);
            sheet.value(0, 3, true);
            sheet.value(0, 4, LocalDate.of(2024, 2, 29));
            sheet.style(0, 4).format("dd.MM.yyyy").set();
            sheet.value(0, 5, LocalDateTime.of(2024, 2, 29, 13, 30));
            sheet.style(0, 5).format("yyyy-MM-dd H:mm").set();
            sheet.value(0, 6, 12.5);
            sheet.style(0, 6).format("#,##0.00 \"days\"").set();
            sheet.value(2, 0, "third");
        });
        Sheets sheet = Sheets.read(bytes);
        assertThat(sheet.rows().getFirst().cells())
                .containsExactly(
                        "Name & \"more\"\nsecond <line>",
                        "4.4",
                        "192168010",
                        "true",
                        "2024-02-29",
                        "2024-02-29T13:30",
                        "12.5");
        assertThat(sheet.rows().getLast().number()).isEqualTo(3);
        assertThat(sheet.problems()).isEmpty();
    }

    @Test
    void sheetsKeepTheirNamesAndHiddenOnesAreKnown() throws RefusedSheet {
        byte[] bytes = Workbooks.honest(book -> {
            sheet(book, "Zelle 1");
            sheet(book, "Zelle 2").setVisibilityState(org.dhatim.fastexcel.VisibilityState.HIDDEN);
        });
        XlsxFile file = XlsxFile.open("list.xlsx", bytes);
        assertThat(file.sheets()).containsExactly("Zelle 1", "Zelle 2");
        assertThat(file.isHidden(0)).isFalse();
        assertThat(file.isHidden(1)).isTrue();
    }

    private static Worksheet sheet(Workbook book, String name) {
        Worksheet sheet = book.newWorksheet(name);
        sheet.value(0, 0, "x");
        return sheet;
    }

    @Test
    void aFormulaIsItsStoredValueAndNeverCalculated() {
        String cells = "<c r=\"A1\" t=\"str\"><f>\"plc\"&amp;\"-1\"</f><v>plc-1</v></c>"
                + "<c r=\"B1\"><f>WEBSERVICE(\"http://example.invalid\")</f></c>"
                + "<c r=\"C1\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>";
        Sheets sheet = Sheets.read(Workbooks.withSheet("<sheetData>" + row(1, cells) + "</sheetData>", ""));
        assertThat(sheet.rows().getFirst().cells()).containsExactly("plc-1");
        assertThat(sheet.kinds()).containsExactly("list.formula-without-value", "list.formula-error");
    }

    @Test
    void richSharedTextIsJoinedWithoutItsPhoneticReading() {
        String cells = "<c r=\"A1\" t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c>";
        Sheets sheet = Sheets.read(Workbooks.withSheet(
                "<sheetData>" + row(1, cells) + "</sheetData>",
                "<si><r><t>pl</t></r><r><t>c</t></r><rPh sb=\"0\" eb=\"1\"><t>ZZ</t></rPh></si><si><t>two</t></si>"));
        assertThat(sheet.rows().getFirst().cells()).containsExactly("plc", "two");
    }

    @Test
    void anArchiveThatUnpacksToFarMoreThanItHoldsIsRefused() {
        byte[] bomb = Workbooks.bomb("xl/worksheets/sheet1.xml", 40);
        assertThat(bomb.length).isLessThan(1 << 20);
        assertThat(Sheets.read(bomb).kinds()).containsExactly("list.unpacks-too-large");
        assertThat(Sheets.read(Workbooks.bomb("xl/media/image1.png", 40)).kinds())
                .containsExactly("list.unpacks-too-large");
    }

    @Test
    void aDocumentTypeIsRefusedBeforeAnyEntityIsRead() {
        String laughs = "<!DOCTYPE w [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">"
                + "<!ENTITY f SYSTEM \"file:///etc/passwd\">]><worksheet><sheetData>"
                + row(1, CELL.formatted(1, "&b;&f;")) + "</sheetData></worksheet>";
        byte[] bytes = Workbooks.withParts(
                "xl/workbook.xml",
                "<workbook xmlns:r=\"x\"><sheets><sheet name=\"a\" r:id=\"r1\"/></sheets></workbook>",
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"r1\" Target=\"s.xml\"/></Relationships>",
                "xl/s.xml",
                laughs);
        Sheets sheet = Sheets.read(bytes);
        assertThat(sheet.kinds()).containsExactly("list.document-type");
        assertThat(sheet.rows()).isEmpty();
    }

    @Test
    void aClaimOfTwoMillionRowsIsNamedAndTheRowsThatAreThereAreRead() {
        Sheets sheet = Sheets.read(Workbooks.withSheet(
                "<dimension ref=\"A1:ZZZ2000000\"/><sheetData>" + row(1, CELL.formatted(1, "plc")) + "</sheetData>",
                ""));
        assertThat(sheet.kinds()).containsExactly("list.impossible-area");
        assertThat(sheet.cells().getFirst()).containsExactly("plc");
    }

    /// A reader that makes room up to the column or the text that a cell names runs out of memory here.
    @Test
    void columnsAndSharedTextsThatCannotBeAreRefusedWithoutMakingRoomForThem() {
        String good = row(1, CELL.formatted(1, "plc"));
        Sheets column = Sheets.read(Workbooks.withSheet(
                "<sheetData>" + good + row(2, "<c r=\"ZZZZZZ2\"><v>1</v></c>") + "</sheetData>", ""));
        assertThat(column.kinds()).containsExactly("list.damaged");
        assertThat(column.rows()).hasSize(1);
        Sheets shared = Sheets.read(Workbooks.withSheet(
                "<sheetData>" + good + row(2, "<c r=\"A2\" t=\"s\"><v>2000000000</v></c>") + "</sheetData>", ""));
        assertThat(shared.kinds()).containsExactly("list.damaged");
        Sheets rows = Sheets.read(Workbooks.withSheet(
                "<sheetData>" + good + row(2_000_000, CELL.formatted(2_000_000, "x")) + "</sheetData>", ""));
        assertThat(rows.kinds()).containsExactly("list.damaged");
    }

    @Test
    void elementsNestedWithoutEndAreRefused() {
        String nested = "<c>".repeat(5000) + "</c>".repeat(5000);
        assertThat(Sheets.read(Workbooks.withSheet("<sheetData>" + row(1, nested) + "</sheetData>", ""))
                        .kinds())
                .containsExactly("list.damaged");
    }

    @Test
    void numbersAreShownAsTheProgramsShowThem() {
        Sheets sheet = Sheets.read(Workbooks.withSheet(
                "<sheetData>" + row(1, "<c><v>4.4000000000000004</v></c><c><v>1E3</v></c>") + "</sheetData>", ""));
        assertThat(sheet.rows().getFirst().cells()).containsExactly("4.4", "1000");
    }

    @Test
    void aNumberThatWouldPrintForeverStaysAsItIsWritten() {
        Sheets sheet = Sheets.read(
                Workbooks.withSheet("<sheetData>" + row(1, "<c><v>1e999999999</v></c>") + "</sheetData>", ""));
        assertThat(sheet.rows().getFirst().cells()).containsExactly("1e999999999");
    }

    @Test
    void filesThatAreNoXlsxAreNamedAsWhatTheyAre() {
        byte[] compound = new byte[2048];
        byte[] signature = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1};
        System.arraycopy(signature, 0, compound, 0, signature.length);
        assertThat(Sheets.read(compound).kinds()).containsExactly("list.old-excel");
        byte[] marker = "EncryptedPackage".getBytes(UTF_16LE);
        System.arraycopy(marker, 0, compound, 1024, marker.length);
        assertThat(Sheets.read(compound).kinds()).containsExactly("list.encrypted");
        assertThat(Sheets.read(Workbooks.withParts("xl/workbook.bin", "x")).kinds())
                .containsExactly("list.other-spreadsheet");
        assertThat(Sheets.read(Workbooks.withParts("mimetype", "application/vnd.oasis.opendocument.spreadsheet"))
                        .kinds())
                .containsExactly("list.other-spreadsheet");
        assertThat(Sheets.read(Workbooks.withParts("word/document.xml", "<a/>")).kinds())
                .containsExactly("list.not-a-table");
    }

    @Test
    void aWorkbookThatBreaksOffIsNamedAtEveryLength() {
        byte[] whole = Workbooks.honest(book -> sheet(book, "Devices"));
        for (int length = 4; length < whole.length; length += 97) {
            Sheets cut = Sheets.read(Arrays.copyOf(whole, length));
            assertThat(cut.rows().isEmpty())
                    .as("cut at %d", length)
                    .isEqualTo(!cut.problems().isEmpty());
        }
    }
}
