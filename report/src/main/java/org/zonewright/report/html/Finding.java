package org.zonewright.report.html;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zonewright.base.Reason;
import org.zonewright.base.Text;

/// One thing that is not as it should be, or not as it was approved.
///
/// `place` names the zone or conduit. `clauses` are the requirements it touches (`SR 5.1`, `ZCR 3.2`). `action` says
/// what to do. `accepted` names an acceptance that covers it, with its end.
public record Finding(
        String id,
        Level level,
        Text title,
        String place,
        Reason reason,
        List<String> clauses,
        Text action,
        Optional<Text> accepted) {
    public Finding {
        clauses = List.copyOf(clauses);
    }

    /// How much is at stake, from most to least.
    public enum Level {
        CRITICAL,
        HIGH,
        MEDIUM,
        LOW,
        INFO;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
