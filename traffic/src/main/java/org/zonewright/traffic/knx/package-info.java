/// KNXnet/IP (ISO 22510, KNX Standard volume 3/8) over UDP and TCP, with the services that cEMI frames carry.
///
/// Covered: services as functions; what is done to the bus through tunnels, routers and device management; from search
/// and description responses name, serial number, MAC address, individual address, medium and the services a device
/// offers, secure ones among them.
/// Not covered: group addresses and values, what secure wrappers hold, cEMI frames with additional information of more
/// than the message says.
///
/// Start with `KnxDissector`.
@NullMarked
package org.zonewright.traffic.knx;

import org.jspecify.annotations.NullMarked;
