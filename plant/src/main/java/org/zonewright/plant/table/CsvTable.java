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
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.zonewright.base.SourceRef;
import org.zonewright.plant.PlantProblem;
import org.zonewright.plant.markup.Cells;
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
            List<Optional<Columns.Column>> used = columns(file, records.next(), columns, decoder);
            while (records.hasNext()) {
                CsvRecord row = records.next();
                line = (int) row.getStartingLineNumber();
                rows.accept(item(file, line, used, row));
            }
        } catch (CsvParseException e) {
            Node nothing = new Node.Scalar("", false, new Place.InCell(file, "", line, ""));
            decoder.report(PlantProblem.BAD_ROW, nothing, TreePath.ROOT, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail", e);
        }
    }

    /// The columns in the order of the file, empty for a heading that is reported as unknown and for one that stands
    /// again further on.
    private static List<Optional<Columns.Column>> columns(
            String file, CsvRecord first, Columns columns, Decoder decoder) {
        List<Optional<Columns.Column>> found = new ArrayList<>();
        for (String heading : first.getFields()) {
            Optional<Columns.Column> column = columns.column(heading.strip());
            if (column.isEmpty() && !heading.isBlank()) {
                decoder.reportUnknownKey(
                        columns.headings(), heading.strip(), new SourceRef.InSheet(file, "", 1, heading.strip()));
            }
            int before = found.indexOf(column);
            if (column.isPresent() && before >= 0) {
                found.set(before, Optional.empty());
            }
            found.add(column);
        }
        return found;
    }

    private static Node.Mapping item(String file, int line, List<Optional<Columns.Column>> columns, CsvRecord row) {
        Branch item = new Branch();
        int count = Math.min(columns.size(), row.getFieldCount());
        for (int i = 0; i < count; i++) {
            String text = row.getField(i);
            Columns.Column column = columns.get(i).orElse(null);
            if (column != null && !text.isEmpty()) {
                Place place = new Place.InCell(file, "", line, column.heading());
                item.put(column.path(), Cells.parse(column.form(), new Node.Scalar(text, true, place)));
            }
        }
        return item.mapping(new Place.InCell(file, "", line, ""));
    }

    /// A table with one more row, as [#append] gives it. `text` is empty where the item says something that the table
    /// has no column for: `missing` are their headings.
    public record Appended(Optional<String> text, List<String> missing) {
        public Appended {
            missing = List.copyOf(missing);
        }
    }

    /// The text of a table with an item behind its last row, in the order of its own headings; every other row stays
    /// as it was.
    public static Appended append(String text, Shape<?> shape, Node.Mapping item) {
        Columns columns = Columns.of(shape, _ -> false);
        List<String> cells = columns.cells(item);
        Map<String, String> said = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                said.put(columns.headings().get(i), cells.get(i));
            }
        }
        List<String> row = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(text)) {
            for (String heading : reader.iterator().next().getFields()) {
                row.add(Optional.ofNullable(said.remove(heading.strip())).orElse(""));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail", e);
        }
        if (!said.isEmpty()) {
            return new Appended(Optional.empty(), List.copyOf(said.keySet()));
        }
        String end = text.contains("\r\n") ? "\r\n" : "\n";
        StringWriter out = new StringWriter();
        out.append(text).append(text.endsWith("\n") ? "" : end);
        try (CsvWriter writer = CsvWriter.builder()
                .lineDelimiter(end.length() == 2 ? LineDelimiter.CRLF : LineDelimiter.LF)
                .build(out)) {
            writer.writeRecord(row);
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail", e);
        }
        return new Appended(Optional.of(out.toString()), List.of());
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
