/// Exports of NetBox in JSON, as its API gives them: devices, virtual machines, IP addresses, interfaces (NetBox 3
/// and 4). Exports in CSV are asset lists and are read as such.
///
/// Start with `NetboxExport`.
@NullMarked
package org.zonewright.intake.netbox;

import org.jspecify.annotations.NullMarked;
