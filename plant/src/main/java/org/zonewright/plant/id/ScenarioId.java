package org.zonewright.plant.id;

/// The id of a risk scenario.
public record ScenarioId(String value) implements Id, Comparable<ScenarioId> {
    public ScenarioId {
        Id.check(value);
    }

    @Override
    public IdKind kind() {
        return IdKind.SCENARIO;
    }

    @Override
    public int compareTo(ScenarioId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
