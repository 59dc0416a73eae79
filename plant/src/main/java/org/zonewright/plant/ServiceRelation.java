package org.zonewright.plant;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zonewright.plant.id.ConduitId;
import org.zonewright.plant.id.ServiceId;

/// An organisation that works on the plant for another under contract (IEC 62443-2-4), and the conduits it answers
/// for.
public record ServiceRelation(
        ServiceId id,
        String provider,
        Optional<String> forOrganisation,
        Kind kind,
        List<ConduitId> scope,
        Optional<String> contract,
        Optional<LocalDate> until) {
    public ServiceRelation {
        scope = List.copyOf(scope);
    }

    /// What the provider does. `INTEGRATION` ends with the hand-over and covers no conduit afterwards.
    public enum Kind implements Word {
        INTEGRATION,
        MAINTENANCE,
        OPERATION
    }
}
