package org.zonewright.plant.id;

/// The id of a management approval.
public record ApprovalId(String value) implements Id, Comparable<ApprovalId> {
    public ApprovalId {
        Id.check(value);
    }

    @Override
    public IdKind kind() {
        return IdKind.APPROVAL;
    }

    @Override
    public int compareTo(ApprovalId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
