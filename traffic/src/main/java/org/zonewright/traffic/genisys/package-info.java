/// Genisys (Union Switch & Signal, Ansaldo STS) over TCP: the code line between an office and the controllers of
/// railway signals. No specification was at hand: messages are read as captures and public descriptions show them.
///
/// Covered: messages of both sides as functions, station addresses, answers to the last message of the office. The
/// check of a message is computed, so the port does not matter.
/// Not covered: bits of controls and indications.
@NullMarked
package org.zonewright.traffic.genisys;

import org.jspecify.annotations.NullMarked;
