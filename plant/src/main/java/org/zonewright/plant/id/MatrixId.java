package org.zonewright.plant.id;

/// The id of a risk matrix: one of the product's own such as `5x5`, or one the document defines.
public record MatrixId(String value) implements Id, Comparable<MatrixId> {
    public MatrixId {
        Id.check(value);
    }

    @Override
    public IdKind kind() {
        return IdKind.MATRIX;
    }

    @Override
    public int compareTo(MatrixId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
