package org.zonewright.intake.source;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.zonewright.intake.IntakeProblem;

/// A file that is read from its start to its end, unpacked where it is packed with gzip, while its SHA-256 is made.
/// What goes wrong is reported to the gathering; what was read before holds. Mutable; one thread.
public final class LogFile {
    private static final int HEADER = 64;
    private static final int LOOK = 64 << 10;

    private LogFile() {}

    /// Takes one line after the other.
    @FunctionalInterface
    public interface LineTaker {
        void line(String text, int number);
    }

    /// Reads all lines; gives the digest.
    public static String lines(Path file, Gathering into, LineTaker taker) {
        return bytes(file, into, in -> {
            BoundedLines lines = new BoundedLines(in);
            for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
                if (lines.wasCut()) {
                    into.log()
                            .report(
                                    IntakeProblem.SOURCE_BAD_ROW,
                                    into.at(lines.line()),
                                    "longer than " + SourceLimits.MAX_LINE + " characters");
                } else {
                    taker.line(line.get(), lines.line());
                }
            }
        });
    }

    /// Reads the lines that the first 64 KiB hold whole.
    public static void firstLines(Path file, Gathering into, LineTaker taker) {
        try {
            byte[] start = start(file);
            BoundedLines lines = new BoundedLines(new ByteArrayInputStream(start));
            Optional<String> line = lines.next();
            while (line.isPresent()) {
                int number = lines.line();
                Optional<String> following = lines.next();
                if (following.isPresent() || start.length < LOOK) {
                    taker.line(line.get(), number);
                }
                line = following;
            }
        } catch (IOException e) {
            into.log().report(IntakeProblem.SOURCE_UNREADABLE, into.at(0), String.valueOf(e.getMessage()));
        }
    }

    /// Reads the bytes of a file.
    @FunctionalInterface
    public interface ByteTaker {
        void read(InputStream in) throws IOException;
    }

    /// Gives the unpacked bytes to the taker; gives the digest.
    public static String bytes(Path file, Gathering into, ByteTaker taker) {
        MessageDigest digest = sha256();
        try (InputStream raw = Files.newInputStream(file);
                DigestInputStream stored = new DigestInputStream(raw, digest);
                InputStream in = unpacked(stored, Files.size(file))) {
            taker.read(new LeftOpen(in));
            stored.transferTo(OutputStream.nullOutputStream());
        } catch (RefusedSource e) {
            e.reportTo(into);
        } catch (UnpacksTooLarge e) {
            into.log().report(IntakeProblem.SOURCE_UNPACKS_TOO_LARGE, into.at(0), e.stored);
        } catch (EOFException | ZipException e) {
            into.log().report(IntakeProblem.SOURCE_DAMAGED, into.at(0), "the packed data breaks off or is damaged");
        } catch (IOException e) {
            into.log()
                    .report(
                            IntakeProblem.SOURCE_UNREADABLE,
                            into.at(0),
                            e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
        }
        return "sha256:" + HexFormat.of().formatHex(digest.digest());
    }

    /// The whole file, within [SourceLimits#MAX_WHOLE_BYTES]; empty where that is exceeded, which is reported.
    public static byte[] whole(InputStream in, Gathering into) throws IOException {
        byte[] bytes = in.readNBytes(SourceLimits.MAX_WHOLE_BYTES + 1);
        if (bytes.length > SourceLimits.MAX_WHOLE_BYTES) {
            into.log().report(IntakeProblem.SOURCE_TOO_LONG, into.at(0), SourceLimits.MAX_WHOLE_BYTES >> 20);
            return new byte[0];
        }
        return bytes;
    }

    /// The first 64 KiB of a file, unpacked; fewer where it is shorter or damaged.
    public static byte[] start(Path file) throws IOException {
        try (InputStream raw = Files.newInputStream(file)) {
            byte[] start = raw.readNBytes(LOOK);
            if (!isGzip(start)) {
                return start;
            }
            try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(start))) {
                return in.readNBytes(LOOK);
            } catch (EOFException | ZipException e) {
                return partly(start);
            }
        }
    }

    /// True if a file that starts with these bytes is no text: one of the first of them is zero, as in every capture.
    public static boolean isBinary(byte[] start) {
        for (int i = 0; i < Math.min(start.length, HEADER); i++) {
            if (start[i] == 0) {
                return true;
            }
        }
        return false;
    }

    /// What can be unpacked of the start of a longer file.
    private static byte[] partly(byte[] start) throws IOException {
        byte[] found = new byte[LOOK];
        int length = 0;
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(start))) {
            int read = in.read(found);
            while (read > 0 && length + read <= LOOK) {
                length += read;
                read = in.read(found, length, LOOK - length);
            }
        } catch (EOFException | ZipException e) {
            return Arrays.copyOf(found, length);
        }
        return Arrays.copyOf(found, length);
    }

    private static boolean isGzip(byte[] start) {
        return start.length > 2 && (start[0] & 0xff) == 0x1f && (start[1] & 0xff) == 0x8b;
    }

    private static InputStream unpacked(InputStream stored, long storedBytes) throws IOException {
        InputStream peeked = new BufferedInputStream(stored, 1 << 16);
        peeked.mark(4);
        byte[] magic = peeked.readNBytes(3);
        peeked.reset();
        return isGzip(magic) ? new Bounded(new GZIPInputStream(peeked, 1 << 16), storedBytes) : peeked;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /// Parsers close what they read to its end; the rest of the file still counts for the digest.
    private static final class LeftOpen extends FilterInputStream {
        private LeftOpen(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return in.read(into, offset, length);
        }

        @Override
        public void close() {
            // Closed by whoever opened it.
        }
    }

    private static final class UnpacksTooLarge extends IOException {
        private static final long serialVersionUID = 1;
        private final long stored;

        private UnpacksTooLarge(long stored) {
            super("unpacks too large");
            this.stored = stored;
        }
    }

    /// Stops where a packed file gives more than its size allows.
    private static final class Bounded extends FilterInputStream {
        private final long stored;
        private long left;

        private Bounded(InputStream in, long stored) {
            super(in);
            this.stored = stored;
            this.left = SourceLimits.ALWAYS_UNPACKED_BYTES + stored * SourceLimits.MAX_UNPACK_RATIO;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int bytes) throws IOException {
            left -= bytes;
            if (left < 0) {
                throw new UnpacksTooLarge(stored);
            }
        }
    }
}
