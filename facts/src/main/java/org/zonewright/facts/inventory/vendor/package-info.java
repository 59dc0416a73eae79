/// Who made a network interface, by the prefix of its MAC address.
///
/// Start with `MacVendors`.
@NullMarked
package org.zonewright.facts.inventory.vendor;

import org.jspecify.annotations.NullMarked;
