package org.zonewright.intake.list;

import org.zonewright.facts.Attribute;

/// What is made of a column.
public sealed interface ColumnUse {
    /// Its cells say this of the device; facts carry `attribute`, which differs from the field's own where the field
    /// stands in for another.
    record As(ListField field, Attribute attribute) implements ColumnUse {
        As(ListField field) {
            this(field, field.attribute());
        }
    }

    /// Its cells are kept as they are, under this attribute.
    record Kept(Attribute attribute) implements ColumnUse {}

    /// The mapping says to leave it out.
    record Ignored() implements ColumnUse {}

    /// The use as one word: a field, an attribute, or `ignore`.
    default String display() {
        return switch (this) {
            case As as ->
                as.field().standsInFor().isPresent()
                        ? as.attribute().id()
                        : as.field().id();
            case Kept kept -> kept.attribute().id();
            case Ignored _ -> ColumnMapping.IGNORE;
        };
    }
}
