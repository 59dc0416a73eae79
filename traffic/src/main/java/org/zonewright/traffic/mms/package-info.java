/// MMS, the Manufacturing Message Specification (ISO 9506), as IEC 61850-8-1 and ICCP use it: over session,
/// presentation
/// and association control of the ISO stack, inside ISO transport (`org.zonewright.traffic.tpkt`).
///
/// Covered: recognition by the abstract syntax when an association is opened, or by the shape of a PDU where that was
/// not seen; confirmed services by tag, their answers, errors as refusals (where no other request stands between),
/// vendor, model and revision from Identify; by the names of IEC 61850: logical devices from Get Name List, identifiers
/// of reports, and whether the first variable of a Write is a control, a setting or a report control block.
/// Not covered: values, further variables of one Write, reports' data sets, several PDUs in one session unit, and what
/// comes after the first transport unit of a PDU that spans several.
///
/// Start with `MmsMessages`.
@NullMarked
package org.zonewright.traffic.mms;

import org.jspecify.annotations.NullMarked;
