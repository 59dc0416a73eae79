package org.zonewright.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.zonewright.traffic.capture.CaptureInput;
import org.zonewright.traffic.capture.CaptureInputs;

/// Keeps a file once that was given several times: by itself and with its folder, or by several names. Of the names
/// the shortest is kept, so that the order of arguments does not show.
final class FilesOnce {
    private FilesOnce() {}

    static List<CaptureInput> captures(List<CaptureInput> given) {
        return once(given, FilesOnce::place, CaptureInput::name);
    }

    static List<Path> files(List<Path> given) {
        return once(given, FilesOnce::place, Path::toString);
    }

    private static <T> List<T> once(List<T> given, Function<T, Path> place, Function<T, String> name) {
        Map<Path, T> kept = new LinkedHashMap<>();
        for (T one : given) {
            kept.merge(
                    place.apply(one),
                    one,
                    (known, other) -> isBetter(name.apply(known), name.apply(other)) ? known : other);
        }
        return List.copyOf(kept.values());
    }

    /// The shorter name, and of equally long ones the first by letters.
    private static boolean isBetter(String known, String other) {
        return known.length() != other.length() ? known.length() < other.length() : known.compareTo(other) <= 0;
    }

    /// A stream can be read once, and what is relative is no file's place.
    private static Path place(CaptureInput capture) {
        return capture instanceof CaptureInput.InFile file ? place(file.path()) : Path.of(CaptureInputs.STREAM);
    }

    private static Path place(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            return file.toAbsolutePath().normalize(); // whoever reads it says why that cannot be done
        }
    }
}
