package org.zonewright.app.watch;

import java.io.InputStream;

/// What is followed.
public sealed interface WatchPlace {
    /// A file that grows, or a ring of files: a folder or a glob. `argument` is what the user typed.
    record InFiles(String argument) implements WatchPlace {}

    /// A network interface of this machine, by the name that the recorder knows.
    record OnInterface(String name) implements WatchPlace {}

    /// A capture that comes as a stream, called `name`.
    record OnStream(String name, InputStream stream) implements WatchPlace {}
}
