/// Reports of active scanners: Nmap (`-oX`) and Nessus (`.nessus`, NessusClientData_v2).
///
/// A report is a document: it says what a tool found out by asking, at another time. Read are stations with their
/// addresses, names, systems, open ports and what scripts of control protocols told; vulnerabilities are counted and
/// left
/// out, since they are no facts about what a station is. Policies of Nessus, which may hold credentials, are not
/// looked at.
///
/// Start with `NmapReport`.
@NullMarked
package org.zonewright.intake.scan;

import org.jspecify.annotations.NullMarked;
