package org.zonewright.plant.id;

/// The id of a measure: a countermeasure planned or in place.
public record MeasureId(String value) implements Id, Comparable<MeasureId> {
    public MeasureId {
        Id.check(value);
    }

    @Override
    public IdKind kind() {
        return IdKind.MEASURE;
    }

    @Override
    public int compareTo(MeasureId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
