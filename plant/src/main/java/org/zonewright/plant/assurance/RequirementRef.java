package org.zonewright.plant.assurance;

/// A requirement as the document names it: `SR 1.1`, `SR 1.1 RE(1)`, `CR 2.8`, `ZCR 5.6`, with the catalogue's key
/// before it where the id alone is not enough (`iec62443-2-1:ORG 1.1`). Whether the catalogue has it is not asked
/// here.
public record RequirementRef(String value) implements Comparable<RequirementRef> {
    private static final int MAX_LENGTH = 80;

    public RequirementRef {
        if (value.isBlank() || value.length() > MAX_LENGTH || !value.equals(value.strip())) {
            throw new IllegalArgumentException("a requirement is named by its id, such as SR 1.1 RE(1)");
        }
    }

    @Override
    public int compareTo(RequirementRef other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
