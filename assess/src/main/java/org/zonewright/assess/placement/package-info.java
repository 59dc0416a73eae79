/// Which documented asset, zone or conduit each observed asset is.
///
/// [org.zonewright.assess.placement.Placer] compares the `match` lines of the document with the inventory; what none
/// of them names is an unknown asset, and stands in the zone in which its address lies. An address inside a zone's
/// network is a known place and not a known asset. Start with [org.zonewright.assess.placement.Placement].
@NullMarked
package org.zonewright.assess.placement;

import org.jspecify.annotations.NullMarked;
