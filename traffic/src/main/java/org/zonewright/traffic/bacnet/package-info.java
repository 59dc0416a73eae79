/// BACnet (ASHRAE 135-2020) over IP and in IEEE 802.2 frames.
///
/// Covered: the link header of BACnet/IP with forwarded messages, the network header, services of requests (each
/// segment counts), acknowledgements, errors, rejects and aborts; device instance and vendor from I-Am, texts of the
/// device object from I-Have, Read Property and Read Property Multiple (of segmented answers the first), types of the
/// objects that were read. What comes from a station of another network is said of a child of the router
/// (`bacnet.station`), the origin of a forwarded message as itself. Messages between routers and broadcast managers are
/// functions of `bacnet-network`. MS/TP is read as Cimetrics' recorder writes it into Ethernet frames (layout taken
/// from
/// captures).
/// Not covered: values, later segments beyond their service, MS/TP on a serial capture and its extended frames,
/// BACnet/SC, IPv6 (annex U).
///
/// Start with `BacnetDissector`.
@NullMarked
package org.zonewright.traffic.bacnet;

import org.jspecify.annotations.NullMarked;
