package org.zonewright.enforce.proof;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zonewright.facts.policy.Box;
import org.zonewright.plant.Enforcement.Phase;
import org.zonewright.plant.id.FlowId;

/// What the rules do to what was observed.
///
/// `files` are those that were read back; `unread` counts their lines that were not understood, and is 0 in a proof
/// that holds. `gained` and `lost` are packets, if any, that the text lets through or blocks other than was meant,
/// over all addresses, ports and protocols; `observeDrops` those that the text for observing would drop. `judged`
/// exchanges are apart: `passed` approved and let through, `blocked` neither. `allowedUnapproved` and
/// `approvedBlocked` are what must not be; `beyondPrecision` are let through though they ask for functions that are
/// not approved, because the target tells ports alone. `unseenFlows` were approved and compiled, and nobody used
/// them; `unseenPhases` are phases of operation that no capture is said to cover.
public record Proof(
        List<String> files,
        int unread,
        List<Box> gained,
        List<Box> lost,
        List<Box> observeDrops,
        Optional<Instant> first,
        Optional<Instant> last,
        int judged,
        int passed,
        int blocked,
        List<Observed> allowedUnapproved,
        List<Observed> approvedBlocked,
        List<Observed> beyondPrecision,
        List<FlowId> unseenFlows,
        List<Phase> unseenPhases) {
    public Proof {
        files = List.copyOf(files);
        gained = List.copyOf(gained);
        lost = List.copyOf(lost);
        observeDrops = List.copyOf(observeDrops);
        allowedUnapproved = List.copyOf(allowedUnapproved);
        approvedBlocked = List.copyOf(approvedBlocked);
        beyondPrecision = List.copyOf(beyondPrecision);
        unseenFlows = List.copyOf(unseenFlows);
        unseenPhases = List.copyOf(unseenPhases);
    }

    /// True if the text means what was compiled, and nothing observed goes the wrong way.
    public boolean holds() {
        return isExact() && allowedUnapproved.isEmpty() && approvedBlocked.isEmpty();
    }

    /// True if the text decides as was meant for every address, port and protocol.
    public boolean isExact() {
        return unread == 0 && gained.isEmpty() && lost.isEmpty() && observeDrops.isEmpty();
    }
}
