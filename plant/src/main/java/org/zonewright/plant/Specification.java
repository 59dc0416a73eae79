package org.zonewright.plant;

import java.util.List;
import java.util.Optional;
import org.zonewright.plant.id.AccessPointId;

/// What ZCR 6.4 asks to be written down for a zone or conduit and no other field holds.
///
/// The items: a name → the item's name; b `accountable`; c `logicalBoundary`; d `physicalBoundary`; e safety →
/// traits; f `logicalAccessPoints`; g `physicalAccessPoints`; h flows and i connections → the conduits; j assets →
/// the assets; k SL-T → the target; l `securityRequirements`; m `policies`; n `assumptions` and `dependencies`.
public record Specification(
        Optional<String> accountable,
        Optional<String> logicalBoundary,
        Optional<String> physicalBoundary,
        List<AccessPointId> logicalAccessPoints,
        List<AccessPointId> physicalAccessPoints,
        List<String> securityRequirements,
        List<String> policies,
        List<String> assumptions,
        List<String> dependencies) {

    /// Nothing is written down.
    public static final Specification EMPTY = new Specification(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());

    public Specification {
        logicalAccessPoints = List.copyOf(logicalAccessPoints);
        physicalAccessPoints = List.copyOf(physicalAccessPoints);
        securityRequirements = List.copyOf(securityRequirements);
        policies = List.copyOf(policies);
        assumptions = List.copyOf(assumptions);
        dependencies = List.copyOf(dependencies);
    }
}
