/// From captures to facts: the door of the hot path.
///
/// Files and streams are read by `capture`, frames taken apart by `frame`, packets joined to conversations and
/// streams put in order by `flow`; what messages mean is said by one package a protocol, built on
/// [org.zonewright.traffic.dissect]. Everything inside is reused buffers and primitive tables with one owning thread;
/// what leaves is a [org.zonewright.facts.Contribution].
///
/// Start with `TrafficReader`.
@NullMarked
package org.zonewright.traffic;

import org.jspecify.annotations.NullMarked;
