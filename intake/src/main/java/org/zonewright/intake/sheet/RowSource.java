package org.zonewright.intake.sheet;

import java.util.Optional;

/// The rows of one sheet from top to bottom, once. Rows without text may be left out; their numbers are skipped.
/// One thread.
public interface RowSource {
    /// The next row, empty at the end.
    ///
    /// @throws RefusedSheet if the rest cannot be read; the rows given before hold
    Optional<SheetRow> next() throws RefusedSheet;
}
