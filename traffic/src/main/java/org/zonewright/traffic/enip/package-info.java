/// EtherNet/IP (ODVA, The CIP Networks Library, volume 2): CIP over TCP and UDP.
///
/// Covered: the encapsulation and its commands over TCP and UDP, the items of its common packet format that carry CIP
/// messages (`org.zonewright.traffic.cip`), identity from List Identity; implicit messages (UDP port 2222) are
/// recognised. Not covered: values of implicit messages, and which request opened their connection; Start DTLS is
/// named, what follows it is not read.
///
/// Start with `EnipDissector`.
@NullMarked
package org.zonewright.traffic.enip;

import org.jspecify.annotations.NullMarked;
