/// The plant document as tables: side files in CSV or JSON lines, and a workbook with one sheet a list.
///
/// Start with [org.zonewright.plant.sheet.PlantWorkbook]; `docs/plant-document.md` says how keys become columns.
@NullMarked
package org.zonewright.plant.sheet;

import org.jspecify.annotations.NullMarked;
