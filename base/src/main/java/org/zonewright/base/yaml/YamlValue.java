package org.zonewright.base.yaml;

import java.util.List;

/// A value of a YAML text with its span: `line` and `column` count from 1, `start` and `end` (exclusive) are offsets in
/// Java characters.
///
/// A block ends where its last value ends. Immutable.
public sealed interface YamlValue {
    int line();

    int column();

    int start();

    int end();

    /// A text, as it is meant: without its quotes, its lines joined.
    record Scalar(String text, Quotes quotes, int line, int column, int start, int end) implements YamlValue {}

    /// Items in order. `flow` is true in brackets, false where each stands on a line with a hyphen.
    record Sequence(List<YamlValue> items, boolean flow, int line, int column, int start, int end)
            implements YamlValue {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /// Keys with values in order; a key may stand twice. `flow` is true in braces.
    record Mapping(List<Entry> entries, boolean flow, int line, int column, int start, int end) implements YamlValue {
        public Mapping {
            entries = List.copyOf(entries);
        }
    }

    /// A key with its value.
    record Entry(Scalar key, YamlValue value) {}

    /// The quotes around a text.
    enum Quotes {
        NONE,
        SINGLE,
        DOUBLE
    }
}
