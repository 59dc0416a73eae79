/// FOUNDATION Fieldbus High Speed Ethernet (FF-588, Field Device Access Agent; FF-589, HSE System Management), ports
/// 1089
/// to 1091.
///
/// Covered: services of sessions, system management, FMS and LAN redundancy as functions, their errors; device id,
/// tag and address as devices announce them or answer. Not covered: contents of FMS services, trailers.
@NullMarked
package org.zonewright.traffic.ffhse;

import org.jspecify.annotations.NullMarked;
