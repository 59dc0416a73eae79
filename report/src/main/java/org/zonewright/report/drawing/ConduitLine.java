package org.zonewright.report.drawing;

import java.util.Locale;

/// One conduit as the drawing shows it: a line between two zones.
///
/// `name` is what people call it, `traffic` its protocols and function classes (`Modbus: read, write`), `owner` may
/// be empty, `reason` is read by pointing at it.
public record ConduitLine(
        String id,
        String name,
        String from,
        String to,
        Initiator initiator,
        String traffic,
        State state,
        Enforcement enforcement,
        String owner,
        String reason) {

    public ConduitLine {
        if (from.equals(to)) {
            throw new IllegalArgumentException("conduit " + id + " joins " + from + " with itself");
        }
    }

    /// Which side opens connections; arrows point from there to the side that answers.
    public enum Initiator {
        FROM,
        TO,
        BOTH,
        UNKNOWN
    }

    /// What is known of the conduit, from documents and traffic.
    public enum State {
        /// Approved, and seen or not judged by traffic.
        APPROVED,
        /// Approved, and not observed in this window.
        APPROVED_UNSEEN,
        /// Seen, where no document says what is approved: a candidate for approval.
        OBSERVED,
        /// Seen, and not in the document.
        UNDECLARED,
        /// Seen, and better removed than approved.
        REMOVAL_CANDIDATE;

        String key() {
            return "drawing.state." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// What enforces the conduit at the border; [#NONE] where nothing is known to.
    public enum Enforcement {
        NONE,
        FIREWALL,
        DIODE,
        GATEWAY,
        JUMP_HOST,
        ROUTER;

        String key() {
            return "drawing.enforcement." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
