package org.zonewright.intake.zeek;

import java.util.Optional;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.Function;
import org.zonewright.facts.Transport;
import org.zonewright.intake.source.LogRecord;

/// Reads `s7comm` and `s7comm_known_devices` of ICSNPP-S7comm.
final class S7Logs {
    private static final String S7 = "s7comm";
    private static final int JOB = 1;
    private static final int ANSWER_WITH_DATA = 3;
    private static final int USER_DATA = 7;

    private S7Logs() {}

    static void messages(ZeekRow row) {
        LogRecord record = row.record();
        long code = record.number("function_code", -1);
        switch ((int) record.number("rosctr_code", -1)) {
            case JOB -> job(row, code, true);
            case ANSWER_WITH_DATA -> job(row, code, false);
            case USER_DATA -> userData(row, code);
            default -> row.into().leftOut(row.path(), "no-function");
        }
    }

    private static void job(ZeekRow row, long code, boolean request) {
        if (code < 0 || code > 0xff) {
            row.into().leftOut(row.path(), "no-function");
            return;
        }
        tell(row, row.names().plain(S7, "0x%02x".formatted(code)), request);
    }

    /// The function's high half says who speaks (4 asks, 8 answers), the low half is the group.
    private static void userData(ZeekRow row, long code) {
        long subfunction = row.record().number("subfunction_code", -1);
        long side = code >> 4;
        if (subfunction < 0 || (side != 4 && side != 8)) {
            row.into().leftOut(row.path(), "no-function");
            return;
        }
        tell(row, row.names().plain(S7, "ud" + (code & 0x0f) + "/" + subfunction), side == 4);
    }

    private static void tell(ZeekRow row, Function function, boolean request) {
        if (request) {
            row.request(Transport.TCP, S7, function, -1);
        } else {
            row.answer(Transport.TCP, S7, function, -1, isRefusal(row.record()));
        }
    }

    private static boolean isRefusal(LogRecord record) {
        Optional<String> error = record.text("error_class");
        return error.isPresent() && !error.get().equalsIgnoreCase("No error");
    }

    /// Values come with their row's meaning; the server is who has the well-known port.
    static void devices(ZeekRow row) {
        row.identity(row.responder(), Attribute.NAME, "automation_system_name", Confidence.HIGH, S7);
        row.identity(row.responder(), Attribute.MODEL, "module_name", Confidence.HIGH, S7);
        row.identity(row.responder(), new Attribute("s7comm.plant-identification"), "plant_name", Confidence.HIGH, S7);
        row.identity(row.responder(), Attribute.SERIAL, "module_serial", Confidence.HIGH, S7);
        row.into().taken(row.path());
    }
}
