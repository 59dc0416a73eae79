package org.zonewright.intake.zeek;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.Function;
import org.zonewright.facts.Transport;
import org.zonewright.intake.source.Conversations;
import org.zonewright.intake.source.LogRecord;

/// Reads `modbus` of Zeek and `modbus_detailed` of ICSNPP-Modbus. Of a connection that both tell of, the first that
/// is read counts the messages. Mutable; one thread; one file.
///
/// Layouts: `modbus` with `unit` and `pdu_type` (Zeek 6) tells requests from answers. The older one, of function and
/// exception, does not: its records of one function are taken in turn as a request and its answer. `modbus_detailed`
/// has
/// one record a message (`request_response`, before that `network_direction`), or, since 1.2, one a transaction
/// (`matched`).
final class ModbusLogs {
    private static final String MODBUS = "modbus";
    private static final String EXCEPTION = "_EXCEPTION";
    private static final Attribute UNIT = new Attribute("modbus.unit");
    private static final int MAX_OPEN = 100_000;

    private final Map<String, Boolean> open = new HashMap<>();

    void read(ZeekRow row) {
        LogRecord record = row.record();
        String name = record.text("func").orElse("");
        boolean exception = name.toUpperCase(Locale.ROOT).endsWith(EXCEPTION);
        String plain = exception ? name.substring(0, name.length() - EXCEPTION.length()) : name;
        Optional<String> code = CodeNames.code(MODBUS, plain);
        if (code.isEmpty()) {
            row.into().leftOut(row.path(), "function");
            return;
        }
        if (!row.folder().counts(row.uid(), MODBUS, row.path())) {
            row.into().leftOut(row.path(), "told-twice");
            return;
        }
        int number = Integer.parseInt(code.get());
        boolean refused = exception || number > 0x80 || isRefusal(record);
        Function function = row.names().plain(MODBUS, Integer.toString(number & 0x7f));
        int unit = Math.clamp(record.number(record.has("unit") ? "unit" : "unit_id", -1), -1, Integer.MAX_VALUE);
        tell(row, function, unit, refused);
    }

    private static boolean isRefusal(LogRecord record) {
        return record.has("exception")
                || record.text("misc").filter(ModbusLogs::isExceptionWord).isPresent();
    }

    /// `modbus_detailed` writes the name of an exception among other remarks.
    private static boolean isExceptionWord(String remark) {
        return switch (remark) {
            case "ILLEGAL_FUNCTION",
                    "ILLEGAL_DATA_ADDRESS",
                    "ILLEGAL_DATA_VALUE",
                    "SLAVE_DEVICE_FAILURE",
                    "ACKNOWLEDGE",
                    "SLAVE_DEVICE_BUSY",
                    "MEMORY_PARITY_ERROR",
                    "GATEWAY_PATH_UNAVAILABLE",
                    "GATEWAY_TARGET_DEVICE_FAILED_TO_RESPOND" -> true;
            default -> false;
        };
    }

    private void tell(ZeekRow row, Function function, int unit, boolean refused) {
        Transport transport = row.transport();
        LogRecord record = row.record();
        if (record.has("matched")) {
            boolean matched = record.isTrue("matched");
            row.message(
                    transport,
                    MODBUS,
                    new Conversations.Message(function, unit, true, 1, matched ? 1 : 0, refused ? 1 : 0));
            answered(row, unit, matched);
            return;
        }
        boolean answer = refused || isAnswer(row, function);
        if (answer) {
            row.answer(transport, MODBUS, function, unit, refused);
        } else {
            row.request(transport, MODBUS, function, unit);
        }
        answered(row, unit, answer);
    }

    private static void answered(ZeekRow row, int unit, boolean answer) {
        if (answer && unit >= 0) {
            row.identity(row.responder(), UNIT, Integer.toString(unit), MODBUS, Confidence.HIGH);
        }
    }

    private boolean isAnswer(ZeekRow row, Function function) {
        LogRecord record = row.record();
        Optional<String> side = record.anyText("pdu_type", "request_response", "network_direction");
        if (side.isPresent()) {
            return side.get().toLowerCase(Locale.ROOT).startsWith("resp");
        }
        if (record.has("is_orig")) {
            return record.isFalse("is_orig");
        }
        String key = row.uid() + ' ' + function.code();
        if (open.size() >= MAX_OPEN) {
            open.clear();
        }
        boolean asked = open.getOrDefault(key, false);
        open.put(key, !asked);
        return asked;
    }
}
