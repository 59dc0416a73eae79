/// The programming protocol of Red Lion's Crimson v3, TCP port 789. There is no public specification: length, register
/// and the two registers that identify a panel are as captures and the public scanners show them; others are data.
@NullMarked
package org.zonewright.traffic.crimson;

import org.jspecify.annotations.NullMarked;
