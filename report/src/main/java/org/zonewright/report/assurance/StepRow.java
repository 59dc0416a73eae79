package org.zonewright.report.assurance;

import java.util.List;
import java.util.Locale;
import org.zonewright.base.Text;

/// One step of IEC 62443-3-2, and what it still lacks. `by` is who said so where a person did, or empty; it is
/// personal.
public record StepRow(String id, String title, State state, List<Text> missing, String by) {

    public StepRow {
        missing = List.copyOf(missing);
    }

    /// How far a step is.
    public enum State {
        MISSING,
        PARTIAL,
        DONE,
        NOT_APPLICABLE;

        /// The word in keys of texts and in the style sheet.
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
