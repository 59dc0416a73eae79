package org.zonewright.intake.zeek;

import java.util.Optional;
import org.zonewright.facts.Function;
import org.zonewright.intake.source.Conversations;
import org.zonewright.intake.source.LogRecord;

/// Reads `dnp3`: one record a request with its answer. What an object's group adds (a write that sets the clock) is
/// not in it, so such writes are plain ones here.
final class Dnp3Logs {
    private static final String DNP3 = "dnp3";
    private static final long REQUEST_UNKNOWN = 0x07; // no such function, no such object, parameter error

    private Dnp3Logs() {}

    static void read(ZeekRow row) {
        LogRecord record = row.record();
        Optional<String> code = record.text("fc_request").flatMap(name -> CodeNames.code(DNP3, name));
        if (code.isEmpty()) {
            row.into().leftOut(row.path(), record.has("fc_request") ? "function" : "unasked");
            return;
        }
        Function function = row.names().plain(DNP3, code.get());
        boolean answered = record.text("fc_reply")
                .filter(reply -> reply.equalsIgnoreCase("RESPONSE"))
                .isPresent();
        boolean refused = answered && (record.number("iin", 0) & REQUEST_UNKNOWN) != 0;
        row.message(
                row.transport(),
                DNP3,
                new Conversations.Message(function, -1, true, 1, answered ? 1 : 0, refused ? 1 : 0));
    }
}
