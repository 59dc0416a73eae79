package org.zonewright.plant.id;

/// The id of an essential function.
public record EssentialFunctionId(String value) implements Id, Comparable<EssentialFunctionId> {
    public EssentialFunctionId {
        Id.check(value);
    }

    @Override
    public IdKind kind() {
        return IdKind.ESSENTIAL_FUNCTION;
    }

    @Override
    public int compareTo(EssentialFunctionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
