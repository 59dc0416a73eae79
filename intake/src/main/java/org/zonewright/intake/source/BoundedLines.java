package org.zonewright.intake.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The lines of a text file in UTF-8, each of a bounded length. What does not fit the character set is replaced.
/// Mutable;
/// one thread.
public final class BoundedLines {
    private final Reader reader;
    private final char[] block = new char[8192];
    private int at;
    private int filled;
    private int line;
    private boolean cut;

    public BoundedLines(InputStream in) {
        reader = new InputStreamReader(in, StandardCharsets.UTF_8);
    }

    /// The next line without its end; nothing behind the last one.
    public Optional<String> next() throws IOException {
        StringBuilder text = new StringBuilder(160);
        cut = false;
        boolean any = false;
        int c = read();
        while (c >= 0) {
            any = true;
            if (c == '\n') {
                break;
            }
            if (text.length() < SourceLimits.MAX_LINE) {
                text.append((char) c);
            } else {
                cut = true;
            }
            c = read();
        }
        if (!any) {
            return Optional.empty();
        }
        line++;
        int length = text.length();
        if (length > 0 && text.charAt(length - 1) == '\r') {
            text.setLength(length - 1);
        }
        if (line == 1 && !text.isEmpty() && text.charAt(0) == '\ufeff') {
            text.deleteCharAt(0);
        }
        return Optional.of(text.toString());
    }

    private int read() throws IOException {
        if (at == filled) {
            filled = reader.read(block);
            at = 0;
            if (filled <= 0) {
                filled = 0;
                return -1;
            }
        }
        return block[at++];
    }

    /// The last line's number, from 1.
    public int line() {
        return line;
    }

    /// True if the last line was longer than is kept.
    public boolean wasCut() {
        return cut;
    }
}
