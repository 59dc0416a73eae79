<<<<<<< HEAD
/// Beckhoff ADS over AMS/TCP (Beckhoff Information System, TwinCAT ADS/AMS specification).
///
/// Covered: commands as functions, with look-ups told from writes by their index group; refused answers; names of devices
/// and their AMS Net ids. Not covered: contents, notifications' samples, the discovery over UDP 48899 (named only), secure
/// ADS.
=======
/// ADS, the protocol of TwinCAT controllers, over AMS/TCP.
///
/// Covered: commands, results as refusals, net ids, name and version of the service that answers Read Device Info.
/// Read and Write is a write here though many tools read by it. Not covered: index groups, values, names of symbols,
/// discovery and routes over UDP (port 48899), ADS over TLS.
>>>>>>> industrial
@NullMarked
package org.zonewright.traffic.ads;

import org.jspecify.annotations.NullMarked;
