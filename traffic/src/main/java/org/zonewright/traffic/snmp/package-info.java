/// SNMP versions 1, 2c and 3 (RFC 1157, 3416, 3412) in BER (X.690).
///
/// Covered: operations as functions, the version that each end speaks (`snmp.version`), and what a station's agent
/// answers or reports of its system group (RFC 3418):
/// description, object id, name, location. Not covered: other objects, encrypted version 3 (named only), contact
/// persons.
/// Community strings and security parameters are stepped over and never read.
///
/// Start with `SnmpDissector`.
@NullMarked
package org.zonewright.traffic.snmp;

import org.jspecify.annotations.NullMarked;
