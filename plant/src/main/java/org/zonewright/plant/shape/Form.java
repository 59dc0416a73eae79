package org.zonewright.plant.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.zonewright.plant.PlantProblem;
import org.zonewright.plant.id.IdKind;
import org.zonewright.plant.tree.Node;
import org.zonewright.plant.tree.Place;
import org.zonewright.plant.tree.TreePath;

/// How a value is written: as a text, a mapping of a known shape, a list, a mapping with free keys, or as a text or a
/// mapping.
public sealed interface Form<V> {
    /// The value of a node, or nothing after the decoder was told what is wrong.
    Optional<V> decode(Node node, TreePath path, Decoder decoder);

    /// The value as a tree without places.
    Node encode(V value);

    /// The JSON type a text form stands for.
    enum Json {
        STRING,
        INTEGER,
        NUMBER,
        BOOLEAN
    }

    /// What a text has to do with ids: it defines one, refers to one of several kinds, or neither.
    record Role(Optional<IdKind> defines, Set<IdKind> refersTo) {
        static final Role NONE = new Role(Optional.empty(), Set.of());
    }

    /// A single value. `type` is what people call it, `words` all there are (empty: not a list of words), `pattern` a
    /// regular expression for the schema (empty: none), `kind` the problem where `parse` finds nothing.
    record Text<V>(
            String type,
            Json json,
            Function<String, Optional<V>> parse,
            Function<V, String> print,
            List<String> words,
            String pattern,
            PlantProblem kind,
            Role role)
            implements Form<V> {
        private static final Pattern OTHERWISE = Pattern.compile("(?i)null|~|true|false|yes|no|on|off"
                + "|[-+.]?[0-9][0-9_]*(\\.[0-9]*)?(e[-+]?[0-9]+)?|0x[0-9a-f]+|0o[0-7]+|[-+]?\\.(inf|nan)");
        private static final String BEGINNINGS = "~-+.0123456789nNtTfFyYoO";

        @Override
        public Optional<V> decode(Node node, TreePath path, Decoder decoder) {
            return decoder.text(this, node, path);
        }

        @Override
        public Node encode(V value) {
            String text = print.apply(value);
            return new Node.Scalar(text, json == Json.STRING && words.isEmpty() && looksOtherwise(text), Place.NOWHERE);
        }

        /// True for a text that YAML would take for a number, a truth value or nothing.
        private static boolean looksOtherwise(String text) {
            return text.isEmpty()
                    || (BEGINNINGS.indexOf(text.charAt(0)) >= 0
                            && OTHERWISE.matcher(text).matches());
        }
    }

    /// A mapping of a known shape.
    record Obj<V>(Supplier<Shape<V>> shapeOf) implements Form<V> {
        public Shape<V> shape() {
            return shapeOf.get();
        }

        @Override
        public Optional<V> decode(Node node, TreePath path, Decoder decoder) {
            return decoder.object(shape(), node, path);
        }

        @Override
        public Node encode(V value) {
            return shape().encode(value);
        }
    }

    /// A list. `single`: one item may stand without brackets and is written so; `side`: it may live in a side file.
    record ListOf<V>(Form<V> item, boolean single, boolean side) implements Form<List<V>> {
        @Override
        public Optional<List<V>> decode(Node node, TreePath path, Decoder decoder) {
            return decoder.list(this, node, path);
        }

        @Override
        public Node encode(List<V> value) {
            return single && value.size() == 1
                    ? item.encode(value.getFirst())
                    : Node.list(value.stream().map(item::encode).toList());
        }
    }

    /// A mapping from texts to texts.
    record MapOf<K, V>(Text<K> key, Text<V> value) implements Form<Map<K, V>> {
        @Override
        public Optional<Map<K, V>> decode(Node node, TreePath path, Decoder decoder) {
            return decoder.map(this, node, path);
        }

        @Override
        public Node encode(Map<K, V> values) {
            List<Node.Entry> entries = new ArrayList<>();
            new TreeMap<>(values)
                    .forEach((k, v) -> entries.add(Node.entry(key.print().apply(k), value.encode(v))));
            return Node.map(entries.toArray(Node.Entry[]::new));
        }
    }

    /// A text or a mapping; `asText` says which of the two a value is written as.
    record TextOr<V>(Text<V> text, Obj<V> object, Predicate<V> asText) implements Form<V> {
        @Override
        public Optional<V> decode(Node node, TreePath path, Decoder decoder) {
            return decoder.textOr(this, node, path);
        }

        @Override
        public Node encode(V value) {
            return asText.test(value) ? text.encode(value) : object.encode(value);
        }
    }
}
