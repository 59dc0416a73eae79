package org.zonewright.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.zonewright.facts.memory.MemoryBudget;
import picocli.CommandLine.TypeConversionException;

/// How much memory a run may take, and where tables spill what is beyond.
///
/// The launcher turns `--memory` into the heap of the JVM before that starts ([#OUTSIDE_HEAP] less, and refuses
/// nothing); here it is checked, and the heap there is becomes the budget of the tables.
final class MemoryOptions {
    private static final long MEGABYTE = 1 << 20;

    /// The least that `--memory` may be.
    static final long LEAST = 256 * MEGABYTE;

    /// What the JVM takes beside its heap: code, classes, threads, buffers of files. The launcher has the same number.
    static final long OUTSIDE_HEAP = 144 * MEGABYTE;

    /// What a run needs of the heap beside its tables.
    private static final long BESIDE_TABLES = 64 * MEGABYTE;

    private final Given<Optional<Long>> memory;
    private final Given<Optional<Path>> folder;

    MemoryOptions(Arguments arguments) {
        memory = arguments
                .option(
                        "--memory",
                        "SIZE",
                        "The memory that the program may take, such as 512M or 2G, at least 256M; a quarter of the"
                                + " machine's if not given. Tables spill what is beyond to a temporary file.")
                .as(MemoryOptions::size);
        folder = arguments
                .option("--spill-dir", "FOLDER", "The folder of the temporary file; the system's if not given.")
                .as(MemoryOptions::writable);
    }

    /// The budget of this run's tables: of the heap less what else is in it, three quarters.
    MemoryBudget budget() {
        long heap = Runtime.getRuntime().maxMemory();
        long allowed = Math.min(heap, memory.value().orElse(Long.MAX_VALUE) - OUTSIDE_HEAP);
        long tables = Math.max(allowed - BESIDE_TABLES, BESIDE_TABLES / 4) / 4 * 3;
        return MemoryBudget.of(
                tables, folder.value().orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir", "."))));
    }

    /// Reads a size in M or G.
    private static long size(String value) {
        String upper = value.toUpperCase(Locale.ROOT);
        if (!upper.matches("[0-9]{1,7}[MG]")) {
            throw new TypeConversionException("'" + value + "' is no size such as 512M or 2G");
        }
        long unit = upper.endsWith("G") ? 1024 * MEGABYTE : MEGABYTE;
        long bytes = Long.parseLong(upper.substring(0, upper.length() - 1)) * unit;
        if (bytes < LEAST) {
            throw new TypeConversionException("'" + value + "' is too little: at least 256M are needed");
        }
        return bytes;
    }

    /// Takes a folder that can be written to.
    private static Path writable(String value) {
        Path folder = Path.of(value);
        if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new TypeConversionException("'" + value + "' is no folder that can be written to");
        }
        return folder;
    }
}
