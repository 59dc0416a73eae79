/// Ethernet Global Data (GE Fanuc GFK-1541, appendix on EGD; class 1 data messages) over UDP port 18246.
///
/// Covered: data messages with the producer's id and the exchanges it produces, the signature of their configuration.
/// Not covered: the values; EGD commands and the configuration protocol on UDP port 7937, of which no public format
/// could be checked: data and configuration are told apart by their ports only.
@NullMarked
package org.zonewright.traffic.egd;

import org.jspecify.annotations.NullMarked;
