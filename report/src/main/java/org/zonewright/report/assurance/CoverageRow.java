package org.zonewright.report.assurance;

import java.util.List;
import java.util.Locale;
import org.zonewright.base.Text;

/// What the evidence at hand says of one duty of a law or one element of a programme; never that it is complied with.
///
/// `framework` is what is listed together (*NIS2*, *IEC 62443-2-1:2024*), `evidence` the ids that support it, `note`
/// what is not covered or missing.
public record CoverageRow(
        String framework, String id, String title, Verdict verdict, List<String> evidence, Text note) {

    public CoverageRow {
        evidence = List.copyOf(evidence);
    }

    /// What may be said.
    public enum Verdict {
        SUPPORTS,
        NO_EVIDENCE,
        /// IEC 62443 has nothing that answers to it.
        OUTSIDE;

        /// The word in keys of texts and in the style sheet.
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
