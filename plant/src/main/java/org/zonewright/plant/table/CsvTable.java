package org.zonewright.plant.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.zonewright.base.SourceRef;
import org.zonewright.plant.PlantProblem;
import org.zonewright.plant.shape.Decoder;
import org.zonewright.plant.shape.Shape;
import org.zonewright.plant.tree.Node;
import org.zonewright.plant.tree.Place;
import org.zonewright.plant.tree.TreePath;

/// Items as CSV (RFC 4180, UTF-8): a heading, then a row an item.
public final class CsvTable {
    private CsvTable() {}

    /// Gives each row as a mapping; what cannot be read is reported and ends the table.
    public static void read(String file, String text, Shape<?> shape, Decoder decoder, Consumer<Node.Mapping> rows) {
        Columns columns = Columns.of(shape, _ -> false);
        int line = 1;
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(text)) {
            Iterator<CsvRecord> records = reader.iterator();
            if (!records.hasNext()) {
                return;
            }
            List<String> headings = headings(file, records.next(), columns, decoder);
            while (records.hasNext()) {
                CsvRecord row = records.next();
                line = (int) row.getStartingLineNumber();
                rows.accept(columns.item(cells(file, line, headings, row), new Place.InCell(file, "", line, "")));
            }
        } catch (CsvParseException e) {
            Node nothing = new Node.Scalar("", false, new Place.InCell(file, "", line, ""));
            decoder.report(PlantProblem.BAD_ROW, nothing, TreePath.ROOT, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail", e);
        }
    }

    /// The headings in order, empty for one that is reported as unknown.
    private static List<String> headings(String file, CsvRecord first, Columns columns, Decoder decoder) {
        List<String> headings = new ArrayList<>();
        for (String heading : first.getFields()) {
            boolean known = columns.column(heading.strip()).isPresent();
            if (!known && !heading.isBlank()) {
                decoder.reportUnknownKey(
                        columns.headings(), heading.strip(), new SourceRef.InSheet(file, "", 1, heading.strip()));
            }
            headings.add(known ? heading.strip() : "");
        }
        return headings;
    }

    private static Map<String, Node.Scalar> cells(String file, int line, List<String> headings, CsvRecord row) {
        Map<String, Node.Scalar> cells = new LinkedHashMap<>();
        int count = Math.min(headings.size(), row.getFieldCount());
        for (int i = 0; i < count; i++) {
            String heading = headings.get(i);
            if (!heading.isEmpty()) {
                cells.put(heading, new Node.Scalar(row.getField(i), true, new Place.InCell(file, "", line, heading)));
            }
        }
        return cells;
    }

    /// The items as CSV with the columns that any of them fills, lines ended by LF.
    public static String write(Shape<?> shape, List<Node.Mapping> items) {
        Columns columns = Columns.of(shape, _ -> false);
        List<List<String>> rows = items.stream().map(columns::cells).toList();
        int[] used = IntStream.range(0, columns.columns().size())
                .filter(i -> rows.stream().anyMatch(row -> !row.get(i).isEmpty()))
                .toArray();
        StringWriter out = new StringWriter();
        try (CsvWriter writer =
                CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out)) {
            writer.writeRecord(
                    IntStream.of(used).mapToObj(columns.headings()::get).toList());
            rows.forEach(row ->
                    writer.writeRecord(IntStream.of(used).mapToObj(row::get).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail", e);
        }
        return out.toString();
    }
}
