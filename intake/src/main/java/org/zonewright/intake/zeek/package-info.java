/// Logs of Zeek, tab-separated and JSON: connections, and what the logs of protocols tell of functions and stations.
///
/// Read are `conn`, `modbus`, `dnp3`, `dns`, `dhcp`, `ssh`, `http`, `ssl`, `snmp`, `ntlm`, `software` and
/// `known_devices`
/// of Zeek (layouts of versions 4 to 7), and of the ICSNPP plug-ins `modbus_detailed`, `s7comm`,
/// `s7comm_known_devices`,
/// `enip`, `cip`, `cip_identity`, `bacnet`, `bacnet_discovery`, `bacnet_property`, `opcua_binary` and its
/// `get_endpoints`. The layouts were taken from logs that their makers publish; the meaning of values that no
/// published log shows (the service result of `opcua_binary`, remarks of `modbus_detailed` other than exceptions) was
/// not verified.
///
/// Functions are named by whoever reads captures, so that both say the same. What logs cannot say is left open:
/// `dnp3` does not name objects, `conn` counts IP bytes without frames, no log knows the hops of a packet.
///
/// Start with `ZeekLogs`.
@NullMarked
package org.zonewright.intake.zeek;

import org.jspecify.annotations.NullMarked;
