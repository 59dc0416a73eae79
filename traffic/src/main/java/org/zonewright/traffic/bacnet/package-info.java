/// BACnet (ASHRAE 135-2020) over IP and in IEEE 802.2 frames.
///
/// Covered: the link header of BACnet/IP with forwarded messages, the network header, services of requests (each
/// segment counts), acknowledgements, errors, rejects and aborts; device instance and vendor from I-Am, texts of the
/// device object from Read Property and Read Property Multiple. A station behind a router is named as such on the
/// router (`bacnet.routed-device-instance`), the origin of a forwarded message as itself.
/// Not covered: values, segmented answers beyond their service, network-layer messages, MS/TP on a serial capture,
/// BACnet/SC, IPv6 (annex U).
///
/// Start with `BacnetDissector`.
@NullMarked
package org.zonewright.traffic.bacnet;

import org.jspecify.annotations.NullMarked;
