package org.zonewright.intake.sheet;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Lists are saved by every program there is: a wrong guess of characters or delimiter turns names to rubble or a row
/// into one cell.
class CsvFileTest {
    private static final List<List<String>> GERMAN = List.of(List.of("Gerät", "IP"), List.of("Tür", "10.0.0.1"));

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "\t", "|"})
    void everyUsualDelimiterIsFound(String delimiter) {
        Sheets sheet = Sheets.read("Name;IP;Ort\nplc;10.0.0.1;A\nhmi;10.0.0.2;B\n"
                .replace(";", delimiter)
                .getBytes(UTF_8));
        assertThat(sheet.cells().getLast()).containsExactly("hmi", "10.0.0.2", "B");
    }

    @Test
    void commasWithinCellsDoNotHideTheSemicolon() {
        Sheets sheet =
                Sheets.read("Name;IP\nplc;10.0.0.1, 10.0.0.2, 10.0.0.3\nhmi;10.0.0.4, 10.0.0.5\n".getBytes(UTF_8));
        assertThat(sheet.cells().get(1)).containsExactly("plc", "10.0.0.1, 10.0.0.2, 10.0.0.3");
    }

    @Test
    void aLineThatNamesTheDelimiterIsBelieved() {
        Sheets sheet = Sheets.read("sep=;\nName;IP, all\nplc;10.0.0.1\n".getBytes(UTF_8));
        assertThat(sheet.cells().getLast()).containsExactly("plc", "10.0.0.1");
    }

    @Test
    void textIsReadInTheCharacterSetOfItsMarkOrItsBytes() {
        String text = "Gerät;IP\nTür;10.0.0.1\n";
        assertThat(Sheets.read(text.getBytes(UTF_8)).cells()).isEqualTo(GERMAN);
        assertThat(Sheets.read(("\ufeff" + text).getBytes(UTF_8)).cells()).isEqualTo(GERMAN);
        assertThat(Sheets.read(("\ufeff" + text).getBytes(UTF_16LE)).cells()).isEqualTo(GERMAN);
        assertThat(Sheets.read(("\ufeff" + text).getBytes(UTF_16BE)).cells()).isEqualTo(GERMAN);
        assertThat(Sheets.read(text.getBytes(UTF_16LE)).cells()).isEqualTo(GERMAN);
        assertThat(Sheets.read(text.getBytes(UTF_16BE)).cells()).isEqualTo(GERMAN);
    }

    @Test
    void windowsTextIsReadAndTheGuessSaid() {
        Sheets sheet = Sheets.read("Gerät;IP\nTür;10.0.0.1\n".getBytes(Charset.forName("windows-1252")));
        assertThat(sheet.cells()).isEqualTo(GERMAN);
        assertThat(sheet.kinds()).containsExactly("list.character-set-guessed");
        assertThat(sheet.format()).isEqualTo("CSV, windows-1252, delimiter ;");
    }

    @Test
    void quotedCellsMayHoldDelimitersQuotesAndLineEndsAndCountAsOneRow() {
        Sheets sheet = Sheets.read(
                "Name,IP\r\n\"pump \"\"A\"\", left\",\"10.0.0.1\r\n10.0.0.2\"\r\nhmi,10.0.0.3\r\n".getBytes(UTF_8));
        assertThat(sheet.cells().get(1)).containsExactly("pump \"A\", left", "10.0.0.1\n10.0.0.2");
        assertThat(sheet.rows().get(2).number()).isEqualTo(3);
    }

    @Test
    void rowsOfUnequalLengthAreAllRead() {
        Sheets sheet = Sheets.read("Name,IP,Ort\nplc\nhmi,10.0.0.2,B,more\n\nend,10.0.0.3,C\n".getBytes(UTF_8));
        assertThat(sheet.cells()).contains(List.of("plc"), List.of("hmi", "10.0.0.2", "B", "more"));
        assertThat(sheet.rows().getLast().number()).isEqualTo(5);
    }

    @Test
    void aQuoteThatIsNeverClosedIsNamedWithTheRowsItSwallowed() {
        StringBuilder text = new StringBuilder("Name;IP\n\"plc;10.0.0.1\n");
        for (int i = 2; i < 20; i++) {
            text.append("hmi;10.0.0.").append(i).append('\n');
        }
        assertThat(Sheets.read(text.toString().getBytes(UTF_8)).kinds()).contains("list.quote-not-closed");
    }

    @Test
    void rowsBeyondTheBoundAreNotReadAndThatIsSaid() {
        Sheets sheet = Sheets.read("a;b\n".repeat(SheetLimits.MAX_ROWS + 10).getBytes(UTF_8));
        assertThat(sheet.rows()).hasSize(SheetLimits.MAX_ROWS);
        assertThat(sheet.kinds()).containsExactly("list.too-many-rows");
    }

    @Test
    void columnsAndTextBeyondTheBoundsAreLeftOutAndThatIsSaid() {
        String wide = "x;".repeat(400) + "\n" + "y".repeat(40_000) + ";z\n";
        Sheets sheet = Sheets.read(wide.getBytes(UTF_8));
        assertThat(sheet.rows().getFirst().cells()).hasSize(SheetLimits.MAX_COLUMNS);
        assertThat(sheet.rows().getLast().cell(0)).hasSize(SheetLimits.MAX_CELL_LENGTH);
        assertThat(sheet.kinds()).containsExactly("list.too-many-columns", "list.cell-cut");
    }

    @Test
    void blanksThatDoNotBreakAndTextMadeSafeFromNumbersAreWhatThePersonMeant() {
        Sheets sheet = Sheets.read("Serial;IP\n=\"0012\";\u00a010.0.0.1\u00a0\n".getBytes(UTF_8));
        assertThat(sheet.cells().getLast()).containsExactly("0012", "10.0.0.1");
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        byte[] picture = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0};
        assertThat(Sheets.read(picture).kinds()).containsExactly("list.not-a-table");
        assertThat(Sheets.read(new byte[0]).kinds()).containsExactly("list.empty");
    }
}
