package org.zonewright.intake.config.build;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zonewright.intake.source.BoundedLines;
import org.zonewright.intake.source.LogFile;

/// The content of one configuration file: UTF-8, or UTF-16 where it begins with that mark (as tools on Windows save
/// it). Bytes that fit no character are replaced.
public final class ConfigText {
    private final String file;
    private final byte[] bytes;
    private final ConfigLimits limits;

    public ConfigText(String file, byte[] bytes, ConfigLimits limits) {
        this.file = file;
        this.bytes = utf8(bytes);
        this.limits = limits;
    }

    /// A text within the usual bounds.
    public static ConfigText of(String file, String text) {
        return new ConfigText(file, text.getBytes(StandardCharsets.UTF_8), ConfigLimits.USUAL);
    }

    private static byte[] utf8(byte[] bytes) {
        if (bytes.length < 2) {
            return bytes;
        }
        int mark = ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
        if (mark != 0xfeff && mark != 0xfffe) {
            return bytes;
        }
        Charset wide = StandardCharsets.UTF_16; // reads the mark itself
        return new String(bytes, wide).getBytes(StandardCharsets.UTF_8);
    }

    /// The file as its user named it.
    public String file() {
        return file;
    }

    public ConfigLimits limits() {
        return limits;
    }

    /// True if this is no text at all.
    public boolean isBinary() {
        return LogFile.isBinary(bytes);
    }

    /// The first `length` bytes as text.
    public String start(int length) {
        return new String(bytes, 0, Math.min(length, bytes.length), StandardCharsets.UTF_8);
    }

    /// The whole as a stream of UTF-8.
    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }

    /// The lines without their ends.
    ///
    /// @throws ConfigTooLarge if there are more than are read
    public List<String> lines() {
        List<String> all = new ArrayList<>();
        try {
            BoundedLines lines = new BoundedLines(open());
            for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
                if (all.size() >= limits.maxLines()) {
                    throw new ConfigTooLarge(limits.maxLines());
                }
                if (lines.wasCut()) {
                    throw new ConfigTooLarge(line.get().length()); // what is left out could decide
                }
                all.add(line.get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory can be read", e);
        }
        return all;
    }
}
