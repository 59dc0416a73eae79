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

/// Writes JSON in UTF-8, one item of a top-level list a line, so that two outputs can be compared line by line.
/// Mutable; one thread. The stream stays open.
public final class JsonOut {
    private final JsonBytes json;
    private final Texts texts;
    private int depth;
    private boolean first = true; // nothing stands yet between the innermost brace or bracket and here

    private JsonOut(JsonBytes json, Texts texts, int depth) {
        this.json = json;
        this.texts = texts;
        this.depth = depth;
    }

    /// What is written between the first and the last brace.
    public interface Body {
        void write(JsonOut out);
    }

    /// Writes one object and a newline.
    ///
    /// @throws IOException where the stream cannot take it
    public static void write(OutputStream stream, Texts texts, Body body) throws IOException {
        write(stream, texts, body, 0);
    }

    /// Writes one object on a line of its own, as streams of events want it.
    ///
    /// @throws IOException where the stream cannot take it
    public static void writeLine(OutputStream stream, Texts texts, Body body) throws IOException {
        write(stream, texts, body, 2); // too deep for any break
    }

    private static void write(OutputStream stream, Texts texts, Body body, int depth) throws IOException {
        JsonBytes json = new JsonBytes(stream);
        try {
            JsonOut out = new JsonOut(json, texts, depth);
            out.open('{');
            body.write(out);
            out.endObject();
            json.sign('\n');
            json.flush();
        } catch (JsonBytes.Refused e) {
            throw e.refusal();
        }
        stream.flush();
    }

    /// Begins an object in a list. What is written from here to [#endObject] is in it; where there are very many,
    /// this costs less than [#item].
    public void startItem() {
        separate(2);
        open('{');
    }

    /// Begins an object in a field; see [#startItem].
    public void startObject(String name) {
        name(name);
        open('{');
    }

    public void endObject() {
        breakAt(1);
        close('}');
    }

    /// Begins a list; what is written from here to [#endList] is in it.
    public void startList(String name) {
        name(name);
        open('[');
    }

    public void endList() {
        if (!first) {
            breakAt(2);
        }
        close(']');
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

    private void open(char bracket) {
        json.sign(bracket);
        depth++;
        first = true;
    }

    private void close(char bracket) {
        depth--;
        json.sign(bracket);
        first = false;
    }

    /// What stands before a field, or an item of a list: the line is broken before each field of the outermost object
    /// and each item of a list in it, and nowhere else.
    private void separate(int breaking) {
        if (!first) {
            json.sign(',');
        }
        breakAt(breaking);
        first = false;
    }

    private void breakAt(int level) {
        if (depth == level) {
            json.sign('\n');
        }
    }

    private void name(String name) {
        separate(1);
        json.string(name);
        json.sign(':');
        if (depth <= 1) {
            json.sign(' ');
        }
    }

    public void texts(String name, Collection<String> values) {
        startList(name);
        for (String value : values) {
            separate(2);
            json.string(value);
        }
        endList();
    }

    public void text(String name, String value) {
        name(name);
        json.string(value);
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
        name(name);
        json.word("null");
    }

    public void number(String name, long value) {
        name(name);
        json.number(value);
    }

    /// A number that is finite: JSON has no other.
    public void number(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("no number of JSON: " + value);
        }
        name(name);
        json.word(Double.toString(value));
    }

    public void flag(String name, boolean value) {
        name(name);
        json.word(value ? "true" : "false");
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
}
