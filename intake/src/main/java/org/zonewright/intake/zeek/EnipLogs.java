package org.zonewright.intake.zeek;

import java.util.List;
import java.util.Locale;
import org.zonewright.facts.Address;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.Function;
import org.zonewright.intake.source.LogRecord;
import org.zonewright.intake.source.NumberText;

/// Reads `enip`, `cip` and `cip_identity` of ICSNPP-ENIP.
final class EnipLogs {
    private static final String ENIP = "enip";
    private static final String CIP = "cip";
    private static final int CONNECTION_MANAGER = 6;
    private static final int EMBEDDED_ERROR = 0x1e; // an inner service failed: its own answer says so
    private static final int PARTIAL = 0x06;

    private EnipLogs() {}

    /// Without `is_orig` (before 2023) the direction of a command is not known: it is told as asked.
    static void commands(ZeekRow row) {
        LogRecord record = row.record();
        long code = record.number(record.has("enip_command_code") ? "enip_command_code" : "enip_command", -1);
        if (code < 0 || code > 0xffff) {
            row.into().leftOut(row.path(), "function");
            return;
        }
        Function function = row.names().plain(ENIP, "0x%04x".formatted(code));
        boolean failed = record.text("enip_status")
                .filter(status -> !status.equalsIgnoreCase("Success"))
                .isPresent();
        if (failed || record.isFalse("is_orig")) {
            row.answer(row.transport(), ENIP, function, -1, failed);
        } else {
            row.request(row.transport(), ENIP, function, -1);
        }
    }

    static void services(ZeekRow row) {
        LogRecord record = row.record();
        long code = record.number("cip_service_code", -1);
        if (code < 0 || code > 0xff) {
            row.into().leftOut(row.path(), "function");
            return;
        }
        boolean answer = record.text("direction")
                .map(side -> side.toLowerCase(Locale.ROOT).startsWith("resp"))
                .orElse(code > 0x7f);
        Function function = service(row, (int) code & 0x7f, answer);
        if (answer) {
            long status = record.number("cip_status_code", 0);
            boolean failed = status != 0 && status != EMBEDDED_ERROR && status != PARTIAL;
            row.answer(row.transport(), CIP, function, -1, failed);
        } else {
            row.request(row.transport(), CIP, function, -1);
        }
    }

    /// The Connection Manager gives two codes a meaning of its own; an answer does not name the object, but its name
    /// for
    /// the service tells.
    private static Function service(ZeekRow row, int code, boolean answer) {
        List<Function> meanings = row.names().meanings(CIP, "0x%02x".formatted(code));
        boolean manager = answer
                ? row.record()
                        .text("cip_service")
                        .filter(name ->
                                name.equalsIgnoreCase("Forward Close") || name.equalsIgnoreCase("Unconnected Send"))
                        .isPresent()
                : row.record().number("class_id", -1) == CONNECTION_MANAGER;
        return manager ? meanings.getLast() : meanings.getFirst();
    }

    static void identity(ZeekRow row) {
        LogRecord record = row.record();
        Address device = record.address("socket_address")
                .filter(address -> address.isStation() && record.number("socket_port", 0) > 0)
                .filter(address -> address.equals(row.originator()) || address.equals(row.responder()))
                .orElseGet(() -> row.sender(false));
        row.identity(device, Attribute.VENDOR, "vendor_name", Confidence.HIGH, CIP);
        row.identity(device, new Attribute("cip.vendor-id"), "vendor_id", Confidence.HIGH, CIP);
        row.identity(device, new Attribute("cip.device-type"), "device_type_id", Confidence.HIGH, CIP);
        row.identity(device, new Attribute("cip.product-code"), "product_code", Confidence.HIGH, CIP);
        row.identity(device, Attribute.FIRMWARE, "revision", Confidence.HIGH, CIP);
        row.identity(device, Attribute.MODEL, "product_name", Confidence.HIGH, CIP);
        NumberText.hex(record.text("serial_number").orElse(""), 8)
                .ifPresent(serial -> row.identity(device, Attribute.SERIAL, serial, CIP, Confidence.HIGH));
        row.into().taken(row.path());
    }
}
