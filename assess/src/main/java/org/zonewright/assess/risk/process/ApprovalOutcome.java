package org.zonewright.assess.risk.process;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zonewright.base.Reason;
import org.zonewright.plant.id.ApprovalId;

/// The last approval held against the document as it is. `content` is the digest of what an approval freezes, as the
/// document stands now, found only where there is an approval; `changes` are known only where the approved document
/// itself was given.
public record ApprovalOutcome(
        Optional<ApprovalId> approval, State state, Optional<String> content, List<Change> changes, Reason reason) {
    public ApprovalOutcome {
        changes = List.copyOf(changes);
    }

    /// What is known of the approval.
    public enum State {
        /// Nobody approved anything.
        NONE,
        /// The document is what was approved.
        HOLDS,
        /// What was approved changed since.
        CHANGED,
        /// The approval names no digest, and the approved document was not given.
        NOT_KNOWN;

        /// The word in JSON and reports.
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
