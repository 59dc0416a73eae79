package org.zonewright.plant.tree;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// One node of a document's tree. Scalars are texts: what `2` or `true` means is decided by the key it stands under.
public sealed interface Node {
    Place place();

    /// A text. `quoted` is true where it stood in quotes, or has to; an empty text without quotes stands for nothing.
    record Scalar(String text, boolean quoted, Place place) implements Node {
        /// True for a key without a value, `null` or `~`.
        public boolean isNothing() {
            return !quoted && (text.isEmpty() || text.equals("null") || text.equals("~"));
        }
    }

    /// A list in order.
    record Sequence(List<Node> items, Place place) implements Node {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /// Keys with values in order. A key may stand twice: readers report that.
    record Mapping(List<Entry> entries, Place place) implements Node {
        public Mapping {
            entries = List.copyOf(entries);
        }

        /// The value of the first entry with a key.
        public Optional<Node> get(String key) {
            return entries.stream()
                    .filter(entry -> entry.key().equals(key))
                    .map(Entry::value)
                    .findFirst();
        }
    }

    /// A key with its value.
    record Entry(String key, Place keyPlace, Node value) {}

    /// A text without a place; in quotes only where it would else stand for nothing.
    static Scalar text(String text) {
        Scalar bare = new Scalar(text, false, Place.NOWHERE);
        return bare.isNothing() ? new Scalar(text, true, Place.NOWHERE) : bare;
    }

    /// A list without a place.
    static Sequence list(List<? extends Node> items) {
        return new Sequence(List.copyOf(items), Place.NOWHERE);
    }

    /// A mapping without a place.
    static Mapping map(Entry... entries) {
        return new Mapping(Arrays.asList(entries), Place.NOWHERE);
    }

    /// An entry without a place.
    static Entry entry(String key, Node value) {
        return new Entry(key, Place.NOWHERE, value);
    }

    /// True if both say the same, wherever they stand and however they are quoted. Loops, since every edit of a
    /// document asks for all of its nodes.
    static boolean sameContent(Node one, Node other) {
        return switch (one) {
            case Scalar scalar ->
                other instanceof Scalar right
                        && scalar.isNothing() == right.isNothing()
                        && (scalar.isNothing() || scalar.text().equals(right.text()));
            case Sequence list -> other instanceof Sequence right && sameItems(list.items(), right.items());
            case Mapping map -> other instanceof Mapping right && sameEntries(map.entries(), right.entries());
        };
    }

    private static boolean sameItems(List<Node> items, List<Node> others) {
        if (items.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < items.size(); i++) {
            if (!sameContent(items.get(i), others.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameEntries(List<Entry> entries, List<Entry> others) {
        if (entries.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < entries.size(); i++) {
            Entry one = entries.get(i);
            Entry other = others.get(i);
            if (!one.key().equals(other.key()) || !sameContent(one.value(), other.value())) {
                return false;
            }
        }
        return true;
    }
}
