package org.zonewright.intake.sheet;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zonewright.base.ProblemLog;
import org.zonewright.intake.IntakeProblem;

/// A workbook in the Office Open XML format (ECMA-376 part 1, 18). Read here and not by a library: those at hand
/// allocate by column and text numbers that the file chose (docs/asset-lists.md, "What is refused").
final class XlsxFile implements SheetFile {
    private record Entry(String name, String part, boolean hidden) {}

    private final String file;
    private final WorkbookParts parts;
    private final List<Entry> entries;
    private final SharedTexts texts;
    private final NumberText numbers;

    private XlsxFile(String file, WorkbookParts parts, List<Entry> entries, SharedTexts texts, NumberText numbers) {
        this.file = file;
        this.parts = parts;
        this.entries = entries;
        this.texts = texts;
        this.numbers = numbers;
    }

    static XlsxFile open(String file, byte[] bytes) throws RefusedSheet {
        WorkbookParts parts = WorkbookParts.unpack(bytes);
        refuseOthers(parts);
        String workbook = relations("", parts).getOrDefault("officeDocument", "xl/workbook.xml");
        byte[] content = parts.part(workbook).orElseThrow(() -> new RefusedSheet(IntakeProblem.NOT_A_TABLE));
        Map<String, String> targets = relations(workbook, parts);
        List<Entry> entries = new ArrayList<>();
        boolean from1904 = false;
        PartReader reader = new PartReader(workbook, content);
        while (reader.nextElement()) {
            if (reader.isStart("workbookPr")) {
                from1904 = reader.attribute("date1904").filter(XlsxFile::isTrue).isPresent();
            } else if (reader.isStart("sheet") && entries.size() < SheetLimits.MAX_SHEETS) {
                String part = targets.getOrDefault(reader.attribute("id").orElse(""), "");
                boolean hidden = reader.attribute("state")
                        .filter(state -> !state.equals("visible"))
                        .isPresent();
                entries.add(new Entry(reader.attribute("name").orElse(""), part, hidden));
            }
        }
        return new XlsxFile(
                file,
                parts,
                entries,
                SharedTexts.read(targets.getOrDefault("sharedStrings", "xl/sharedStrings.xml"), parts),
                NumberText.read(targets.getOrDefault("styles", "xl/styles.xml"), parts, from1904));
    }

    @Override
    public List<String> sheets() {
        return entries.stream().map(Entry::name).toList();
    }

    @Override
    public boolean isHidden(int sheet) {
        return entries.get(sheet).hidden();
    }

    @Override
    public RowSource rows(int sheet, ProblemLog log) throws RefusedSheet {
        Entry entry = entries.get(sheet);
        byte[] content = parts.part(entry.part())
                .orElseThrow(
                        () -> new RefusedSheet(IntakeProblem.DAMAGED, "the sheet " + entry.name() + " is missing"));
        return new XlsxRows(file, entry.name(), new PartReader(entry.part(), content), texts, numbers, log);
    }

    @Override
    public String format() {
        return "XLSX";
    }

    private static void refuseOthers(WorkbookParts parts) throws RefusedSheet {
        if (parts.has("xl/workbook.bin")) {
            throw new RefusedSheet(IntakeProblem.OTHER_SPREADSHEET, "XLSB");
        }
        Optional<String> type = parts.part("mimetype").map(bytes -> new String(bytes, StandardCharsets.US_ASCII));
        if (type.filter(name -> name.startsWith("application/vnd.oasis.opendocument.spreadsheet"))
                .isPresent()) {
            throw new RefusedSheet(IntakeProblem.OTHER_SPREADSHEET, "ODS");
        }
        if (parts.has("Index/Document.iwa")) {
            throw new RefusedSheet(IntakeProblem.OTHER_SPREADSHEET, "Numbers");
        }
    }

    /// The parts that a part refers to, by the reference's id and by the last word of its type.
    private static Map<String, String> relations(String part, WorkbookParts parts) throws RefusedSheet {
        int stroke = part.lastIndexOf('/') + 1;
        String folder = part.substring(0, stroke);
        String name = folder + "_rels/" + part.substring(stroke) + ".rels";
        Map<String, String> targets = new HashMap<>();
        Optional<byte[]> content = parts.part(name);
        if (content.isPresent()) {
            PartReader reader = new PartReader(name, content.get());
            while (reader.nextElement() && targets.size() < SheetLimits.MAX_PARTS) {
                String target = reader.attribute("Target").orElse("");
                if (reader.isStart("Relationship") && !target.isEmpty()) {
                    String full = target.startsWith("/") ? target.substring(1) : folder + target;
                    String type = reader.attribute("Type").orElse("");
                    targets.put(reader.attribute("Id").orElse(""), full);
                    targets.putIfAbsent(type.substring(type.lastIndexOf('/') + 1), full);
                }
            }
        }
        return targets;
    }

    static boolean isTrue(String flag) {
        return flag.equals("1") || flag.equals("true");
    }
}
