/// ADS, the protocol of TwinCAT controllers, over AMS/TCP.
///
/// Covered: commands, results as refusals, net ids, name and version of the service that answers Read Device Info.
/// Read and Write is a write here though many tools read by it. Not covered: index groups, values, names of symbols,
/// discovery and routes over UDP (port 48899), ADS over TLS.
@NullMarked
package org.zonewright.traffic.ads;

import org.jspecify.annotations.NullMarked;
