package org.zonewright.intake.netbox;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.zonewright.facts.Address;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Basis;
import org.zonewright.facts.Confidence;
import org.zonewright.intake.IntakeProblem;
import org.zonewright.intake.source.Gathering;
import org.zonewright.intake.source.JsonRecords;
import org.zonewright.intake.source.ListedStation;
import org.zonewright.intake.source.LogFile;
import org.zonewright.intake.source.LogRecord;
import org.zonewright.intake.source.SourceFormat;
import org.zonewright.intake.source.SourceReading;

/// Reads an export. Mutable; one thread; one file.
public final class NetboxExport {
    private static final String METHOD = "netbox";

    /// What of a device or machine is told, by the field it stands in.
    private static final Map<String, Attribute> FIELDS = Map.ofEntries(
            Map.entry("name", Attribute.NAME),
            Map.entry("device_type.manufacturer.name", Attribute.VENDOR),
            Map.entry("device_type.model", Attribute.MODEL),
            Map.entry("serial", Attribute.SERIAL),
            Map.entry("platform.name", Attribute.OPERATING_SYSTEM),
            Map.entry("description", Attribute.DESCRIPTION),
            Map.entry("site.name", Attribute.LOCATION),
            Map.entry("asset_tag", new Attribute("netbox.asset-tag")),
            Map.entry("role.name", new Attribute("netbox.role")),
            Map.entry("device_role.name", new Attribute("netbox.role")),
            Map.entry("location.name", new Attribute("netbox.location")),
            Map.entry("rack.name", new Attribute("netbox.rack")),
            Map.entry("tenant.name", new Attribute("netbox.tenant")),
            Map.entry("cluster.name", new Attribute("netbox.cluster")),
            Map.entry("status.value", new Attribute("netbox.status")));

    private final Gathering into;

    private NetboxExport(Gathering into) {
        this.into = into;
    }

    /// True if the start of a file is that of an export: objects with addresses of NetBox's API.
    public static boolean recognises(String start) {
        String first = start.stripLeading();
        return (first.startsWith("{") || first.startsWith("["))
                && (start.contains("/api/dcim/")
                        || start.contains("/api/ipam/")
                        || start.contains("/api/virtualization/"));
    }

    /// Reads a file.
    public static SourceReading read(Path file) {
        Gathering into = new Gathering(file.toString(), file.toString(), SourceFormat.NETBOX, Basis.DOCUMENTED);
        NetboxExport export = new NetboxExport(into);
        String digest = LogFile.bytes(file, into, in -> JsonRecords.objects(in, "results", export::record));
        return into.finish(digest);
    }

    private void record(LogRecord record) {
        String url = record.text("url").orElse("").toLowerCase(Locale.ROOT);
        if (url.contains("/dcim/devices/") || url.contains("/virtualization/virtual-machines/")) {
            device(record, url.contains("/devices/") ? "device" : "virtual machine");
        } else if (url.contains("/ipam/ip-addresses/")) {
            address(record);
        } else if (url.contains("/interfaces/")) {
            networkInterface(record);
        } else {
            into.unreadKind(kind(url));
        }
    }

    /// `prefixes` of `…/api/ipam/prefixes/7/`.
    private static String kind(String url) {
        int api = url.indexOf("/api/");
        int from = api < 0 ? -1 : url.indexOf('/', api + 5);
        int to = from < 0 ? -1 : url.indexOf('/', from + 1);
        return to < 0 ? "object" : url.substring(from + 1, to);
    }

    private void device(LogRecord record, String kind) {
        ListedStation station = new ListedStation(METHOD, record.line());
        FIELDS.forEach((field, attribute) -> value(record, field, attribute, station));
        for (String field : new String[] {"primary_ip4.address", "primary_ip6.address", "primary_ip.address"}) {
            address(record, field, station);
        }
        tell(station, kind);
    }

    private void address(LogRecord record) {
        ListedStation station = new ListedStation(METHOD, record.line());
        address(record, "address", station);
        record.anyText("assigned_object.device.name", "assigned_object.virtual_machine.name")
                .ifPresent(name -> station.value(Attribute.NAME, name, Confidence.MEDIUM, record.line()));
        value(record, "dns_name", Attribute.NAME, station);
        value(record, "description", Attribute.DESCRIPTION, station);
        value(record, "status.value", new Attribute("netbox.status"), station);
        value(record, "vrf.name", new Attribute("netbox.vrf"), station);
        tell(station, "IP address");
    }

    private void networkInterface(LogRecord record) {
        ListedStation station = new ListedStation(METHOD, record.line());
        record.anyText("primary_mac_address.mac_address", "mac_addresses[0].mac_address", "mac_address")
                .ifPresent(text -> address(text, record.line(), station));
        record.anyText("device.name", "virtual_machine.name")
                .ifPresent(name -> station.value(Attribute.NAME, name, Confidence.MEDIUM, record.line()));
        value(record, "name", new Attribute("netbox.interface"), station);
        tell(station, "interface");
    }

    private void tell(ListedStation station, String kind) {
        if (station.hasAddress()) {
            station.tell(into.vantage(), into);
            into.show(station.display());
            into.taken(kind);
        } else {
            into.leftOut(kind, "address");
        }
    }

    private static void value(LogRecord record, String field, Attribute attribute, ListedStation station) {
        record.text(field).ifPresent(text -> station.value(attribute, text, Confidence.MEDIUM, record.line()));
    }

    private void address(LogRecord record, String field, ListedStation station) {
        record.text(field).ifPresent(text -> address(text, record.line(), station));
    }

    /// `10.0.0.7/24`, or a MAC address.
    private void address(String text, int line, ListedStation station) {
        int slash = text.indexOf('/');
        Optional<Address> address = Address.parse(slash < 0 ? text : text.substring(0, slash));
        address.ifPresentOrElse(found -> station.address(found, line), () -> into.log()
                .report(IntakeProblem.SOURCE_BAD_ADDRESS, into.at(line), text));
    }
}
