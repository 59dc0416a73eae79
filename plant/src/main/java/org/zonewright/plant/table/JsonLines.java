package org.zonewright.plant.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.zonewright.plant.PlantProblem;
import org.zonewright.plant.markup.JsonText;
import org.zonewright.plant.shape.Decoder;
import org.zonewright.plant.tree.Node;
import org.zonewright.plant.tree.Place;
import org.zonewright.plant.tree.TreePath;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// Items as JSON lines: one object a line, the keys of the document.
public final class JsonLines {
    private static final int MAX_DEPTH = 40;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build();

    private JsonLines() {}

    /// Gives each line as a mapping; a line that is none is reported and left out.
    public static void read(String file, String text, Decoder decoder, Consumer<Node.Mapping> rows) {
        int line = 0;
        for (String json : (Iterable<String>) text.lines()::iterator) {
            line++;
            if (!json.isBlank()) {
                Place place = new Place.InText(file, line, 1, 0, 0, Place.Style.FLOW);
                row(json, place, decoder, rows);
            }
        }
    }

    private static void row(String json, Place place, Decoder decoder, Consumer<Node.Mapping> rows) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            if (node(parser, place) instanceof Node.Mapping mapping && parser.nextToken() == null) {
                rows.accept(mapping);
                return;
            }
            report(place, decoder, "a line is one object");
        } catch (JacksonException e) {
            report(place, decoder, String.valueOf(e.getOriginalMessage()));
        }
    }

    private static void report(Place place, Decoder decoder, String why) {
        decoder.report(PlantProblem.BAD_ROW, new Node.Scalar("", false, place), TreePath.ROOT, why);
    }

    private static Node node(JsonParser parser, Place place) {
        JsonToken token = parser.currentToken();
        if (token == null) {
            return new Node.Scalar("", false, place);
        }
        return switch (token) {
            case START_OBJECT -> mapping(parser, place);
            case START_ARRAY -> sequence(parser, place);
            case VALUE_NULL -> new Node.Scalar("", false, place);
            case VALUE_STRING -> new Node.Scalar(parser.getString(), true, place);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
                new Node.Scalar(parser.getString(), false, place);
            case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                throw new IllegalStateException("a value begins with no " + token);
        };
    }

    private static Node mapping(JsonParser parser, Place place) {
        List<Node.Entry> entries = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            entries.add(new Node.Entry(key, place, node(parser, place)));
        }
        return new Node.Mapping(entries, place);
    }

    private static Node sequence(JsonParser parser, Place place) {
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(parser, place));
        }
        return new Node.Sequence(items, place);
    }

    /// The items as lines, each ended by LF.
    public static String write(List<Node.Mapping> items) {
        StringBuilder out = new StringBuilder();
        items.forEach(item -> out.append(JsonText.line(item)).append('\n'));
        return out.toString();
    }
}
