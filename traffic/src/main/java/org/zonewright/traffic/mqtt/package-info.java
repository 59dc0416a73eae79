/// MQTT 3.1, 3.1.1 and 5.0 (OASIS), and Sparkplug B 3.0 (Eclipse) by its topics.
///
/// Covered: kinds of packets as functions from either side, refused connections, the client's id, version and account
/// from its first packet; of Sparkplug the message types as functions, and group, edge node and device as identity of
/// the edge node that publishes. Not covered: other topics, payloads; passwords are stepped over. MQTT over TLS is
/// TLS.
///
/// Start with `MqttDissector`.
@NullMarked
package org.zonewright.traffic.mqtt;

import org.jspecify.annotations.NullMarked;
