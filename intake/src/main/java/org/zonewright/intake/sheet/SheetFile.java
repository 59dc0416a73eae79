package org.zonewright.intake.sheet;

import java.util.List;
import java.util.Optional;
import org.zonewright.base.ProblemLog;
import org.zonewright.intake.IntakeProblem;

/// A file of one or more sheets, told by its content and never by its name. Keeps the file's bytes; immutable.
public sealed interface SheetFile permits CsvFile, XlsxFile {

    /// The names of the sheets in their order; a CSV file has one, whose name is empty.
    List<String> sheets();

    /// True for a sheet that its program does not show.
    boolean isHidden(int sheet);

    /// The rows of a sheet, from its start each time; problems with single cells go to `log`.
    RowSource rows(int sheet, ProblemLog log) throws RefusedSheet;

    /// How the file is written, in words that a preview shows, such as `CSV, UTF-8, delimiter ;`.
    String format();

    /// Opens the file's bytes as what they are.
    ///
    /// @param file the name for problems
    /// @param delimiter between the cells of a CSV file; guessed where absent
    static SheetFile open(String file, byte[] bytes, Optional<Character> delimiter, ProblemLog log)
            throws RefusedSheet {
        if (bytes.length == 0) {
            throw new RefusedSheet(IntakeProblem.EMPTY);
        }
        if (bytes.length > SheetLimits.MAX_FILE_BYTES) {
            throw new RefusedSheet(IntakeProblem.TOO_LONG, SheetLimits.megabytes(SheetLimits.MAX_FILE_BYTES));
        }
        CompoundFile.refuse(bytes);
        return WorkbookParts.isArchive(bytes) ? XlsxFile.open(file, bytes) : CsvFile.open(file, bytes, delimiter, log);
    }
}
