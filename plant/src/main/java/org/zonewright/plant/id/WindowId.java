package org.zonewright.plant.id;

/// The id of a maintenance window.
public record WindowId(String value) implements Id, Comparable<WindowId> {
    public WindowId {
        Id.check(value);
    }

    @Override
    public IdKind kind() {
        return IdKind.WINDOW;
    }

    @Override
    public int compareTo(WindowId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
