/// PROFINET IO (IEC 61158-6-10): frames of EtherType 0x8892 and connection management over UDP.
///
/// Covered: DCP services with names, types, ids, roles and addresses that stations give of themselves, kinds of what
/// Set sets; cyclic data with its class by frame id, alarms as functions (both `profinet-rt`) and the precision clock
/// protocol (`profinet-ptcp`); operations of connection management (`profinet-cm`), the initiator's name and ids, the
/// identification records I&M 0 and 1.
/// Not covered: the values that Set sets, values and their submodules, alarms' content, later fragments of connection
/// management, encrypted connection management, real time over UDP.
///
/// Start with `ProfinetDissector` and `ConnectionManagementDissector`.
@NullMarked
package org.zonewright.traffic.profinet;

import org.jspecify.annotations.NullMarked;
