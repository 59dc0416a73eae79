/// RTPS, the wire protocol of DDS, over UDP (OMG DDSI-RTPS 2.5).
///
/// Covered: vendor and prefix of the sender, announcements of participants with name, domain and what RTI's
/// implementation tells of host, account and product; announcements of endpoints and data apart as functions. Not
/// covered: topics and types, data, fragments, RTPS over TCP, what DDS Security encrypts.
///
/// Start with `RtpsDissector`.
@NullMarked
package org.zonewright.traffic.rtps;

import org.jspecify.annotations.NullMarked;
