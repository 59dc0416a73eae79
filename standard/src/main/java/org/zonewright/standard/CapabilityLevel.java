package org.zonewright.standard;

/// SL-C: the levels a component or system can reach by itself when it is configured as its maker says.
public record CapabilityLevel(LevelVector vector) {
    public SecurityLevel at(FoundationalRequirement requirement) {
        return vector.at(requirement);
    }

    /// The notation of reports: `SL-C(RTU) = {2 2 0 1 3 1 3}`.
    public String display(String name) {
        return "SL-C(" + name + ") = " + vector;
    }
}
