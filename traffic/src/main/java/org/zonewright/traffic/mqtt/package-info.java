/// MQTT 3.1, 3.1.1 and 5.0 (OASIS).
///
/// Covered: kinds of packets as functions, the client's id and account from its first packet. Not covered: topics and
/// payloads; passwords are stepped over.
@NullMarked
package org.zonewright.traffic.mqtt;

import org.jspecify.annotations.NullMarked;
