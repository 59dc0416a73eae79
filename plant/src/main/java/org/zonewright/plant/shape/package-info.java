/// The one table of the document's keys, and what follows from it: reading, writing, the schema and the reference
/// page.
///
/// A [org.zonewright.plant.shape.Shape] says how one record is written: its keys in order, each with a
/// [org.zonewright.plant.shape.Form], a meaning and an example. [org.zonewright.plant.shape.PlantShape] is the whole
/// document. Not exported: other modules meet the codecs of `yaml` and `sheet`.
@NullMarked
package org.zonewright.plant.shape;

import org.jspecify.annotations.NullMarked;
