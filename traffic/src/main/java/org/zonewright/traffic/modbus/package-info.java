/// Modbus/TCP (Modbus Messaging on TCP/IP Implementation Guide V1.0b; Modbus Application Protocol V1.1b3), also over
/// UDP.
///
/// Covered: the MBAP header, all public function codes by name, user-defined codes as data, exceptions, unit ids,
/// device identification (function 43, MEI type 14). Not covered: register contents; RTU or ASCII frames tunnelled
/// over TCP. What Schneider's function 90 carries has its own package, `org.zonewright.traffic.umas`; it is counted
/// here as one function of the class program all the same.
@NullMarked
package org.zonewright.traffic.modbus;

import org.jspecify.annotations.NullMarked;
