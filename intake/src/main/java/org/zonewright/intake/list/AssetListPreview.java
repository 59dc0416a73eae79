package org.zonewright.intake.list;

import java.util.List;
import org.zonewright.base.Problem;

/// How a list was understood, to look at before anything rests on it: which column became what, the first rows, the
/// counts, what is wrong. `format` says how the file is written, empty where it could not be opened.
public record AssetListPreview(
        String file, String format, List<SheetPreview> sheets, List<String> sheetsNotRead, List<Problem> problems) {
    public AssetListPreview {
        sheets = List.copyOf(sheets);
        sheetsNotRead = List.copyOf(sheetsNotRead);
        problems = List.copyOf(problems);
    }

    /// The counts of all sheets together.
    public RowCounts counts() {
        return sheets.stream().map(SheetPreview::counts).reduce(RowCounts.NONE, RowCounts::plus);
    }
}
