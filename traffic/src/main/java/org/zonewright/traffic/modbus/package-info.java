/// Modbus/TCP (Modbus Messaging on TCP/IP Implementation Guide V1.0b; Modbus Application Protocol V1.1b3), also over
/// UDP.
///
/// Covered: the MBAP header, all public function codes by name, user-defined codes as data, exceptions, unit ids,
/// device identification (function 43, MEI type 14). Not covered: register contents; RTU or ASCII frames tunnelled
/// over TCP. Schneider's function 90 (UMAS) is named and counted as a function only.
@NullMarked
package org.zonewright.traffic.modbus;

import org.jspecify.annotations.NullMarked;
