/// Beckhoff ADS over AMS/TCP (Beckhoff Information System, TwinCAT ADS/AMS specification).
///
/// Covered: commands as functions, with look-ups told from writes by their index group; refused answers; names of
/// devices and their AMS Net ids. Not covered: contents, notifications' samples, the discovery over UDP 48899 (named
/// only), secure ADS.
@NullMarked
package org.zonewright.traffic.ads;

import org.jspecify.annotations.NullMarked;
