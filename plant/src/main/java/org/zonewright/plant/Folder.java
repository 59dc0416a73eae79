package org.zonewright.plant;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;

/// Where the files beside a document are found. Readers never touch a file system themselves.
public interface Folder {
    /// Opens the file at a relative path with `/`. The path was already checked to have no `..` and not to be
    /// absolute; an implementation on disk also refuses links that lead outside.
    InputStream open(String path) throws IOException;

    /// A folder with nothing in it.
    static Folder empty() {
        return path -> {
            throw new NoSuchFileException(path);
        };
    }
}
