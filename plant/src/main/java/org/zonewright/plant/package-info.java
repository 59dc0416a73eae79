/// The plant document as records: the decisions the people of a site have taken.
///
/// Start with [org.zonewright.plant.Plant]. Everything is immutable; what the document leaves out is an empty
/// `Optional` or an empty list, never null and never a guess. A reference from one item to another is an id that need
/// not exist: readers report dangling ones, and look-ups answer with `Optional`.
///
/// The keys of the document, their meaning and an example of each are in `docs/plant-document.md`.
@NullMarked
package org.zonewright.plant;

import org.jspecify.annotations.NullMarked;
