package org.zonewright.plant.shape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zonewright.base.ProblemLog;
import org.zonewright.base.SourceRef;
import org.zonewright.plant.PlantProblem;
import org.zonewright.plant.id.IdKind;
import org.zonewright.plant.tree.Node;
import org.zonewright.plant.tree.TreePath;

/// Turns a tree into records by the shapes, reports what does not fit and goes on with the rest.
///
/// Mutable; one thread; one document. After the last list was decoded, [#finish()] reports dangling references.
public final class Decoder {
    /// The longest piece of somebody's text that a message repeats.
    private static final int QUOTED_LENGTH = 60;

    private final ProblemLog log;
    private final Names names;
    private final SideLists sideLists;
    private final ParsedTexts parsed = new ParsedTexts();

    public Decoder(ProblemLog log, SideLists sideLists) {
        this.log = log;
        this.names = new Names(log, Map.of(IdKind.MATRIX, RiskShapes.BUILT_IN_MATRICES));
        this.sideLists = sideLists;
    }

    /// Reports a problem at a node.
    public void report(PlantProblem kind, Node node, TreePath path, Object... arguments) {
        log.report(kind, node.place().ref(path.toString()), arguments);
    }

    /// Says that some items of a kind could not be read, so that references to that kind are not checked.
    public void incomplete(IdKind kind) {
        names.incomplete(kind);
    }

    /// Reports what can only be known at the end.
    public void finish() {
        names.close();
    }

    /// Where the item of a kind and id is written.
    public Optional<SourceRef> position(IdKind kind, String id) {
        return names.position(kind, id);
    }

    <V> Optional<V> text(Form.Text<V> form, Node node, TreePath path) {
        if (!(node instanceof Node.Scalar scalar)) {
            report(PlantProblem.WRONG_TYPE, node, path, found(node), form.type());
            return Optional.empty();
        }
        String text = scalar.text();
        Optional<V> value = parsed.find(form, text);
        if (value.isEmpty()) {
            if (hasControlCharacter(text)) {
                report(PlantProblem.BAD_TEXT, node, path, quoted(text));
                return Optional.empty();
            }
            value = form.parse().apply(text);
            if (value.isEmpty()) {
                reportText(form, scalar, path);
                return Optional.empty();
            }
            parsed.keep(form, text, value);
        }
        if (!form.role().refersTo().isEmpty()) {
            names.refer(form.role().refersTo(), text, node.place(), path);
        }
        return value;
    }

    private void reportText(Form.Text<?> form, Node.Scalar node, TreePath path) {
        String text = quoted(node.text());
        if (form.words().isEmpty()) {
            report(form.kind(), node, path, text, form.type());
        } else {
            String nearest = Nearest.to(text, form.words());
            report(PlantProblem.UNKNOWN_WORD, node, path, text, nearest, String.join(", ", form.words()));
        }
    }

    /// The record a mapping stands for.
    public <V> Optional<V> object(Shape<V> shape, Node node, TreePath path) {
        if (!(node instanceof Node.Mapping mapping)) {
            report(PlantProblem.WRONG_TYPE, node, path, found(node), "the keys of " + article(shape.name()));
            return Optional.empty();
        }
        @Nullable Node[] given = given(shape, mapping, path);
        List<Optional<?>> values = new ArrayList<>(given.length);
        boolean usable = choicesHold(shape, mapping, given, path);
        for (Key<V, ?> key : shape.keys()) {
            Node there = given[key.position()];
            Optional<?> value = value(shape, key, there, mapping, path);
            boolean lost = there != null && shape.isChoice(key.name()) && value.equals(key.absent());
            usable &= value.isPresent() && !lost;
            values.add(value);
        }
        return usable ? make(shape, new Values(values), mapping, path) : Optional.empty();
    }

    /// The values by the position of their key, without unknown, repeated and empty ones.
    private @Nullable Node[] given(Shape<?> shape, Node.Mapping mapping, TreePath path) {
        @Nullable Node[] given = new Node[shape.keys().size()];
        for (Node.Entry entry : mapping.entries()) {
            String key = entry.key();
            Optional<? extends Key<?, ?>> known = shape.key(key);
            if (known.isEmpty()) {
                reportUnknownKey(shape.keys().stream().map(Key::name).toList(), key, place(entry, path));
            } else if (given[known.get().position()] != null) {
                log.report(PlantProblem.DUPLICATE_KEY, place(entry, path), key);
            } else if (!isNothing(entry.value()) && !known.get().saysNothing(entry.value())) {
                given[known.get().position()] = entry.value();
            }
        }
        return given;
    }

    private static SourceRef place(Node.Entry entry, TreePath path) {
        return entry.keyPlace().ref(path.key(quoted(entry.key())).toString());
    }

    /// Reports a key, or the heading of a column, that is none of those known.
    public void reportUnknownKey(List<String> known, String key, SourceRef where) {
        String all = String.join(", ", known);
        log.report(PlantProblem.UNKNOWN_KEY, where, quoted(key), Nearest.to(key, known), all);
    }

    private static boolean isNothing(Node node) {
        return node instanceof Node.Scalar scalar && scalar.isNothing();
    }

    private boolean choicesHold(Shape<?> shape, Node.Mapping mapping, @Nullable Node[] given, TreePath path) {
        boolean hold = true;
        for (List<String> choice : shape.choices()) {
            int there = 0;
            for (String name : choice) {
                there += shape.key(name)
                                .filter(key -> given[key.position()] != null)
                                .isPresent()
                        ? 1
                        : 0;
            }
            if (there != 1) {
                report(PlantProblem.CHOOSE_ONE, mapping, path, article(shape.name()), String.join(", ", choice));
                hold = false;
            }
        }
        return hold;
    }

