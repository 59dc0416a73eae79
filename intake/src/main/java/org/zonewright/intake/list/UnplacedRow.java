package org.zonewright.intake.list;

import java.util.List;
import java.util.Optional;
import org.zonewright.base.SourceRef;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.VantagePoint;

/// A row that describes a device without an address. Facts are about addresses, so it is no fact yet; it stays beside
/// them until somebody says where the device is. `vantage` is where its address would count.
public record UnplacedRow(VantagePoint vantage, List<ListedValue> values, SourceRef.InSheet where) {
    public UnplacedRow {
        values = List.copyOf(values);
    }

    public Optional<String> first(Attribute attribute) {
        return values.stream()
                .filter(value -> value.attribute().equals(attribute))
                .map(ListedValue::value)
                .findFirst();
    }

    /// The device's name, where the row has one.
    public Optional<String> name() {
        return first(Attribute.NAME);
    }
}
