/// Events of Suricata (EVE JSON, versions 5 to 8): flows, and what events of protocols tell of functions and
/// stations.
///
/// Read are the events `flow`, `modbus`, `dnp3`, `enip`, `dhcp`, `tls`, `ssh`, `http`, `dns` and `smb`. Field names
/// were
/// taken from the sources of the loggers that are public. Of `enip` the commands and the identity are read; CIP
/// services
/// are written by name only and are left out. `netflow` events repeat the flows one way each and are left out, as are
/// alerts, statistics, files and the rest.
///
/// Start with `EveLog`.
@NullMarked
package org.zonewright.intake.suricata;

import org.jspecify.annotations.NullMarked;
