/// ADS, the protocol of TwinCAT controllers, over AMS/TCP (Beckhoff Information System, TwinCAT ADS/AMS
/// specification), and the discovery of stations over UDP (port 48899, not published: as captures show it).
///
/// Covered: commands, results as refusals, net ids, name and version of the service that answers Read Device Info;
/// names, operating systems and TwinCAT versions of stations that answer a search, accounts used to add a route. Read
/// and Write is a write here though many tools read by it; Write Control, which starts and stops, is of the class
/// operate. Not covered: index groups, values, names of symbols, ADS over TLS, passwords of routes.
///
/// Start with `AdsDissector`.
@NullMarked
package org.zonewright.traffic.ads;

import org.jspecify.annotations.NullMarked;
