/// How servers of serial lines are found and set up: Lantronix (UDP port 30718, as the user guides of its device
/// servers
/// describe) and Moxa NPort (UDP port 4800, as public scanners show).
///
/// Covered: what is asked, as functions; that an answer is Moxa's, where the maker's prefix of its MAC address proves
/// it. Not verified against captures. Settings in answers of Lantronix servers hold a password in the clear and are
/// not read; that they are asked for is counted.
@NullMarked
package org.zonewright.traffic.serialserver;

import org.jspecify.annotations.NullMarked;
