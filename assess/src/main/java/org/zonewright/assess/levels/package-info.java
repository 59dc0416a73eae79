/// Security levels: which requirements hold where, and what level follows for each foundational requirement.
///
/// The unit of truth is one requirement at one asset, zone or conduit. From the verdicts of the assets follow those
/// of the zone, and from these its levels: the highest n for which every item up to n holds. Nothing is averaged.
///
/// Start with [org.zonewright.assess.levels.Levels]; the rules of one cell are in `CellJudge`, those of a zone or
/// conduit in `PlaceComposer`.
@NullMarked
package org.zonewright.assess.levels;

import org.jspecify.annotations.NullMarked;
