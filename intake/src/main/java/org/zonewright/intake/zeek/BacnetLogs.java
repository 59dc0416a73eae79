package org.zonewright.intake.zeek;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zonewright.facts.Address;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.Function;
import org.zonewright.facts.Transport;
import org.zonewright.intake.source.LogRecord;

/// Reads `bacnet`, `bacnet_discovery` and `bacnet_property` of ICSNPP-BACnet. A refusal does not name the service it
/// refuses, so that is remembered by its invoke id. Mutable; one thread; one file.
final class BacnetLogs {
    private static final String BACNET = "bacnet";
    private static final Attribute INSTANCE = new Attribute("bacnet.device-instance");
    private static final Attribute ROUTED_INSTANCE = new Attribute("bacnet.routed-device-instance");
    private static final Attribute APPLICATION = new Attribute("bacnet.application-version");
    private static final int MAX_OPEN = 100_000;

    private final Map<String, Function> asked = new HashMap<>();

    void messages(ZeekRow row) {
        LogRecord record = row.record();
        String type = record.text("pdu_type").orElse("").toUpperCase(Locale.ROOT);
        String service = record.text("pdu_service").orElse("");
        Optional<Function> function =
                CodeNames.code(BACNET, service).map(code -> row.names().plain(BACNET, code));
        String key = row.uid() + ' ' + record.text("invoke_id").orElse("");
        switch (type) {
            case "CONFIRMED_REQUEST", "UNCONFIRMED_REQUEST" ->
                function.ifPresentOrElse(
                        known -> request(row, known, key), () -> row.into().leftOut(row.path(), "function"));
            case "SIMPLE_ACK", "COMPLEX_ACK", "ERROR_PDU", "ERROR", "REJECT_PDU", "REJECT", "ABORT_PDU", "ABORT" ->
                function.or(() -> Optional.ofNullable(asked.get(key)))
                        .ifPresentOrElse(
                                known -> row.answer(Transport.UDP, BACNET, known, -1, !type.endsWith("ACK")),
                                () -> row.into().leftOut(row.path(), "function"));
            default -> row.into().leftOut(row.path(), "no-function");
        }
    }

    private void request(ZeekRow row, Function function, String key) {
        if (asked.size() >= MAX_OPEN) {
            asked.clear();
        }
        asked.put(key, function);
        row.request(Transport.UDP, BACNET, function, -1);
    }

    /// I-Am of a device; one behind a router speaks through it (`snet`).
    static void discovery(ZeekRow row) {
        LogRecord record = row.record();
        String service = record.text("pdu_service").orElse("").replace('_', '-');
        boolean device = record.text("object_type").filter("device"::equals).isPresent();
        if (!service.startsWith("i-am") || !device) {
            row.into().leftOut(row.path(), "no-identity");
            return;
        }
        boolean routed = record.has("snet");
        Address subject = row.sender(true);
        row.identity(subject, routed ? ROUTED_INSTANCE : INSTANCE, "instance_number", Confidence.HIGH, BACNET);
        if (!routed) {
            row.identity(subject, Attribute.VENDOR, "vendor", Confidence.HIGH, BACNET);
        }
        row.into().taken(row.path());
    }

    /// Texts that a device gives of its device object.
    static void properties(ZeekRow row) {
        LogRecord record = row.record();
        boolean answer = record.text("pdu_service")
                .filter(service -> service.endsWith("ack"))
                .isPresent();
        boolean device = record.text("object_type").filter("device"::equals).isPresent();
        Attribute attribute = attribute(record.text("property").orElse("").replace('_', '-'));
        if (!answer || !device || attribute == null || record.has("snet")) {
            row.into().leftOut(row.path(), "no-identity");
            return;
        }
        row.identity(row.sender(false), attribute, "value", Confidence.HIGH, BACNET);
        row.into().taken(row.path());
    }

    private static @Nullable Attribute attribute(String property) {
        return switch (property) {
            case "object-name" -> Attribute.NAME;
            case "vendor-name" -> Attribute.VENDOR;
            case "model-name" -> Attribute.MODEL;
            case "firmware-revision" -> Attribute.FIRMWARE;
            case "application-software-version" -> APPLICATION;
            case "location" -> Attribute.LOCATION;
            case "description" -> Attribute.DESCRIPTION;
            case "serial-number" -> Attribute.SERIAL;
            default -> null;
        };
    }
}
