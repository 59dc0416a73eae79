/// The draft: zones and conduits that the facts propose, as an input to ZCR 3.1.
///
/// - A *segment* is what shares one network of one realm (an address prefix); it is what today's network can keep
/// apart.
/// - The *nature* of an asset is what it does: control, operate, serve the network, do business, stand outside.
/// - A segment's natures give its *function*; the cuts of ZCR 3.2 to 3.6 and cells are *carved* out of it where the
///   network does not part them yet.
///
/// Facts know neither risk nor intent: ZCR 1.1 and 2.1 are outstanding, every step leaves its reason, and what is not
/// certain is a question to the engineer. Nothing is dropped: what could not be placed is listed.
///
/// Start with [org.zonewright.assess.partition.Drafter].
@NullMarked
package org.zonewright.assess.partition;

import org.jspecify.annotations.NullMarked;
