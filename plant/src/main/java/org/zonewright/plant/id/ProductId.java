package org.zonewright.plant.id;

/// The id of a product in its maker's file.
public record ProductId(String value) implements Id, Comparable<ProductId> {
    public ProductId {
        Id.check(value);
    }

    @Override
    public IdKind kind() {
        return IdKind.PRODUCT;
    }

    @Override
    public int compareTo(ProductId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
