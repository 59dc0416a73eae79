package org.zonewright.plant.id;

/// The id of a site.
public record SiteId(String value) implements Id, Comparable<SiteId> {
    public SiteId {
        Id.check(value);
    }

    @Override
    public IdKind kind() {
        return IdKind.SITE;
    }

    @Override
    public int compareTo(SiteId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
