package org.zonewright.report.json;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.zonewright.base.Reason;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Texts;
import org.zonewright.report.Timestamps;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/// Writes JSON in UTF-8, one item of a top-level list a line, so that two outputs can be compared line by line.
/// Mutable; one thread. The stream stays open.
public final class JsonOut {
    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final JsonGenerator json;
    private final Texts texts;

    private JsonOut(JsonGenerator json, Texts texts) {
        this.json = json;
        this.texts = texts;
    }

    /// What is written between the first and the last brace.
    public interface Body {
        void write(JsonOut out);
    }

    /// Writes one object and a newline.
    ///
    /// @throws IOException where the stream cannot take it
    public static void write(OutputStream stream, Texts texts, Body body) throws IOException {
        write(stream, texts, body, new LineAnItem(0));
    }

    /// Writes one object on a line of its own, as streams of events want it.
    ///
    /// @throws IOException where the stream cannot take it
    public static void writeLine(OutputStream stream, Texts texts, Body body) throws IOException {
        write(stream, texts, body, new LineAnItem(2)); // too deep for any break
    }

    private static void write(OutputStream stream, Texts texts, Body body, LineAnItem breaks) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(breaks, stream)) {
            JsonOut out = new JsonOut(json, texts);
            out.startItem();
            body.write(out);
            out.endObject();
            json.writeRaw('\n');
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    /// Begins an object in a list. What is written from here to [#endObject] is in it; where there are very many,
    /// this costs less than [#item].
    public void startItem() {
        json.writeStartObject();
    }

    /// Begins an object in a field; see [#startItem].
    public void startObject(String name) {
        json.writeName(name);
        json.writeStartObject();
    }

    public void endObject() {
        json.writeEndObject();
    }

    /// Begins a list; what is written from here to [#endList] is in it.
    public void startList(String name) {
        json.writeName(name);
        json.writeStartArray();
    }

    public void endList() {
        json.writeEndArray();
    }

    public void item(Runnable fields) {
        startItem();
        fields.run();
        endObject();
    }

    public void object(String name, Runnable fields) {
        startObject(name);
        fields.run();
        endObject();
    }

    public void list(String name, Runnable items) {
        startList(name);
        items.run();
        endList();
    }

    public void texts(String name, Collection<String> values) {
        startList(name);
        for (String value : values) {
            json.writeString(paired(value));
        }
        endList();
    }

    public void text(String name, String value) {
        json.writeName(name);
        json.writeString(paired(value));
    }

    /// The value, or null where it is empty: not known.
    public void textOrNull(String name, String value) {
        if (value.isEmpty()) {
            none(name);
        } else {
            text(name, value);
        }
    }

    private void none(String name) {
        json.writeNullProperty(name);
    }

    public void number(String name, long value) {
        json.writeNumberProperty(name, value);
    }

    /// A number that is finite: JSON has no other.
    public void number(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("no number of JSON: " + value);
        }
        json.writeNumberProperty(name, value);
    }

    public void flag(String name, boolean value) {
        json.writeBooleanProperty(name, value);
    }

    public void time(String name, Optional<Instant> time) {
        if (time.isPresent()) {
            time(name, time.get());
        } else {
            none(name);
        }
    }

    public void time(String name, Instant time) {
        text(name, Timestamps.precise(time));
    }

    /// The reason as a tree: its sentence, its places and what it rests on.
    public void reason(String name, Reason reason) {
        startObject(name);
        reasonFields(reason);
        endObject();
    }

    public void reasons(String name, Collection<Reason> reasons) {
        startList(name);
        for (Reason reason : reasons) {
            startItem();
            reasonFields(reason);
            endObject();
        }
        endList();
    }

    private void reasonFields(Reason reason) {
        text("text", texts.say(reason.text()));
        if (!reason.sources().isEmpty()) {
            startList("sources");
            for (SourceRef source : reason.sources()) {
                startItem();
                placeFields(source);
                endObject();
            }
            endList();
        }
        if (!reason.because().isEmpty()) {
            reasons("because", reason.because());
        }
    }

    public void place(String name, SourceRef place) {
        startObject(name);
        placeFields(place);
        endObject();
    }

    // No switch over patterns: it goes through a method handle, and nearly every line has a place.
    private void placeFields(SourceRef place) {
        if (place instanceof SourceRef.InCapture capture) { // nearly all of them
            text("file", capture.file());
            numberFrom("frame", capture.frame(), 1);
            numberFrom("byte", capture.byteOffset(), 0);
        } else if (place instanceof SourceRef.InStandard clause) { // makers of network interfaces
            text("catalogue", clause.catalogue());
            text("clause", clause.clause());
        } else if (place instanceof SourceRef.InFile whole) { // problems
            text("file", whole.file());
        } else {
            otherFields(place);
        }
    }

    private void otherFields(SourceRef place) {
        switch (place) {
            case SourceRef.InFile(String file) -> text("file", file);
            case SourceRef.InCapture(String file, long frame, long byteOffset) -> {
                text("file", file);
                numberFrom("frame", frame, 1);
                numberFrom("byte", byteOffset, 0);
            }
            case SourceRef.InDocument(String file, int line, int column, String path) -> {
                text("file", file);
                numberFrom("line", line, 1);
                numberFrom("column", column, 1);
                textUnlessEmpty("path", path);
            }
            case SourceRef.InSheet(String file, String sheet, int row, String column) -> {
                text("file", file);
                textUnlessEmpty("sheet", sheet);
                numberFrom("row", row, 1);
                textUnlessEmpty("column", column);
            }
            case SourceRef.InStandard(String catalogue, String clause) -> {
                text("catalogue", catalogue);
                text("clause", clause);
            }
            case SourceRef.OnCommandLine(String argument) -> text("argument", argument);
        }
    }

    private void numberFrom(String name, long value, long least) {
        if (value >= least) {
            number(name, value);
        }
    }

    public void textUnlessEmpty(String name, String value) {
        if (!value.isEmpty()) {
            text(name, value);
        }
    }

    /// The text with each half of a broken surrogate pair replaced: a name from the wire may hold one, UTF-8 cannot.
    private static String paired(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (Character.isSurrogate(value.charAt(i))) {
                return value.codePoints()
                        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xfffd : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
            }
        }
        return value;
    }

    /// Breaks the line before each field of the outermost object and each item of a list in it, and nowhere else.
    private static final class LineAnItem extends ObjectWriteContext.Base implements PrettyPrinter {
        private int depth;

        LineAnItem(int depth) {
            this.depth = depth;
        }

        @Override
        public PrettyPrinter getPrettyPrinter() {
            return this;
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }

        @Override
        public void writeRootValueSeparator(JsonGenerator json) {
            json.writeRaw('\n');
        }

        @Override
        public void writeStartObject(JsonGenerator json) {
            json.writeRaw('{');
            depth++;
        }

        @Override
        public void beforeObjectEntries(JsonGenerator json) {
            breakAt(json, 1);
        }

        @Override
        public void writeObjectNameValueSeparator(JsonGenerator json) {
            json.writeRaw(depth <= 1 ? ": " : ":");
        }

        @Override
        public void writeObjectEntrySeparator(JsonGenerator json) {
            json.writeRaw(',');
            breakAt(json, 1);
        }

        @Override
        public void writeEndObject(JsonGenerator json, int entries) {
            breakAt(json, 1);
            depth--;
            json.writeRaw('}');
        }

        @Override
        public void writeStartArray(JsonGenerator json) {
            json.writeRaw('[');
            depth++;
        }

        @Override
        public void beforeArrayValues(JsonGenerator json) {
            breakAt(json, 2);
        }

        @Override
        public void writeArrayValueSeparator(JsonGenerator json) {
            json.writeRaw(',');
            breakAt(json, 2);
        }

        @Override
        public void writeEndArray(JsonGenerator json, int values) {
            if (values > 0) {
                breakAt(json, 2);
            }
            depth--;
            json.writeRaw(']');
        }

        private void breakAt(JsonGenerator json, int level) {
            if (depth == level) {
                json.writeRaw('\n');
            }
        }
    }
}
