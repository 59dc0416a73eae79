package org.zonewright.standard.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.zonewright.base.SourceRef;
import org.zonewright.base.yaml.YamlValue;
import org.zonewright.standard.Confidence;
import org.zonewright.standard.RequirementId;
import org.zonewright.standard.SecurityLevel;

/// A value of a catalogue file with its line and path.
///
/// Accessors that need a value report what is wrong and throw [Unusable]; [#each(String, Function)] catches it, leaves
/// that entry out and goes on with the next, so one bad entry does not hide the others.
final class CatalogueNode {
    /// Thrown after a problem was reported, to leave an entry.
    static final class Unusable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Unusable() {
            super("an entry was left out; the problem is in the log", null, false, false);
        }
    }

    private final CatalogueFile file;
    private final YamlValue node;
    private final Optional<CatalogueNode> parent;
    /// The key, or the index in brackets, under which the parent has it; put together to a path only for a problem.
    private final String step;

    private final Map<String, YamlValue> fields;

    private CatalogueNode(CatalogueFile file, YamlValue node, Optional<CatalogueNode> parent, String step) {
        this.file = file;
        this.node = node;
        this.parent = parent;
        this.step = step;
        this.fields = node instanceof YamlValue.Mapping mapping ? fields(mapping) : Map.of();
    }

    static CatalogueNode root(CatalogueFile file, YamlValue.Mapping mapping) {
        return new CatalogueNode(file, mapping, Optional.empty(), "");
    }

    private Map<String, YamlValue> fields(YamlValue.Mapping mapping) {
        Map<String, YamlValue> byKey = new LinkedHashMap<>();
        for (YamlValue.Entry entry : mapping.entries()) {
            String key = entry.key().text();
            if (byKey.putIfAbsent(key, entry.value()) != null) {
                new CatalogueNode(file, entry.key(), Optional.of(this), key)
                        .report(CatalogueProblem.DUPLICATE_KEY, key);
            }
        }
        return byKey;
    }

    CatalogueFile file() {
        return file;
    }

    SourceRef.InDocument where() {
        return new SourceRef.InDocument(file.name(), node.line(), node.column(), path());
    }

    private String path() {
        String above = parent.map(CatalogueNode::path).orElse("");
        boolean first = above.isEmpty() || step.startsWith("[");
        return above + (first ? "" : ".") + step;
    }

    void report(CatalogueProblem kind, Object... arguments) {
        file.log().report(kind, where(), arguments);
    }

    Unusable unusable(CatalogueProblem kind, Object... arguments) {
        report(kind, arguments);
        return new Unusable();
    }

    Unusable wrongValue(String found, String expected) {
        return unusable(CatalogueProblem.WRONG_VALUE, found, expected);
    }

    /// Reports every key that is not in the list.
    void only(String... known) {
        List<String> names = Arrays.asList(known);
        fields.forEach((key, value) -> {
            if (!names.contains(key)) {
                child(key, value).report(CatalogueProblem.UNKNOWN_KEY, key, String.join(", ", names));
            }
        });
    }

    List<String> keys() {
        return List.copyOf(fields.keySet());
    }

    Optional<CatalogueNode> find(String key) {
        YamlValue value = fields.get(key);
        return value == null || isNull(value) ? Optional.empty() : Optional.of(child(key, value));
    }

    private static boolean isNull(YamlValue value) {
        return value instanceof YamlValue.Scalar scalar
                && scalar.quotes() == YamlValue.Quotes.NONE
                && (scalar.text().isEmpty() || scalar.text().equals("null"));
    }

    CatalogueNode at(String key) {
        return find(key).orElseThrow(() -> unusable(CatalogueProblem.MISSING_KEY, key));
    }

    private CatalogueNode child(String key, YamlValue value) {
        return new CatalogueNode(file, value, Optional.of(this), key);
    }

    /// This scalar's text.
    String text() {
        if (node instanceof YamlValue.Scalar scalar && !scalar.text().isBlank()) {
            return scalar.text();
        }
        throw wrongValue(node instanceof YamlValue.Scalar ? "an empty text" : "a list or mapping", "a text");
    }

    String text(String key) {
        return at(key).text();
    }

    Optional<String> textIfAny(String key) {
        return find(key).map(CatalogueNode::text);
    }

    List<String> texts(String key) {
        return each(key, CatalogueNode::text);
    }

    List<String> textsIfAny(String key) {
        return find(key).isPresent() ? texts(key) : List.of();
    }

    int number(String key) {
        CatalogueNode value = at(key);
        String text = value.text();
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException _) {
            throw value.wrongValue(text, "a whole number");
        }
    }

    boolean truth(String key) {
        return choice(
                key,
                text -> switch (text) {
                    case "true" -> Optional.of(true);
                    case "false" -> Optional.of(false);
                    default -> Optional.empty();
                },
                "true or false");
    }

    /// A level from 1 to 4: the first at which something applies.
    SecurityLevel level(String key) {
        return SecurityLevel.ofNumber(number(key))
                .filter(level -> level != SecurityLevel.SL0)
                .orElseThrow(() -> at(key).wrongValue(text(key), "a level from 1 to 4"));
    }

    Confidence confidence() {
        return choice("confidence", Confidence::parse, "high, medium or low");
    }

    <T> T choice(String key, Function<String, Optional<T>> parse, String expected) {
        CatalogueNode value = at(key);
        return parse.apply(value.text()).orElseThrow(() -> value.wrongValue(value.text(), expected));
    }

    /// Refuses the entry unless the text at `key` is this one: what a file repeats must agree with what it said.
    void expect(String key, String value) {
        if (!text(key).equals(value)) {
            throw at(key).wrongValue(text(key), value);
        }
    }

    /// This scalar as a requirement id of one kind.
    <T extends RequirementId> T id(Class<T> kind) {
        return RequirementId.parse(text())
                .filter(kind::isInstance)
                .map(kind::cast)
                .orElseThrow(() -> unusable(CatalogueProblem.UNREADABLE_ID, text()));
    }

    <T extends RequirementId> T id(String key, Class<T> kind) {
        return at(key).id(kind);
    }

    /// The ids of a list, each noted as a reference to an entry of `target`.
    <T extends RequirementId> List<T> references(String key, Class<T> kind, CatalogueKey target, String... sections) {
        return each(key, item -> {
            T id = item.id(kind);
            file.refer(target, Set.of(sections), id, item);
            return id;
        });
    }

    /// The names of a list, each noted as a reference to an entry of `target`.
    List<String> names(String key, CatalogueKey target, String section) {
        return each(key, item -> {
            file.refer(target, section, item.text(), item);
            return item.text();
        });
    }

    /// What the list at `key` holds, in order; entries that cannot be used are left out with a problem.
    <T> List<T> each(String key, Function<CatalogueNode, T> read) {
        CatalogueNode list = at(key);
        if (!(list.node instanceof YamlValue.Sequence sequence)) {
            throw list.wrongValue("a single value", "a list");
        }
        List<T> results = new ArrayList<>();
        int index = 0;
        for (YamlValue item : sequence.items()) {
            CatalogueNode entry = new CatalogueNode(file, item, Optional.of(list), "[" + index++ + "]");
            try {
                results.add(read.apply(entry));
            } catch (Unusable _) {
                // Its problem is in the log; the rest of the list is still worth reading.
            }
        }
        return List.copyOf(results);
    }

    /// Compares what was counted with what the file says it holds, under `expected_counts`; a dotted path for nested
    /// counts.
    void expectCount(String what, long counted) {
        CatalogueNode counts = at("expected_counts");
        int dot = what.indexOf('.');
        if (dot >= 0) {
            counts = counts.at(what.substring(0, dot));
        }
        String key = what.substring(dot + 1);
        if (counts.number(key) != counted) {
            counts.at(key).report(CatalogueProblem.WRONG_COUNT, what, counted, counts.number(key));
        }
    }

    /// Runs a part of the reading that other parts do not need; a problem in it is in the log.
    void attempt(Consumer<CatalogueNode> part) {
        try {
            part.accept(this);
        } catch (Unusable _) {
            // Its problem is in the log.
        }
    }
}
