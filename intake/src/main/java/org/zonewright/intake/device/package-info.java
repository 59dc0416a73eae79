/// Descriptions of types of devices by their makers: GSDML (PROFINET) and EDS (EtherNet/IP).
///
/// They say nothing about a plant's stations. A station whose vendor and device numbers were observed gets the names
/// that
/// a description has for them, as if the number had been looked up; the file is the source of the name.
///
/// Start with `DescribedStations`.
@NullMarked
package org.zonewright.intake.device;

import org.jspecify.annotations.NullMarked;
