/// Substation configurations in SCL (IEC 61850-6, editions 1 and 2: `.scd`, `.cid`, `.icd`, `.iid`, `.ssd`).
///
/// Read are intelligent electronic devices with the addresses of their access points, and who is meant to talk to
/// whom: GOOSE and sampled values to their group addresses with the control blocks, subscribers by `IEDName` and
/// `ExtRef`, and clients of reports by `ClientLN`. All of it is documented: what an engineer planned. Left out:
/// substation topology, data types, values, the settings of control blocks.
///
/// Start with `SclFile`.
@NullMarked
package org.zonewright.intake.scl;

import org.jspecify.annotations.NullMarked;
