package org.zonewright.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.zonewright.base.SourceRef;

/// Writes result files whole or not at all: beside their place first, then moved there. What could not be written
/// leaves nothing behind and is a [WriteFailure].
final class ResultFile {
    private ResultFile() {}

    static void write(Path file, Console.Content content) {
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(partial))) {
                content.writeTo(out);
            }
            move(partial, file);
        } catch (IOException e) {
            discard(partial, e);
            throw new WriteFailure(new SourceRef.InFile(file.toString()), e);
        }
    }

    private static void move(Path partial, Path file) throws IOException {
        try {
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void discard(Path partial, IOException failure) {
        try {
            Files.deleteIfExists(partial);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }
}
