/// Asset lists: tables with one device a row, as engineers keep them, in CSV or XLSX.
///
/// - **heading**: the cell that names a column. **Field**: what a column says of a device
///   ([org.zonewright.intake.list.ListField]); which headings mean which field is data, in `headings.txt`.
/// - **mapping**: a person's word on what the columns of one list mean ([org.zonewright.intake.list.ColumnMapping]).
/// - A row is **usable** if it has an address, **unplaced** if it describes a device without one, **refused** if it
///   repeats another row; every row is one of the three.
///
/// Start with [org.zonewright.intake.list.AssetLists].
@NullMarked
package org.zonewright.intake.list;

import org.jspecify.annotations.NullMarked;