    private <T, V> Optional<V> value(
            Shape<T> shape, Key<T, V> key, @Nullable Node node, Node.Mapping mapping, TreePath path) {
        if (node == null) {
            if (key.presence() == Key.Presence.REQUIRED) {
                report(PlantProblem.MISSING_KEY, mapping, path, key.name(), article(shape.name()));
            }
            return key.absent();
        }
        if (key.form() instanceof Form.Text<?> text && node instanceof Node.Scalar scalar) {
            text.role().defines().ifPresent(kind -> names.define(kind, scalar.text(), mapping.place(), path));
        }
        return key.decode(node, path.key(key.name()), this).or(key::absent);
    }

    private <T> Optional<T> make(Shape<T> shape, Values values, Node.Mapping mapping, TreePath path) {
        try {
            return Optional.of(shape.make(values));
        } catch (Refused e) {
            report(e.kind(), mapping, path, e.arguments());
        } catch (IllegalArgumentException e) {
            report(PlantProblem.IMPOSSIBLE, mapping, path, String.valueOf(e.getMessage()));
        }
        return Optional.empty();
    }

    <V> Optional<List<V>> list(Form.ListOf<V> form, Node node, TreePath path) {
        return switch (node) {
            case Node.Sequence sequence -> Optional.of(items(form, sequence, path));
            case Node.Mapping reference when form.side() -> Optional.of(sideLists.read(form, reference, path, this));
            case Node.Mapping _, Node.Scalar _
            when form.single() -> form.item().decode(node, path, this).map(List::of);
            case Node.Mapping _, Node.Scalar _ -> {
                report(PlantProblem.WRONG_TYPE, node, path, found(node), "a list");
                yield Optional.empty();
            }
        };
    }

    private <V> List<V> items(Form.ListOf<V> form, Node.Sequence sequence, TreePath path) {
        List<V> items = new ArrayList<>();
        for (int i = 0; i < sequence.items().size(); i++) {
            form.item().decode(sequence.items().get(i), path.item(i), this).ifPresent(items::add);
        }
        return items;
    }

    <K, V> Optional<Map<K, V>> map(Form.MapOf<K, V> form, Node node, TreePath path) {
        if (!(node instanceof Node.Mapping mapping)) {
            report(PlantProblem.WRONG_TYPE, node, path, found(node), "keys with values");
            return Optional.empty();
        }
        Map<K, V> values = new HashMap<>();
        for (Node.Entry entry : mapping.entries()) {
            TreePath at = path.key(quoted(entry.key()));
            Optional<K> key = text(form.key(), new Node.Scalar(entry.key(), true, entry.keyPlace()), at);
            Optional<V> value = text(form.value(), entry.value(), at);
            if (key.isPresent() && value.isPresent() && values.put(key.get(), value.get()) != null) {
                log.report(PlantProblem.DUPLICATE_KEY, entry.keyPlace().ref(at.toString()), entry.key());
            }
        }
        return Optional.of(values);
    }

    <V> Optional<V> textOr(Form.TextOr<V> form, Node node, TreePath path) {
        return switch (node) {
            case Node.Mapping mapping when isBracedText(mapping) -> text(form.text(), bracedText(mapping), path);
            case Node.Mapping mapping -> object(form.object().shape(), mapping, path);
            case Node.Scalar scalar when isFor(form.text(), scalar) -> text(form.text(), scalar, path);
            case Node.Scalar _, Node.Sequence _ -> {
                String keys = "the keys of " + article(form.object().shape().name());
                report(
                        PlantProblem.WRONG_TYPE,
                        node,
                        path,
                        found(node),
                        form.text().type() + ", or " + keys);
                yield Optional.empty();
            }
        };
    }

    /// False for a text where only one certain word could stand, so that the keys are what is missing.
    private static boolean isFor(Form.Text<?> form, Node.Scalar scalar) {
        return form.kind() != PlantProblem.WRONG_TYPE
                || form.parse().apply(scalar.text()).isPresent();
    }

    /// True for `{2 2 0 1 3 1 3}` without quotes, which YAML takes for a mapping of keys without values.
    private static boolean isBracedText(Node.Mapping mapping) {
        return !mapping.entries().isEmpty() && mapping.entries().stream().allMatch(entry -> isNothing(entry.value()));
    }

    private static Node.Scalar bracedText(Node.Mapping mapping) {
        String inner = mapping.entries().stream().map(Node.Entry::key).collect(Collectors.joining(" "));
        return new Node.Scalar("{" + inner + "}", true, mapping.place());
    }

    private static String found(Node node) {
        return switch (node) {
            case Node.Scalar scalar -> "'" + quoted(scalar.text()) + "'";
            case Node.Sequence _ -> "a list";
            case Node.Mapping _ -> "keys with values";
        };
    }

    private static String article(String noun) {
        return ("aeiou".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
    }

    /// Somebody's text, short enough and clean enough for a message.
    private static String quoted(String text) {
        String clean = text.replaceAll("\\p{Cntrl}", "\uFFFD");
        return clean.length() <= QUOTED_LENGTH ? clean : clean.substring(0, QUOTED_LENGTH) + "…";
    }

    /// True for what neither a sheet nor a terminal can carry: control characters but tab and line feed, halves of
    /// pairs, and code points that are no characters.
    private static boolean hasControlCharacter(String text) {
        int at = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            boolean broken = (Character.isISOControl(c) && c != '\t' && c != '\n')
                    || (c >= 0xD800 && c <= 0xDFFF)
                    || (c & 0xFFFE) == 0xFFFE;
            if (broken) {
                return true;
            }
            at += Character.charCount(c);
        }
        return false;
    }
}
