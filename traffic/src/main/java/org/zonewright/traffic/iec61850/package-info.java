/// GOOSE and sampled values of IEC 61850 (editions 2 and 2.1 of parts 8-1 and 9-2), as frames and over UDP.
///
/// Covered: application id, control block, data set and identifier of GOOSE, identifiers of sampled values.
/// Not covered: values, sequence and state numbers, simulation flags, security parameters (IEC 62351-6), encrypted
/// routable messages beyond being named. Client and server messages are MMS (`org.zonewright.traffic.mms`).
///
/// Start with `PublishedFrame`.
@NullMarked
package org.zonewright.traffic.iec61850;

import org.jspecify.annotations.NullMarked;
