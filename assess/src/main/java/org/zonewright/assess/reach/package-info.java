/// How far a breach gets.
///
/// A *foothold* is where somebody stands at first: an asset, a zone, the outside, a removable medium, a vendor's way
/// in. A *crossing* leads from one asset or zone to another by a service; it is *enforced* (a configuration lets it
/// through), *observed* (established traffic shows it) or *declared* (only the drawing has it). With *pivoting* every
/// asset that is reached gives its own crossings; without, only what the foothold itself can open counts. Inside a
/// zone everything reaches everything, but for what a host firewall or a serial link keeps apart.
///
/// Assets without traits of their own are one *unit* with their zone, so that the graph has as many nodes as there
/// are zones and exceptions; the closure over all zones is that of its strongly connected components.
///
/// Start with [org.zonewright.assess.reach.Reach].
@NullMarked
package org.zonewright.assess.reach;

import org.jspecify.annotations.NullMarked;
