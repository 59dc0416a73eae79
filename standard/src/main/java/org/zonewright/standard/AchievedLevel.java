package org.zonewright.standard;

/// SL-A: the levels a zone or conduit has as built and operated, as far as evidence shows.
public record AchievedLevel(LevelVector vector) {
    public SecurityLevel at(FoundationalRequirement requirement) {
        return vector.at(requirement);
    }

    /// The notation of reports: `SL-A(Bay 1) = {2 2 0 1 3 1 3}`.
    public String display(String name) {
        return "SL-A(" + name + ") = " + vector;
    }
}
