package org.zonewright.plant.shape;

import java.util.Optional;
import java.util.function.Function;
import org.zonewright.plant.tree.Node;
import org.zonewright.plant.tree.TreePath;

/// One key of a [Shape]: the name in the document, how its value is written, and what the record holds for it.
///
/// `T` is the record, `V` the type of its component (`Optional` and `List` included).
/// Made by [Keys] alone.
public final class Key<T, V> {
    /// Whether and how often a key stands.
    public enum Presence {
        /// An item without it is reported, and left out where nothing can stand in for it.
        REQUIRED,
        /// May be missing.
        OPTIONAL,
        /// A list, empty where it is missing.
        MANY
    }

    /// How a value as written becomes the value held, and back.
    record Bridge<V, F>(Form<F> form, Function<F, V> hold, Function<V, Optional<F>> written) {
        Optional<V> decode(Node node, TreePath path, Decoder decoder) {
            return form.decode(node, path, decoder).map(hold);
        }

        Optional<Node> encode(V value) {
            return written.apply(value).map(form::encode);
        }
    }

    private final int position;
    private final String name;
    private final Presence presence;
    private final Bridge<V, ?> bridge;
    private final Optional<V> absent;
    private final Function<T, V> get;
    private final String meaning;
    private final String example;

    Key(
            int position,
            String name,
            Presence presence,
            Bridge<V, ?> bridge,
            Optional<V> absent,
            Function<T, V> get,
            String meaning,
            String example) {
        this.position = position;
        this.name = name;
        this.presence = presence;
        this.bridge = bridge;
        this.absent = absent;
        this.get = get;
        this.meaning = meaning;
        this.example = example;
    }

    public String name() {
        return name;
    }

    public Presence presence() {
        return presence;
    }

    /// How the value is written.
    public Form<?> form() {
        return bridge.form();
    }

    /// A sentence for the reference page and the schema.
    public String meaning() {
        return meaning;
    }

    /// A value as it may stand in YAML.
    public String example() {
        return example;
    }

    int position() {
        return position;
    }

    /// What the record holds where the key is missing; empty where an item without it is left out.
    Optional<V> absent() {
        return absent;
    }

    Optional<V> decode(Node node, TreePath path, Decoder decoder) {
        return bridge.decode(node, path, decoder);
    }

    /// The value of this key in a record, or nothing where it would say no more than the key's absence.
    Optional<Node> encode(T record) {
        return bridge.encode(get.apply(record)).filter(node -> !saysNothing(node));
    }

    /// True for an item without any key, which is the same as no item: tables have no cell for it.
    boolean saysNothing(Node node) {
        return bridge.form() instanceof Form.Obj<?>
                && node instanceof Node.Mapping mapping
                && mapping.entries().isEmpty();
    }
}
