/// OPC UA over TCP in binary encoding (OPC 10000-4 and OPC 10000-6, release 1.05).
///
/// Covered: chunks, services of requests by the id of their encoding, bad results and faults as refusals, the
/// security policy and mode of a channel (where the request is encrypted, the mode is seen from whether messages can
/// be read), endpoints with the security and the user tokens they offer and application descriptions from Get
/// Endpoints, Find Servers and Create Session. Not covered: values, node ids, user names; encrypted messages beyond
/// opening and closing their channel; messages of more than one chunk beyond the first; PubSub, HTTPS, JSON and XML
/// encodings.
///
/// Start with `OpcUaDissector`.
@NullMarked
package org.zonewright.traffic.opcua;

import org.jspecify.annotations.NullMarked;
