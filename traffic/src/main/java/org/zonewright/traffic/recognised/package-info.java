/// Protocols that are recognised and named, and not read further: one line each.
///
/// A signature is a name, the places where its messages may be found, and a test of the content. Where the test alone
/// is
/// proof, the port does not matter; where it is only plausible, the port has to agree. Frames of the link layer need
/// no test: their type is the proof. What a protocol carries is not looked at.
///
/// Start with `Recognised`; lines are in `LinkLayer`, `Network`, `RemoteAccess` and `Industrial`.
@NullMarked
package org.zonewright.traffic.recognised;

import org.jspecify.annotations.NullMarked;
