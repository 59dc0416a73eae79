package org.zonewright.plant.id;

/// The id of a piece of evidence.
public record EvidenceId(String value) implements Id, Comparable<EvidenceId> {
    public EvidenceId {
        Id.check(value);
    }

    @Override
    public IdKind kind() {
        return IdKind.EVIDENCE;
    }

    @Override
    public int compareTo(EvidenceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
