package org.zonewright.traffic.capture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/// Something that captures can be read from, named as the user named it.
public sealed interface CaptureInput {
    /// What problems and results call it.
    String name();

    /// The bytes from the beginning. To be closed by the caller.
    ByteSource open() throws IOException;

    /// A file. `name` is the argument, or the folder's argument with the path below it, with `/` on every system.
    record InFile(String name, Path path) implements CaptureInput {
        @Override
        public ByteSource open() throws IOException {
            return ByteSource.open(path);
        }
    }

    /// A stream that can be read once, such as standard input. Closing its bytes leaves the stream open.
    record InStream(String name, InputStream stream) implements CaptureInput {
        @Override
        public ByteSource open() {
            return stream::read;
        }
    }
}
