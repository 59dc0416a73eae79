/// The zone-and-conduit drawing (ZCR 6.3) as a printable SVG sheet.
///
/// - A *band* is a level of the Purdue order, from external and enterprise (top) to the process (bottom). It orders
///   the
///   picture and says nothing about zones.
/// - A *row* is a line of zones inside a band; a *channel* is the space between two rows, in which conduits run in
///   *tracks*. Conduits that pass a row do so through a *lane* between its zones.
/// - A *port* is where a conduit meets a zone's border; beside it stands the *tag*, the conduit's number, at both
///   ends.
///
/// Zones are closed boxes; a sub-zone stands inside its parent to the right of the parent's own column, so that a
/// port of either can be reached from above and below without crossing anything. The whole is laid out in whole
/// pixels by own code, always in the same way, and scaled to an ISO A sheet.
///
/// Start with [org.zonewright.report.drawing.ZoneDrawing], the input, and
/// [org.zonewright.report.drawing.ZoneDrawingSvg], which draws it.
@NullMarked
package org.zonewright.report.drawing;

import org.jspecify.annotations.NullMarked;
