package org.zonewright.systemtests;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// A value of a JSON result, read as a peer program reads it: what is not there fails the test with its path.
final class Json {
    private final String path;
    private final @Nullable Object value;

    private Json(String path, @Nullable Object value) {
        this.path = path;
        this.value = value;
    }

    /// The value that a text holds.
    static Json read(String text) {
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
            return new Json("$", value(parser, parser.nextToken()));
        }
    }

    private static @Nullable Object value(JsonParser parser, @Nullable JsonToken token) {
        return switch (Objects.requireNonNull(token, "the text ends in the middle of a value")) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_NULL -> null;
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE -> parser.getString();
            case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                throw new IllegalStateException("no value: " + token);
        };
    }

    private static Map<String, Json> object(JsonParser parser) {
        Map<String, Json> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            members.put(name, new Json(name, value(parser, parser.nextToken())));
        }
        return members;
    }

    private static List<Json> array(JsonParser parser) {
        List<Json> items = new ArrayList<>();
        JsonToken token = parser.nextToken();
        while (token != JsonToken.END_ARRAY) {
            items.add(new Json("[" + items.size() + "]", value(parser, token)));
            token = parser.nextToken();
        }
        return items;
    }

    /// A member that must be there.
    Json at(String name) {
        if (value instanceof Map<?, ?> members && members.get(name) instanceof Json member) {
            return member;
        }
        throw new AssertionError(path + " has no member " + name + ": " + this);
    }

    boolean has(String name) {
        return value instanceof Map<?, ?> members && members.containsKey(name);
    }

    boolean isNull() {
        return value == null;
    }

    List<Json> list() {
        if (value instanceof List<?> items) {
            return items.stream().map(Json.class::cast).toList();
        }
        throw new AssertionError(path + " is no list: " + this);
    }

    /// The items of a list that may be left out.
    List<Json> list(String name) {
        return has(name) ? at(name).list() : List.of();
    }

    List<String> texts() {
        return list().stream().map(Json::text).toList();
    }

    String text() {
        if (value instanceof String text) {
            return text;
        }
        throw new AssertionError(path + " is no text or number: " + this);
    }

    long number() {
        return Long.parseLong(text());
    }

    /// Everything in it, for people and for searching.
    @Override
    public String toString() {
        return String.valueOf(value);
    }
}
