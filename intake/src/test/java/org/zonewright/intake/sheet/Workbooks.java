package org.zonewright.intake.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;

/// Workbooks for tests: honest ones by a library, hostile ones part by part.
public final class Workbooks {
    private static final String WORKBOOK = """
            <workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
            <sheets><sheet name="Devices" sheetId="1" r:id="r1"/></sheets></workbook>""";
    private static final String RELATIONS = """
            <Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>
            <Relationship Id="r2" Type="x/sharedStrings" Target="sharedStrings.xml"/>
            <Relationship Id="r3" Type="x/styles" Target="styles.xml"/></Relationships>""";

    private Workbooks() {}

    /// A workbook as a spreadsheet program writes it.
    public static byte[] honest(Consumer<Workbook> content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Test", "1.0")) {
            content.accept(book);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /// A workbook with one sheet, whose `sheetData` and shared texts are given as XML.
    public static byte[] withSheet(String sheetData, String sharedTexts) {
        return withParts(
                "xl/workbook.xml",
                WORKBOOK,
                "xl/_rels/workbook.xml.rels",
                RELATIONS,
                "xl/sharedStrings.xml",
                "<sst>" + sharedTexts + "</sst>",
                "xl/worksheets/sheet1.xml",
                "<worksheet>" + sheetData + "</worksheet>");
    }

    /// An archive of these parts: name, content, name, content …
    public static byte[] withParts(String... namesAndContents) {
        return archive(zip -> {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                put(zip, namesAndContents[i], namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8), 1);
            }
        });
    }

    /// A small workbook with one more part: zeros that unpack to this many megabytes.
    public static byte[] bomb(String part, int megabytes) {
        return archive(zip -> {
            put(zip, "xl/workbook.xml", WORKBOOK.getBytes(StandardCharsets.UTF_8), 1);
            put(zip, part, new byte[1 << 20], megabytes);
        });
    }

    private static byte[] archive(Consumer<ZipOutputStream> content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            content.accept(zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content, int times) {
        try {
            zip.putNextEntry(new ZipEntry(name));
            for (int i = 0; i < times; i++) {
                zip.write(content);
            }
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
