package org.zonewright.intake.zeek;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.zonewright.intake.FunctionNames;
import org.zonewright.intake.IntakeProblem;
import org.zonewright.intake.source.Gathering;
import org.zonewright.intake.source.LogRecord;

/// The kinds of logs that are read, one line each, and who reads them. Others are counted as left out. Mutable
/// through its readers; one thread; one file.
final class ZeekKinds {
    private final Map<String, ZeekKind> connections = new HashMap<>();
    private final Map<String, StationLogs.Kind> stations = new HashMap<>();

    ZeekKinds() {
        ModbusLogs modbus = new ModbusLogs();
        BacnetLogs bacnet = new BacnetLogs();
        connections.put(ConnectionLog.PATH, ConnectionLog::read);
        connections.put("modbus", modbus::read);
        connections.put("modbus_detailed", modbus::read);
        connections.put("dnp3", Dnp3Logs::read);
        connections.put("s7comm", S7Logs::messages);
        connections.put("s7comm_known_devices", S7Logs::devices);
        connections.put("enip", EnipLogs::commands);
        connections.put("cip", EnipLogs::services);
        connections.put("cip_identity", EnipLogs::identity);
        connections.put("bacnet", bacnet::messages);
        connections.put("bacnet_discovery", BacnetLogs::discovery);
        connections.put("bacnet_property", BacnetLogs::properties);
        connections.put("opcua_binary", OpcUaLogs::messages);
        connections.put("opcua_binary_get_endpoints", OpcUaLogs::endpoints);
        connections.put("opcua_binary_get_endpoints_description", OpcUaLogs::endpoints);
        connections.put("dns", ServiceLogs::dns);
        connections.put("ssh", ServiceLogs::ssh);
        connections.put("http", ServiceLogs::http);
        connections.put("ssl", ServiceLogs::tls);
        connections.put("snmp", ServiceLogs::snmp);
        connections.put("ntlm", ServiceLogs::ntlm);
        stations.put("dhcp", StationLogs::dhcp);
        stations.put("software", StationLogs::software);
        stations.put("known_devices", StationLogs::devices);
    }

    /// Takes one record.
    void read(LogRecord record, String path, Gathering into, ZeekFolder folder, FunctionNames names) {
        StationLogs.Kind station = stations.get(path);
        ZeekKind kind = connections.get(path);
        if (station != null) {
            station.read(record, path, into);
        } else if (kind == null) {
            into.unreadKind(path);
        } else {
            Optional<ZeekRow> row = ZeekRow.of(record, path, into, folder, names);
            if (row.isEmpty()) {
                into.leftOut(path, "address");
                into.log().report(IntakeProblem.SOURCE_BAD_ROW, into.at(record.line()), "no two addresses");
            } else {
                kind.read(row.get());
            }
        }
    }
}
