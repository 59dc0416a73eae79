package org.zonewright.plant.id;

/// The id of an asset of the document.
public record AssetId(String value) implements Id, Comparable<AssetId> {
    public AssetId {
        Id.check(value);
    }

    @Override
    public IdKind kind() {
        return IdKind.ASSET;
    }

    @Override
    public int compareTo(AssetId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
