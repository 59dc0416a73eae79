package org.zonewright.standard;

/// SL-T: the levels a zone or conduit is meant to have, by risk assessment or by decision.
public record TargetLevel(LevelVector vector) {
    public SecurityLevel at(FoundationalRequirement requirement) {
        return vector.at(requirement);
    }

    /// The notation of reports: `SL-T(Bay 1) = {2 2 0 1 3 1 3}`.
    public String display(String name) {
        return "SL-T(" + name + ") = " + vector;
    }
}
