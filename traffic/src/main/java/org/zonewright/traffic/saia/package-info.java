/// SAIA S-Bus over Ethernet (Saia-Burgess Controls, manual 26/739, Ether-S-Bus) over UDP and TCP, port 5050.
///
/// Covered: commands as functions with the station asked, answers and refusals, type and firmware of a controller as it
/// answers command 32. Not covered: values, the check of a telegram; Ether-S-IO.
@NullMarked
package org.zonewright.traffic.saia;

import org.jspecify.annotations.NullMarked;
