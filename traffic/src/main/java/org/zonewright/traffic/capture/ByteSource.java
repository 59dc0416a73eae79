package org.zonewright.traffic.capture;

import java.io.Closeable;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/// Bytes that come one after the other: a file, a pipe, a decompressor. One thread.
@FunctionalInterface
public interface ByteSource extends Closeable {
    /// Reads at least one and at most `length` bytes into `target[offset…]`, waiting for them if need be, and says
    /// how many; -1 at the end. `length` is at least 1.
    int read(byte[] target, int offset, int length) throws IOException;

    @Override
    default void close() throws IOException {}

    /// The bytes of a stream, such as standard input. Closing the source closes the stream.
    static ByteSource of(InputStream stream) {
        return new ByteSource() {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return stream.read(target, offset, length);
            }

            @Override
            public void close() throws IOException {
                stream.close();
            }
        };
    }

    /// The bytes of a file, which stays open until the source is closed.
    static ByteSource open(Path file) throws IOException {
        return of(new FileInputStream(file.toFile()));
    }
}
