package org.zonewright.intake.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.zonewright.intake.sheet.Workbooks;

/// Whatever a file holds, reading it ends in a reading: facts, rows and problems, and no row lost.
class AnyBytesTest {
    private static final byte[] WORKBOOK = Workbooks.honest(book -> {
        var sheet = book.newWorksheet("Devices");
        for (int row = 0; row < 40; row++) {
            sheet.value(row, 0, row == 0 ? "Name" : "plc-" + row);
            sheet.value(row, 1, row == 0 ? "IP" : "10.0.0." + row);
        }
    });
    private static final byte[] OPEN_WORKBOOK = Workbooks.withSheet(
            "<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Name</t></is></c><c r=\"B1\" t=\"s\">"
                    + "<v>0</v></c></row><row r=\"2\"><c r=\"A2\" t=\"str\"><f>A1</f><v>plc</v></c>"
                    + "<c r=\"B2\" t=\"inlineStr\"><is><t>10.0.0.1</t></is></c></row></sheetData>",
            "<si><t>IP</t></si>");

    @Property(tries = 500)
    void randomBytesAreRead(@ForAll @Size(max = 2000) byte[] bytes) {
        read(bytes);
    }

    @Property(tries = 500)
    void randomTextIsRead(@ForAll("tables") String text) {
        read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 500)
    void randomTextIsReadAsAMappingAndUsed(@ForAll("tables") String text, @ForAll("tables") String mapping) {
        Lists.read("Name;IP\n" + text, ColumnMapping.parse("any", mapping));
    }

    @Property(tries = 400)
    void aWorkbookWithSpoiledBytesIsRead(
            @ForAll @IntRange(max = 100_000) int at,
            @ForAll byte value,
            @ForAll @IntRange(min = 1, max = 8) int length) {
        for (byte[] whole : new byte[][] {WORKBOOK, OPEN_WORKBOOK}) {
            byte[] spoiled = whole.clone();
            for (int i = 0; i < length; i++) {
                spoiled[(at + i) % spoiled.length] = value;
            }
            read(spoiled);
        }
    }

    private static void read(byte[] bytes) {
        AssetListReading reading = Lists.whole(AssetLists.read("any", bytes, ColumnMapping.AUTO));
        boolean nothing = reading.preview().counts().rows() == 0;
        assertThat(!nothing || !reading.preview().problems().isEmpty())
                .as("nothing read and nothing said")
                .isTrue();
    }

    @Provide
    Arbitrary<String> tables() {
        Arbitrary<String> words = Arbitraries.of(
                "Name",
                "IP",
                "MAC",
                "VLAN",
                "Maske",
                "Typ",
                "10.0.0.1",
                "10.0.0.1/24",
                "/",
                "::",
                "00:1b:1b:00:00:01",
                "255.255.255.0",
                "plc",
                "heading-row = 0",
                "[columns]",
                "A = ip",
                "date-format = dd.MM.yyyy",
                "delimiter = ;",
                "Inbetriebnahme",
                "99999999999",
                "-",
                "=",
                "\"",
                "ä",
                "\u0000",
                "%",
                "SPS");
        Arbitrary<String> dividers = Arbitraries.of(";", ",", "\n", "\n", " ", "\t", "\r\n", "");
        return Arbitraries.oneOf(words, dividers, Arbitraries.strings().ofMaxLength(5))
                .list()
                .ofMaxSize(60)
                .map(parts -> String.join("", parts));
    }
}
