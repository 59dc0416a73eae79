package org.zonewright.cli;

import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.zonewright.base.Problem;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Texts;

/// The two streams of a command: results and messages. A result that cannot be written is a [WriteFailure], never
/// lost.
final class Console {
    private static final int SHOWN = 20;

    private final PrintStream messages;
    private final Supplier<Texts> texts;

    /// @param texts read when the first of them is said
    Console(PrintStream messages, Supplier<Texts> texts) {
        this.messages = messages;
        this.texts = texts;
    }

    Texts texts() {
        return texts.get();
    }

    /// Columns of the terminal, as far as the shell tells them in `COLUMNS`; 120 where it does not.
    int width() {
        String columns = System.getenv("COLUMNS");
        return columns != null && columns.matches("[1-9][0-9]{1,3}") ? Math.max(60, Integer.parseInt(columns)) : 120;
    }

    /// Says a keyed text on standard error.
    void say(String key, Object... arguments) {
        messages.println(texts().say(key, arguments));
    }

    /// Says lines that are texts already on standard error.
    void tell(String lines) {
        messages.print(lines);
    }

    /// Says problems with their hints.
    void sayAll(List<Problem> problems) {
        for (Problem problem : problems) {
            messages.println(problem.display(texts()));
            messages.println("  " + texts().say(problem.hint()));
        }
    }

    /// Says problems with their hints, the first [#SHOWN] of them; all are in the result.
    void say(List<Problem> problems) {
        sayAll(problems.subList(0, Math.min(SHOWN, problems.size())));
        if (problems.size() > SHOWN) {
            say("cli.more-problems", problems.size() - SHOWN);
        }
    }

    /// Writes to standard output, all or nothing said.
    void result(Content content) {
        try (OutputStream out = new FileOutputStream(FileDescriptor.out)) {
            content.writeTo(out);
        } catch (IOException e) {
            throw new WriteFailure(new SourceRef.OnCommandLine("standard output"), e);
        }
    }

    /// Writes a part of the result to standard output at once; more may follow.
    void part(Content content) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            content.writeTo(bytes);
            // Not closed: the next part goes there too.
            new FileOutputStream(FileDescriptor.out).write(bytes.toByteArray());
        } catch (IOException e) {
            throw new WriteFailure(new SourceRef.OnCommandLine("standard output"), e);
        }
    }

    void result(String text) {
        result(out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /// Something that writes a result.
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }
}
