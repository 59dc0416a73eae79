package org.zonewright.intake.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.zonewright.intake.IntakeProblem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/// Reads a line that holds one JSON object into a flat [LogRecord]. Types are not bound; depth, fields and lengths
/// are.
public final class JsonRecords {
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(SourceLimits.MAX_DEPTH)
                    .maxStringLength(SourceLimits.MAX_LINE)
                    .build())
            .build();

    private JsonRecords() {}

    /// The record, or nothing where the line is not one JSON object.
    public static Optional<LogRecord> read(String line, int number) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            object(parser, "", values);
            return parser.nextToken() == null ? Optional.of(new LogRecord(number, values)) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty(); // the caller names the line; the parser's words are about its own insides
        }
    }

    /// Gives the objects of a file one after the other: the members of a list, or of the list of that name in an
    /// object,
    /// or a single object. What is not well formed ends the reading with a problem; the objects before hold.
    public static void objects(InputStream in, String list, Consumer<LogRecord> taker) throws IOException {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), in)) {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_ARRAY) {
                members(parser, taker);
            } else if (token == JsonToken.START_OBJECT) {
                one(parser, list, taker);
            } else {
                throw new RefusedSource(IntakeProblem.SOURCE_DAMAGED, "neither an object nor a list");
            }
        } catch (StreamConstraintsException e) {
            throw new RefusedSource(IntakeProblem.SOURCE_TOO_DEEP, "more than " + SourceLimits.MAX_DEPTH + " levels");
        } catch (JacksonException e) {
            throw new RefusedSource(IntakeProblem.SOURCE_DAMAGED, "the JSON breaks off or is not well formed");
        }
    }

    private static void members(JsonParser parser, Consumer<LogRecord> taker) {
        JsonToken token = parser.nextToken();
        while (token != null && token != JsonToken.END_ARRAY) {
            int line = line(parser);
            if (token == JsonToken.START_OBJECT) {
                Map<String, List<String>> values = new LinkedHashMap<>();
                object(parser, "", values);
                taker.accept(new LogRecord(line, values));
            } else if (token == JsonToken.START_ARRAY) {
                parser.skipChildren();
            }
            token = parser.nextToken();
        }
    }

    private static void one(JsonParser parser, String list, Consumer<LogRecord> taker) {
        int line = line(parser);
        Map<String, List<String>> values = new LinkedHashMap<>();
        boolean listed = false;
        JsonToken token = parser.nextToken();
        while (token != null && token != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals(list) && value == JsonToken.START_ARRAY) {
                listed = true;
                members(parser, taker);
            } else {
                value(parser, value, name, values);
            }
            token = parser.nextToken();
        }
        if (!listed) {
            taker.accept(new LogRecord(line, values));
        }
    }

    private static int line(JsonParser parser) {
        return Math.max(1, parser.currentTokenLocation().getLineNr());
    }

    /// Reads the object the parser stands in, to its end.
    static void object(JsonParser parser, String prefix, Map<String, List<String>> values) {
        JsonToken token = parser.nextToken();
        while (token != null && token != JsonToken.END_OBJECT) {
            String name = prefix + parser.currentName();
            value(parser, parser.nextToken(), name, values);
            token = parser.nextToken();
        }
    }

    private static void value(JsonParser parser, JsonToken token, String name, Map<String, List<String>> values) {
        if (token == JsonToken.START_OBJECT) {
            object(parser, name + ".", values);
        } else if (token == JsonToken.START_ARRAY) {
            array(parser, name, values);
        } else if (token != JsonToken.VALUE_NULL && values.size() < SourceLimits.MAX_FIELDS) {
            values.computeIfAbsent(name, any -> new ArrayList<>()).add(parser.getString());
        }
    }

    private static void array(JsonParser parser, String name, Map<String, List<String>> values) {
        int place = 0;
        JsonToken token = parser.nextToken();
        while (token != null && token != JsonToken.END_ARRAY) {
            boolean plain = token != JsonToken.START_OBJECT && token != JsonToken.START_ARRAY;
            value(parser, token, plain ? name : name + "[" + place + "]", values);
            place++;
            token = parser.nextToken();
        }
    }
}
