package org.zonewright.intake.config.build;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zonewright.intake.IntakeProblem;
import org.zonewright.intake.source.RefusedSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/// A value of a JSON configuration. Numbers and truth values are kept as text, and nothing as an empty text. No types
/// are bound; depth, lengths and the number of values are bounded.
public sealed interface JsonValue {
    record Text(String text) implements JsonValue {}

    record Items(List<JsonValue> items) implements JsonValue {}

    record Fields(Map<String, JsonValue> fields, int line) implements JsonValue {}

    /// Reads a file that holds one value; each value counts as several steps.
    ///
    /// @throws IOException if it breaks off or nests too deep
    static JsonValue read(InputStream in, RulesetBuilder rules) throws IOException {
        return Reader.read(in, rules);
    }

    /// The text of a text, of a number; empty for anything else.
    default String asText() {
        return this instanceof Text(String text) ? text : "";
    }

    /// The items of a list; a single value is a list of one.
    default List<JsonValue> asItems() {
        return this instanceof Items(List<JsonValue> items) ? items : List.of(this);
    }

    /// The value of a field; an empty text where it is not there.
    default JsonValue field(String name) {
        return this instanceof Fields(Map<String, JsonValue> fields, int _)
                ? fields.getOrDefault(name, new Text(""))
                : new Text("");
    }

    default boolean has(String name) {
        return this instanceof Fields(Map<String, JsonValue> fields, int _) && fields.containsKey(name);
    }

    /// The name of the only or first field; empty for anything but an object.
    default String key() {
        return this instanceof Fields(Map<String, JsonValue> fields, int _)
                ? fields.keySet().stream().findFirst().orElse("")
                : "";
    }

    /// How the values come from the parser.
    final class Reader {
        private static final int MAX_DEPTH = 64;
        private static final int STEPS = 8;
        private static final JsonFactory JSON = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxStringLength(1 << 20)
                        .build())
                .build();

        private Reader() {}

        private static JsonValue read(InputStream in, RulesetBuilder rules) throws IOException {
            try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), in)) {
                JsonToken token = parser.nextToken();
                if (token == null) {
                    throw new RefusedSource(IntakeProblem.SOURCE_DAMAGED, "the JSON is empty");
                }
                return value(parser, token, rules);
            } catch (StreamConstraintsException e) {
                throw new RefusedSource(IntakeProblem.SOURCE_TOO_DEEP, "more than " + MAX_DEPTH + " levels");
            } catch (JacksonException e) {
                throw new RefusedSource(IntakeProblem.SOURCE_DAMAGED, "the JSON breaks off or is not well formed");
            }
        }

        private static JsonValue value(JsonParser parser, JsonToken token, RulesetBuilder rules) throws IOException {
            rules.spend(STEPS);
            if (token == JsonToken.START_OBJECT) {
                int line = Math.max(1, parser.currentTokenLocation().getLineNr());
                Map<String, JsonValue> fields = new LinkedHashMap<>(4);
                JsonToken next = parser.nextToken();
                while (next == JsonToken.PROPERTY_NAME) {
                    String name = parser.currentName();
                    fields.put(name, value(parser, ahead(parser), rules));
                    next = parser.nextToken();
                }
                return new Fields(fields, line);
            }
            if (token == JsonToken.START_ARRAY) {
                List<JsonValue> items = new ArrayList<>(2);
                JsonToken next = ahead(parser);
                while (next != JsonToken.END_ARRAY) {
                    items.add(value(parser, next, rules));
                    next = ahead(parser);
                }
                return new Items(items);
            }
            return new Text(token == JsonToken.VALUE_NULL ? "" : parser.getString());
        }

        private static JsonToken ahead(JsonParser parser) throws IOException {
            JsonToken token = parser.nextToken();
            if (token == null) {
                throw new RefusedSource(IntakeProblem.SOURCE_DAMAGED, "the JSON breaks off");
            }
            return token;
        }
    }
}
