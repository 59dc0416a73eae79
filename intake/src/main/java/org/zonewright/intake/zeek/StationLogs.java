package org.zonewright.intake.zeek;

import java.util.Locale;
import org.zonewright.base.SourceRef;
import org.zonewright.facts.Address;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.VantagePoint;
import org.zonewright.intake.source.Gathering;
import org.zonewright.intake.source.LogRecord;

/// Reads logs that tell of one station: `dhcp`, `software`, `known_devices`.
final class StationLogs {
    private static final String DHCP = "dhcp";

    /// What is made of a record that names no connection.
    @FunctionalInterface
    interface Kind {
        void read(LogRecord record, String path, Gathering into);
    }

    private StationLogs() {}

    /// One record a conversation with the server. An address is the client's once the server has acknowledged it.
    static void dhcp(LogRecord record, String path, Gathering into) {
        Address client = record.address("mac").filter(Address::isStation).orElse(null);
        if (client == null) {
            into.leftOut(path, "address");
            return;
        }
        VantagePoint vantage = into.vantage();
        SourceRef where = into.at(record.line());
        for (String field : new String[] {"host_name", "client_fqdn"}) {
            record.text(field)
                    .ifPresent(
                            name -> into.identity(vantage, client, Attribute.NAME, name, DHCP, Confidence.HIGH, where));
        }
        boolean given = record.texts("msg_types").contains("ACK");
        record.address(given && record.has("assigned_addr") ? "assigned_addr" : "client_addr")
                .filter(address -> address.isStation() && !address.isLoopback())
                .ifPresent(address -> into.identity(
                        vantage, client, Attribute.OWNS_ADDRESS, address.toString(), DHCP, Confidence.HIGH, where));
        record.address("server_addr")
                .ifPresent(server -> into.identity(
                        vantage, server, Attribute.ANNOUNCED_ROLE, "dhcp-server", DHCP, Confidence.HIGH, where));
        into.taken(path);
    }

    /// Programs and systems that Zeek recognised by what a station says.
    static void software(LogRecord record, String path, Gathering into) {
        Address host = record.address("host").orElse(null);
        if (host == null) {
            into.leftOut(path, "address");
            return;
        }
        String type = record.text("software_type").orElse("").toUpperCase(Locale.ROOT);
        String found = record.anyText("unparsed_version", "name").orElse("");
        Attribute attribute = type.startsWith("OS::")
                ? Attribute.OPERATING_SYSTEM
                : type.endsWith("SERVER") ? Attribute.DESCRIPTION : new Attribute("zeek.software");
        into.identity(into.vantage(), host, attribute, found, "zeek", Confidence.MEDIUM, into.at(record.line()));
        into.taken(path);
    }

    /// MAC addresses with the name they gave a DHCP server.
    static void devices(LogRecord record, String path, Gathering into) {
        Address mac = record.address("mac").orElse(null);
        if (mac == null || !record.has("dhcp_host_name")) {
            into.leftOut(path, mac == null ? "address" : "no-identity");
            return;
        }
        into.identity(
                into.vantage(),
                mac,
                Attribute.NAME,
                record.text("dhcp_host_name").orElse(""),
                DHCP,
                Confidence.HIGH,
                into.at(record.line()));
        into.taken(path);
    }
}
