/// CoAP over UDP (RFC 7252; methods of RFC 8132).
///
/// Covered: methods as functions, a search for resources (`/.well-known/core`) apart from other reads; refusals that
/// come with the acknowledgement. Not covered: paths and payloads, answers that come later on their own, blocks, CoAP
/// over TCP; over DTLS only DTLS is seen.
@NullMarked
package org.zonewright.traffic.coap;

import org.jspecify.annotations.NullMarked;
