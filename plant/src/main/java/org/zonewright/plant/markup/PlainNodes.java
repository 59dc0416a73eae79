package org.zonewright.plant.markup;

import java.util.ArrayList;
import java.util.List;
import org.zonewright.base.yaml.YamlValue;
import org.zonewright.plant.tree.Node;
import org.zonewright.plant.tree.Place;

/// The tree of a document that was read by the quick reader.
final class PlainNodes {
    private final String file;

    private PlainNodes(String file) {
        this.file = file;
    }

    static Node of(String file, YamlValue value) {
        return new PlainNodes(file).node(value);
    }

    private Node node(YamlValue value) {
        return switch (value) {
            case YamlValue.Scalar scalar ->
                new Node.Scalar(scalar.text(), scalar.quotes() != YamlValue.Quotes.NONE, place(scalar, style(scalar)));
            case YamlValue.Sequence sequence -> {
                List<Node> items = new ArrayList<>(sequence.items().size());
                for (YamlValue item : sequence.items()) {
                    items.add(node(item));
                }
                yield new Node.Sequence(items, place(sequence, style(sequence.flow())));
            }
            case YamlValue.Mapping mapping -> {
                List<Node.Entry> entries = new ArrayList<>(mapping.entries().size());
                for (YamlValue.Entry entry : mapping.entries()) {
                    YamlValue.Scalar key = entry.key();
                    entries.add(new Node.Entry(key.text(), place(key, style(key)), node(entry.value())));
                }
                yield new Node.Mapping(entries, place(mapping, style(mapping.flow())));
            }
        };
    }

    private static Place.Style style(YamlValue.Scalar scalar) {
        return switch (scalar.quotes()) {
            case NONE -> Place.Style.PLAIN;
            case SINGLE -> Place.Style.SINGLE_QUOTED;
            case DOUBLE -> Place.Style.DOUBLE_QUOTED;
        };
    }

    private static Place.Style style(boolean flow) {
        return flow ? Place.Style.FLOW : Place.Style.BLOCK;
    }

    private Place place(YamlValue value, Place.Style style) {
        return new Place.InText(file, value.line(), value.column(), value.start(), value.end(), style);
    }
}
