package org.zonewright.plant.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.zonewright.base.ProblemLog;
import org.zonewright.plant.Samples;
import org.zonewright.plant.markup.YamlTree;
import org.zonewright.plant.shape.Key;
import org.zonewright.plant.shape.Shape;
import org.zonewright.plant.tree.Node;

/// Editors check a document against the schema while it is typed; it must take what the reader takes and know its
/// keys.
class PlantSchemaTest {
    private static final Node.Mapping SCHEMA = (Node.Mapping) parse(PlantSchema.text());

    private static Node parse(String text) {
        return YamlTree.parse("text", text, new ProblemLog()).orElseThrow();
    }

    @Test
    void theFullDocumentFollowsTheSchema() {
        assertThat(new SchemaCheck(SCHEMA).faults(parse(Samples.FULL))).isEmpty();
    }

    @Test
    void faultsAreSeenBySchemaToo() {
        for (String fault : List.of(
                "zonse: []",
                "zones: [ { id: a } ]",
                "zones: [ { id: a, function: contrl } ]",
                "zones: [ { id: a, function: dmz, members: [ { ip: 10.0.0.1, mac: \"00:00:00:00:00:00\" } ] } ]",
                "zones: [ { id: \"a b\", function: dmz } ]",
                "zones: { id: a }")) {
            Node document = parse("zonewright: 1\nsite: { id: nord }\n" + fault + "\n");
            assertThat(new SchemaCheck(SCHEMA).faults(document)).as(fault).isNotEmpty();
        }
    }

    @Test
    void everyKeyOfTheReaderStandsInTheFullDocument() {
        Set<String> unused = new TreeSet<>();
        Set<String> used = new TreeSet<>();
        keys(parse(Samples.FULL), used);
        for (Shape<?> shape : PlantReference.shapes()) {
            if (!shape.name().equals("side file")) {
                shape.keys().stream()
                        .map(Key::name)
                        .filter(key -> !used.contains(key))
                        .forEach(unused::add);
            }
        }
        assertThat(unused).isEmpty();
    }

    private static void keys(Node node, Set<String> keys) {
        switch (node) {
            case Node.Mapping mapping ->
                mapping.entries().forEach(entry -> {
                    keys.add(entry.key());
                    keys(entry.value(), keys);
                });
            case Node.Sequence list -> list.items().forEach(item -> keys(item, keys));
            case Node.Scalar _ -> {}
        }
    }

    @Test
    void everyExampleOfTheReferenceIsYamlThatTheSchemaTakes() {
        List<String> wrong = new ArrayList<>();
        for (Shape<?> shape : PlantReference.shapes()) {
            Node definition = shape.name().equals("plant document")
                    ? SCHEMA
                    : SCHEMA.get("$defs")
                            .flatMap(
                                    all -> ((Node.Mapping) all).get(shape.name().replace(' ', '-')))
                            .orElseThrow();
            for (Key<?, ?> key : shape.keys()) {
                Node property = ((Node.Mapping)
                                ((Node.Mapping) definition).get("properties").orElseThrow())
                        .get(key.name())
                        .orElseThrow();
                Node example = parse("x: " + key.example() + "\n");
                Node value = ((Node.Mapping) example).get("x").orElseThrow();
                new SchemaCheck(SCHEMA)
                        .faults(value, (Node.Mapping) property)
                        .forEach(fault -> wrong.add(shape.name() + "." + key.name() + ": " + fault));
            }
        }
        assertThat(wrong).isEmpty();
    }
}
