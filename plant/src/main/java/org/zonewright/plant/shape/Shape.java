package org.zonewright.plant.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zonewright.plant.id.IdKind;
import org.zonewright.plant.tree.Node;

/// How one record of the plant is written as a mapping: its keys in order, and how they become the record.
public final class Shape<T> {
    private final String name;
    private final String meaning;
    private final List<Key<T, ?>> keys;
    private final Map<String, Key<T, ?>> byName;
    private final List<List<String>> choices;
    private final Set<String> chosen;
    private final Function<Values, T> make;

    private Shape(String name, String meaning, Keys<T> keys, Function<Values, T> make) {
        this.name = name;
        this.meaning = meaning;
        this.keys = List.copyOf(keys.keys());
        this.byName = this.keys.stream().collect(Collectors.toMap(Key::name, Function.identity()));
        this.choices = List.copyOf(keys.choices());
        this.chosen = choices.stream().flatMap(List::stream).collect(Collectors.toUnmodifiableSet());
        this.make = make;
    }

    /// A shape. `define` names the keys and gives back how their values become the record, which may throw
    /// `IllegalArgumentException` or [Refused] for values that are impossible together.
    static <T> Shape<T> of(String name, String meaning, Function<Keys<T>, Function<Values, T>> define) {
        Keys<T> keys = new Keys<>();
        return new Shape<>(name, meaning, keys, define.apply(keys));
    }

    /// What the record is called in messages, in the schema and on the reference page, such as `zone`.
    public String name() {
        return name;
    }

    /// A sentence for the reference page.
    public String meaning() {
        return meaning;
    }

    public List<Key<T, ?>> keys() {
        return keys;
    }

    public Optional<Key<T, ?>> key(String key) {
        return Optional.ofNullable(byName.get(key));
    }

    /// Sets of keys of which exactly one must stand.
    public List<List<String>> choices() {
        return choices;
    }

    /// True for a key of one of these sets.
    boolean isChoice(String key) {
        return chosen.contains(key);
    }

    T make(Values values) {
        return make.apply(values);
    }

    /// The kind of id that items of this shape define; empty for those without an id.
    public Optional<IdKind> defines() {
        return keys.stream()
                .flatMap(key ->
                        key.form() instanceof Form.Text<?> text ? text.role().defines().stream() : Stream.empty())
                .findFirst();
    }

    /// The record as a tree, keys in the shape's order, without what equals absence.
    public Node.Mapping encode(T record) {
        List<Node.Entry> entries = new ArrayList<>();
        for (Key<T, ?> key : keys) {
            key.encode(record).ifPresent(value -> entries.add(Node.entry(key.name(), value)));
        }
        return Node.map(entries.toArray(Node.Entry[]::new));
    }
}
