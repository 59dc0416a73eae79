/// Files of rows and columns, CSV and XLSX, as rows of plain text.
///
/// A [org.zonewright.intake.sheet.SheetFile] has one or more sheets, a [org.zonewright.intake.sheet.RowSource] gives
/// the rows of one. Files come from anywhere, so every count and length is bounded by
/// [org.zonewright.intake.sheet.SheetLimits]; a file that breaks a bound is refused with a problem, never read until
/// the memory is full. Nothing is evaluated: a formula is the value that the spreadsheet program stored for it.
///
/// Start with [org.zonewright.intake.sheet.SheetFile#open]. Nothing here knows what a row means.
@NullMarked
package org.zonewright.intake.sheet;

import org.jspecify.annotations.NullMarked;
