/// HART-IP (FieldComm HCF_SPEC-085, version 1 and 2) over TCP and UDP, with the HART commands inside (universal
/// commands HCF_SPEC-127, common practice commands HCF_SPEC-151, wireless commands HCF_SPEC-155).
///
/// Covered: messages of the session (`hart-ip`), commands in token-passing and direct messages (`hart`) with their
/// response codes, extended command numbers, what a device says of itself in commands 0, 11, 20, 21, 13 and 22.
/// A gateway speaks for itself and for the devices behind it: a device that is not the gateway is told as
/// `hart.device`, with its type and id, and its tags as `hart.device-tag`.
/// Not covered: values of process variables, the audit log, messages within TLS or DTLS.
///
/// Start with `HartIpDissector`.
@NullMarked
package org.zonewright.traffic.hartip;

import org.jspecify.annotations.NullMarked;
