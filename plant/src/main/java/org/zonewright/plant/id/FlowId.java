package org.zonewright.plant.id;

/// The id of an approved flow; unique in the document, not only in its conduit.
public record FlowId(String value) implements Id, Comparable<FlowId> {
    public FlowId {
        Id.check(value);
    }

    @Override
    public IdKind kind() {
        return IdKind.FLOW;
    }

    @Override
    public int compareTo(FlowId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
