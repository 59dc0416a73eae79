package org.zonewright.intake.list;

import java.util.Optional;
import org.zonewright.facts.Attribute;
import org.zonewright.intake.sheet.ColumnLetters;

/// One column of a list and what is made of it. `index` counts from 0; `heading` is as written, empty where there is
/// none; `mapped` is true if a mapping said so rather than the heading.
public record ListColumn(int index, String heading, ColumnUse use, boolean mapped) {
    static ListColumn withoutHeading(int index) {
        ListColumn column = new ListColumn(index, "", new ColumnUse.Ignored(), false);
        return column.withUse(new ColumnUse.Kept(column.rawAttribute()));
    }

    /// The field that its cells say, empty where they are kept as they are or left out.
    public Optional<ListField> field() {
        return use instanceof ColumnUse.As as ? Optional.of(as.field()) : Optional.empty();
    }

    /// The column's letter, as spreadsheet programs show it.
    public String letter() {
        return ColumnLetters.of(index);
    }

    /// The heading on one line, or the letter: how places and problems name the column.
    public String label() {
        String line = heading.replaceAll("\\s+", " ").strip();
        return line.isEmpty() ? letter() : HeadingText.shortened(line);
    }

    /// The attribute under which cells are kept as they are written.
    Attribute rawAttribute() {
        String slug = heading.isBlank() ? "" : HeadingText.slug(label());
        return new Attribute("list." + (slug.isEmpty() ? "column-" + HeadingText.slug(letter()) : slug));
    }

    ListColumn withUse(ColumnUse other) {
        return new ListColumn(index, heading, other, mapped);
    }
}
