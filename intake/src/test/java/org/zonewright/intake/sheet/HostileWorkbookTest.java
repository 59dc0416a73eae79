package org.zonewright.intake.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Workbooks made to harm their reader: nothing outside is opened, nothing inside is unpacked twice or written
/// anywhere.
@Timeout(20)
class HostileWorkbookTest {
    private static final int END_LENGTH = 22;
    private static final int DIRECTORY_OFFSET = 16; // in the end record
    private static final int ENTRIES = 8;
    private static final int NAME = 46; // in an entry of the directory
    private static final String WORKBOOK =
            "<workbook xmlns:r=\"x\"><sheets><sheet name=\"a\" r:id=\"r1\"/></sheets></workbook>";
    private static final String RELATIONS = "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/>"
            + "<Relationship Id=\"r2\" TargetMode=\"External\" Target=\"http://127.0.0.1:9/x.xml\"/></Relationships>";
    private static final String SHEET = "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\">"
            + "<f>[1]Sheet1!A1</f><v>plc-1</v></c><c r=\"B1\" t=\"str\"><f>cmd|'/c calc'!A1</f><v>x</v></c></row>"
            + "</sheetData></worksheet>";

    @Test
    void linksToOtherFilesAreNotFollowedAndTheirStoredValuesCount() {
        Sheets sheet = Sheets.read(Workbooks.withParts(
                "xl/workbook.xml",
                WORKBOOK,
                "xl/_rels/workbook.xml.rels",
                RELATIONS,
                "xl/externalLinks/externalLink1.xml",
                "<externalLink><externalBook id=\"file:///etc/passwd\"/></externalLink>",
                "xl/worksheets/sheet1.xml",
                SHEET));
        assertThat(sheet.rows().getFirst().cells()).containsExactly("plc-1", "x");
    }

    @Test
    void namesThatLeaveTheArchiveAreOnlyNames() {
        Sheets sheet = Sheets.read(Workbooks.withParts(
                "xl/workbook.xml",
                WORKBOOK,
                "xl/_rels/workbook.xml.rels",
                RELATIONS,
                "../../../../tmp/zonewright-must-not-exist.xml",
                "<a/>",
                "xl/worksheets/sheet1.xml",
                SHEET));
        assertThat(sheet.rows()).hasSize(1);
        assertThat(Path.of("/tmp/zonewright-must-not-exist.xml")).doesNotExist();
    }

    @Test
    void anArchiveWithinTheArchiveIsNotUnpacked() {
        byte[] inner = Workbooks.bomb("xl/worksheets/sheet1.xml", 40);
        Sheets sheet = Sheets.read(Workbooks.withParts(
                "xl/workbook.xml",
                WORKBOOK,
                "xl/_rels/workbook.xml.rels",
                RELATIONS,
                "xl/embeddings/inner.xlsx",
                new String(inner, StandardCharsets.ISO_8859_1),
                "xl/worksheets/sheet1.xml",
                SHEET));
        assertThat(sheet.rows()).hasSize(1);
    }

    @Test
    void manyEntriesOfTheSameBytesCountEachTime() {
        assertThat(Sheets.read(repeatedDirectory(Workbooks.bomb("xl/worksheets/sheet1.xml", 1), 300))
                        .kinds())
                .containsExactly("list.unpacks-too-large");
    }

    /// The archive with its directory written so many times, so that many entries share the same packed bytes.
    private static byte[] repeatedDirectory(byte[] archive, int times) {
        ByteBuffer bytes = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
        int end = archive.length - END_LENGTH;
        int directory = bytes.getInt(end + DIRECTORY_OFFSET);
        int entries = bytes.getShort(end + ENTRIES);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(archive, 0, directory);
        for (int i = 0; i < times; i++) {
            out.writeBytes(renamed(Arrays.copyOfRange(archive, directory, end), i));
        }
        ByteBuffer last = ByteBuffer.wrap(Arrays.copyOfRange(archive, end, archive.length))
                .order(ByteOrder.LITTLE_ENDIAN);
        last.putShort(ENTRIES, (short) (entries * times));
        last.putShort(ENTRIES + 2, (short) (entries * times));
        last.putInt(12, (end - directory) * times);
        out.writeBytes(last.array());
        return out.toByteArray();
    }

    /// The directory's entries with other first letters in their names; 0 leaves them as they are.
    private static byte[] renamed(byte[] directory, int number) {
        ByteBuffer bytes = ByteBuffer.wrap(directory).order(ByteOrder.LITTLE_ENDIAN);
        int at = 0;
        while (number > 0 && at < directory.length) {
            directory[at + NAME] = (byte) ('a' + number % 26);
            directory[at + NAME + 1] = (byte) ('A' + number / 26);
            at += NAME + bytes.getShort(at + 28) + bytes.getShort(at + 30) + bytes.getShort(at + 32);
        }
        return directory;
    }
}
