package org.zonewright.plant;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/// A folder on disk out of which nothing leads: what a path or a link in it points to must lie in the folder itself.
public record DiskFolder(Path root) implements Folder {
    /// Opens a regular file of the folder.
    ///
    /// @throws AccessDeniedException where the path leads outside
    @Override
    public InputStream open(String path) throws IOException {
        Path home = root.toRealPath();
        Path file = home.resolve(path).toRealPath();
        if (!file.startsWith(home) || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new AccessDeniedException(path);
        }
        return Files.newInputStream(file);
    }
}
