/// The plant document as YAML: reading with a line for every problem, writing, and edits that leave untouched lines
/// as they are.
///
/// Start with [org.zonewright.plant.yaml.PlantYaml]; [org.zonewright.plant.yaml.PlantEditor] changes a document that
/// people also edit.
@NullMarked
package org.zonewright.plant.yaml;

import org.jspecify.annotations.NullMarked;
