/// The names of things in a plant document, each kind a type of its own so that a zone is never taken for a conduit.
///
/// Start with [org.zonewright.plant.id.Id].
@NullMarked
package org.zonewright.plant.id;

import org.jspecify.annotations.NullMarked;
