package org.zonewright.plant.id;

/// The id of a realm: a part of the network in which an address has one owner.
public record RealmId(String value) implements Id, Comparable<RealmId> {
    public RealmId {
        Id.check(value);
    }

    @Override
    public IdKind kind() {
        return IdKind.REALM;
    }

    @Override
    public int compareTo(RealmId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
