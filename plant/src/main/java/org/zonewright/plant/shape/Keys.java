package org.zonewright.plant.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.zonewright.plant.shape.Key.Bridge;
import org.zonewright.plant.shape.Key.Presence;

/// Collects the keys of a shape in their order. Mutable; used only while a shape is made.
public final class Keys<T> {
    private final List<Key<T, ?>> keys = new ArrayList<>();
    private final List<List<String>> choices = new ArrayList<>();

    /// A key that every item has.
    public <V> Key<T, V> required(String name, Form<V> form, Function<T, V> get, String meaning, String example) {
        return add(name, Presence.REQUIRED, plain(form), Optional.empty(), get, meaning, example);
    }

    /// A key that every item has, and what stands in for it so that its lack does not take the item away.
    public <V> Key<T, V> requiredOr(
            String name, Form<V> form, V substitute, Function<T, V> get, String meaning, String example) {
        return add(name, Presence.REQUIRED, plain(form), Optional.of(substitute), get, meaning, example);
    }

    /// A key that may be missing.
    public <V> Key<T, Optional<V>> optional(
            String name, Form<V> form, Function<T, Optional<V>> get, String meaning, String example) {
        Bridge<Optional<V>, V> bridge = new Bridge<>(form, Optional::of, value -> value);
        return add(name, Presence.OPTIONAL, bridge, Optional.of(Optional.empty()), get, meaning, example);
    }

    /// A key whose absence means `absent`; that value is not written.
    public <V> Key<T, V> orElse(
            String name, Form<V> form, V absent, Function<T, V> get, String meaning, String example) {
        Bridge<V, V> bridge = new Bridge<>(
                form, value -> value, value -> value.equals(absent) ? Optional.empty() : Optional.of(value));
        return add(name, Presence.OPTIONAL, bridge, Optional.of(absent), get, meaning, example);
    }

    /// A list; its absence is the empty list.
    public <V> Key<T, List<V>> list(
            String name, Form<V> item, Function<T, List<V>> get, String meaning, String example) {
        return many(name, new Form.ListOf<>(item, false, false), get, meaning, example);
    }

    /// A list of which a single item may stand without brackets.
    public <V> Key<T, List<V>> oneOrMore(
            String name, Form<V> item, Function<T, List<V>> get, String meaning, String example) {
        return many(name, new Form.ListOf<>(item, true, false), get, meaning, example);
    }

    /// A list that may live in a side file.
    public <V> Key<T, List<V>> sideList(
            String name, Form<V> item, Function<T, List<V>> get, String meaning, String example) {
        return many(name, new Form.ListOf<>(item, false, true), get, meaning, example);
    }

    private <V> Key<T, List<V>> many(
            String name, Form<List<V>> form, Function<T, List<V>> get, String meaning, String example) {
        Bridge<List<V>, List<V>> bridge =
                new Bridge<>(form, value -> value, value -> value.isEmpty() ? Optional.empty() : Optional.of(value));
        return add(name, Presence.MANY, bridge, Optional.of(List.of()), get, meaning, example);
    }

    /// A mapping with free keys; its absence is the empty mapping.
    public <K, V> Key<T, Map<K, V>> map(
            String name, Form.MapOf<K, V> form, Function<T, Map<K, V>> get, String meaning, String example) {
        return orElse(name, form, Map.of(), get, meaning, example);
    }

    /// A `true` or `false` that is false where it is missing.
    public Key<T, Boolean> flag(String name, Function<T, Boolean> get, String meaning) {
        return orElse(name, Forms.BOOLEAN, false, get, meaning, "true");
    }

    /// Exactly one of these keys must stand.
    public void exactlyOne(String... names) {
        choices.add(List.of(names));
    }

    private static <V> Bridge<V, V> plain(Form<V> form) {
        return new Bridge<>(form, value -> value, Optional::of);
    }

    private <V> Key<T, V> add(
            String name,
            Presence presence,
            Bridge<V, ?> bridge,
            Optional<V> absent,
            Function<T, V> get,
            String meaning,
            String example) {
        Key<T, V> key = new Key<>(keys.size(), name, presence, bridge, absent, get, meaning, example);
        keys.add(key);
        return key;
    }

    List<Key<T, ?>> keys() {
        return keys;
    }

    List<List<String>> choices() {
        return choices;
    }
}
