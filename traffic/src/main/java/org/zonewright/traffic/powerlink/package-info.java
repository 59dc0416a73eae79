/// Ethernet POWERLINK version 2 (EPSG DS 301 V1.3.0) in frames of EtherType 0x88ab and in datagrams to port 3819.
///
/// Covered: message types as functions, the service that a managing node asks for and an asynchronous message brings,
/// NMT commands, SDO commands; node ids; from IdentResponse vendor, product code, revision, serial number, IP address,
/// network and host name.
/// Not covered: process data, the objects of SDO; version 1 (EtherType 0x3e3f) is only named.
///
/// Start with `PowerlinkDissector`.
@NullMarked
package org.zonewright.traffic.powerlink;

import org.jspecify.annotations.NullMarked;
