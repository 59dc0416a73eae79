package org.zonewright.plant;

import java.util.List;
import java.util.Optional;
import org.zonewright.plant.assurance.EssentialFunctionCheck;

/// How a conduit's approved flows are to be enforced. Dropping on a conduit that serves an essential function asks
/// for the check, a way back and observation of every phase.
public record Enforcement(
        Optional<Mode> mode, Optional<EssentialFunctionCheck> check, Optional<String> rollback, List<Phase> observed) {

    /// Nothing is decided.
    public static final Enforcement UNDECIDED =
            new Enforcement(Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    public Enforcement {
        observed = List.copyOf(observed);
    }

    /// What happens to traffic that no flow approves.
    public enum Mode implements Word {
        COUNT,
        DROP
    }

    /// The modes of a plant in which its traffic differs.
    public enum Phase implements Word {
        NORMAL,
        START_UP,
        SHUTDOWN,
        FAILOVER,
        MAINTENANCE
    }
}
