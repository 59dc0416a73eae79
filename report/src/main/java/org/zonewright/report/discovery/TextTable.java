package org.zonewright.report.discovery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.zonewright.report.markup.Printable;

/// A table of text that fits a terminal: columns as wide as their content; where that is too wide, the widest ones
/// give way and shortened values end in an ellipsis; addresses begin with it, since their end tells them apart. `solid`
/// columns (addresses, numbers) never give way. Mutable;
/// one thread.
public final class TextTable {
    private static final int GAP = 2;
    private static final int LEAST = 6;
    /// An IP or MAC address; all of it is ASCII.
    private static final Pattern ADDRESS = Pattern.compile("[0-9a-f]*[.:][0-9a-f.:]+");

    private final List<List<String>> rows = new ArrayList<>();
    private final Set<Integer> solid;

    /// An empty table; `solid` are the numbers of columns, from 0, that keep their width.
    public TextTable(Set<Integer> solid) {
        this.solid = Set.copyOf(solid);
    }

    /// Adds a row; the first one is the heading. All rows have equally many values.
    public void add(List<String> values) {
        rows.add(values.stream().map(Printable::of).toList());
    }

    /// Appends the table, each line at most `width` columns where that is possible at all.
    public void write(StringBuilder out, int width) {
        int[] widths = widths(width);
        for (int i = 0; i < rows.size(); i++) {
            line(out, rows.get(i), widths);
            if (i == 0) {
                out.repeat('─', Arrays.stream(widths).sum() + GAP * (widths.length - 1))
                        .append('\n');
            }
        }
    }

    private int[] widths(int width) {
        int columns = rows.getFirst().size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], columnsOf(row.get(i)));
            }
        }
        int room = width - GAP * (columns - 1);
        while (Arrays.stream(widths).sum() > room) {
            int widest = -1;
            for (int i = 0; i < columns; i++) {
                boolean canShrink = !solid.contains(i) && widths[i] > LEAST;
                widest = canShrink && (widest < 0 || widths[i] > widths[widest]) ? i : widest;
            }
            if (widest < 0) {
                break;
            }
            widths[widest]--;
        }
        return widths;
    }

    private static void line(StringBuilder out, List<String> values, int[] widths) {
        int start = out.length();
        for (int i = 0; i < widths.length; i++) {
            String value = shortened(values.get(i), widths[i]);
            out.append(value).repeat(' ', widths[i] - columnsOf(value) + (i == widths.length - 1 ? 0 : GAP));
        }
        int end = out.length();
        while (end > start && out.charAt(end - 1) == ' ') {
            end--;
        }
        out.setLength(end);
        out.append('\n');
    }

    static String shortened(String value, int width) {
        if (columnsOf(value) <= width) {
            return value;
        }
        if (ADDRESS.matcher(value).matches()) {
            return "…" + value.substring(value.length() - width + 1);
        }
        StringBuilder out = new StringBuilder();
        int used = 0;
        for (int i = 0; i < value.length(); i += Character.charCount(value.codePointAt(i))) {
            int c = value.codePointAt(i);
            if (used + columnsOf(c) > width - 1) {
                break;
            }
            out.appendCodePoint(c);
            used += columnsOf(c);
        }
        return out.append('…').toString();
    }

    /// How many columns a terminal gives the text.
    static int columnsOf(String text) {
        return text.codePoints().map(TextTable::columnsOf).sum();
    }

    private static int columnsOf(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        boolean wide = (c >= 0x1100 && c <= 0x115f)
                || (c >= 0x2e80 && c <= 0xa4cf)
                || (c >= 0xac00 && c <= 0xd7a3)
                || (c >= 0xf900 && c <= 0xfaff)
                || (c >= 0xfe30 && c <= 0xfe6f)
                || (c >= 0xff00 && c <= 0xff60)
                || (c >= 0x1f300 && c <= 0x3fffd);
        return wide ? 2 : 1;
    }
}
