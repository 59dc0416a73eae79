package org.zonewright.intake.list;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.zonewright.intake.sheet.SheetRow;

/// The row of headings of a sheet and what its columns mean. `row` is empty for a list without headings.
record Headings(Optional<SheetRow> row, List<ListColumn> columns) {
    /// Rows from the top among which headings are looked for; titles and legends come first in many lists.
    static final int SEARCHED_ROWS = 30;

    private static final WordTable WORDS = WordTable.load("headings.txt");
    private static final Pattern NUMBER = Pattern.compile("[ _.-]*\\d{1,2}$");
    private static final String FROM = "!from";
    private static final String TO = "!to";
    private static final String EVENT = "!event";

    /// The headings among a sheet's first rows: the row that the mapping names, else the first with the most known
    /// headings. Empty where no row has any.
    static Optional<Headings> find(List<SheetRow> first, ColumnMapping mapping) {
        if (mapping.headingRow().isPresent()) {
            int number = mapping.headingRow().getAsInt();
            return number == 0
                    ? Optional.of(new Headings(Optional.empty(), columns(lettersOnly(first), mapping)))
                    : first.stream()
                            .filter(row -> row.number() == number)
                            .findFirst()
                            .map(row -> of(row, mapping));
        }
        SheetRow best = null;
        long bestKnown = 0;
        for (SheetRow row : first) {
            long known = known(row, mapping);
            if (known > bestKnown) {
                best = row;
                bestKnown = known;
            }
        }
        return Optional.ofNullable(best).map(row -> of(row, mapping));
    }

    private static Headings of(SheetRow row, ColumnMapping mapping) {
        return new Headings(Optional.of(row), columns(row.cells(), mapping));
    }

    private static long known(SheetRow row, ColumnMapping mapping) {
        long known = 0;
        for (int i = 0; i < row.cells().size(); i++) {
            String heading = row.cell(i);
            boolean named = !heading.isEmpty()
                    && (meaning(heading).isPresent()
                            || mapping.columns().keySet().stream()
                                    .anyMatch(key -> HeadingText.slug(key).equals(HeadingText.slug(heading))));
            known += named ? 1 : 0;
        }
        return known;
    }

    private static List<String> lettersOnly(List<SheetRow> first) {
        int width = first.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        return Collections.nCopies(width, "");
    }

    private static List<ListColumn> columns(List<String> headings, ColumnMapping mapping) {
        List<ListColumn> columns = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            String heading = headings.get(i);
            Optional<ColumnUse> mapped =
                    mapping.key(i, heading).map(key -> mapping.columns().get(key));
            ListColumn raw = new ListColumn(i, heading, new ColumnUse.Ignored(), mapped.isPresent());
            columns.add(raw.withUse(mapped.or(() -> fieldOf(heading).map(ColumnUse.As::new))
                    .orElseGet(() -> new ColumnUse.Kept(raw.rawAttribute()))));
        }
        return settle(columns);
    }

    /// Lists number columns of one kind: `IP 1`, `IP 2`.
    private static Optional<String> meaning(String heading) {
        Optional<String> whole = WORDS.meaning(heading);
        if (whole.isPresent()) {
            return whole;
        }
        String without = NUMBER.matcher(heading.strip()).replaceFirst("");
        return without.equals(heading) ? whole : WORDS.meaning(without);
    }

    private static Optional<ListField> fieldOf(String heading) {
        return meaning(heading).flatMap(ListField::of);
    }

    /// Of several columns for one field the first counts, a mapped one before all; a field without a column is taken
    /// by the one that stands in for it.
    private static List<ListColumn> settle(List<ListColumn> columns) {
        List<ListColumn> settled = new ArrayList<>(columns);
        Set<ListField> taken = EnumSet.noneOf(ListField.class);
        for (boolean mapped : new boolean[] {true, false}) {
            for (ListColumn column : columns) {
                Optional<ListField> field = column.field().filter(_ -> column.mapped() == mapped);
                boolean first = field.isEmpty() || taken.add(field.get());
                if (!first && !mapped && !field.get().isRepeatable()) {
                    settled.set(column.index(), column.withUse(new ColumnUse.Kept(column.rawAttribute())));
                }
            }
        }
        settled.replaceAll(column -> column.field()
                .filter(field -> mayStandIn(field, taken))
                .flatMap(ListField::standsInFor)
                .map(other -> column.withUse(new ColumnUse.As(column.field().orElseThrow(), other.attribute())))
                .orElse(column));
        return settled;
    }

    private static boolean mayStandIn(ListField field, Set<ListField> taken) {
        return switch (field) {
            case ORDER_NUMBER -> !taken.contains(ListField.MODEL) && !taken.contains(ListField.TYPE);
            default ->
                field.standsInFor().filter(other -> !taken.contains(other)).isPresent();
        };
    }

    Set<ListField> fields() {
        Set<ListField> fields = EnumSet.noneOf(ListField.class);
        columns.forEach(column -> column.field().ifPresent(fields::add));
        return fields;
    }

    /// The column that was taken for the field which this one's heading names too.
    Optional<ListColumn> firstOfSameField(ListColumn column) {
        return fieldOf(column.heading()).flatMap(wanted -> columns.stream()
                .filter(other -> other.field().equals(Optional.of(wanted)))
                .findFirst());
    }

    /// True if the columns are those of devices: an address and something else, or a name and two things of which one
    /// only equipment has; and nothing speaks for another kind of table.
    boolean describeDevices() {
        Set<ListField> fields = fields();
        boolean address = fields.contains(ListField.IP) || fields.contains(ListField.MAC);
        boolean name = fields.contains(ListField.NAME) || fields.contains(ListField.TAG);
        boolean technical = fields.stream().anyMatch(ListField::isTechnical);
        boolean enough = address ? fields.size() >= 2 || columns.size() == 1 : name && technical && fields.size() >= 3;
        return enough && !describeConnections() && first(EVENT).isEmpty();
    }

    boolean describeConnections() {
        return first(FROM).isPresent() && first(TO).isPresent();
    }

    /// The headings that tell a table of connections, such as `Source IP, Destination`.
    String connectionHeadings() {
        return first(FROM).orElse("") + ", " + first(TO).orElse("");
    }

    /// The headings as one line, shortened.
    String display() {
        String line = String.join(
                ", ",
                columns.stream()
                        .filter(column -> !column.heading().isEmpty())
                        .map(ListColumn::label)
                        .toList());
        return line.length() <= 200 ? line : line.substring(0, 200) + "…";
    }

    private Optional<String> first(String meaning) {
        return columns.stream()
                .filter(column ->
                        meaning(column.heading()).filter(meaning::equals).isPresent())
                .map(ListColumn::label)
                .findFirst();
    }
}
