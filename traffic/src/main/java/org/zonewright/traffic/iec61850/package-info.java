/// GOOSE and sampled values of IEC 61850 (editions 2 and 2.1 of parts 8-1 and 9-2), as frames and over UDP.
///
/// Covered: application id, control block, data set, identifier, configuration revision, simulation and commissioning
/// flags of GOOSE, and whether state and sequence numbers follow each other (`weird`: `state-jump`, `sequence-jump`);
/// identifiers, data set and configuration revision of sampled values, and whether their counts do (`sample-jump`).
/// Not covered: values, security parameters (IEC 62351-6), encrypted routable messages beyond being named, jumps where
/// several control blocks share one pair of addresses. Client and server messages are MMS
/// (`org.zonewright.traffic.mms`).
///
/// Start with `PublishedFrame`.
@NullMarked
package org.zonewright.traffic.iec61850;

import org.jspecify.annotations.NullMarked;
