/// The document's keys for machines (JSON Schema) and for people (the reference page), both made from the table the
/// reader uses.
@NullMarked
package org.zonewright.plant.schema;

import org.jspecify.annotations.NullMarked;
