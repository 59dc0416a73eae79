package org.zonewright.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zonewright.base.Problem;
import org.zonewright.base.SourceRef;
import org.zonewright.plant.DiskFolder;
import org.zonewright.plant.PlantReading;
import org.zonewright.plant.SourceMap;
import org.zonewright.plant.yaml.PlantYaml;

/// Reads plant documents from disk; their side files must lie in the document's folder.
public final class Documents {
    private static final int MAX_BYTES = 64 << 20;

    private Documents() {}

    /// Reads a document. What is wrong with it is in the reading's problems; nothing is thrown for it.
    public static PlantReading read(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                return unread(Problem.of(
                        InputProblem.UNREADABLE, new SourceRef.InFile(file.toString()), "larger than 64 MiB"));
            }
            Path folder = file.toAbsolutePath().getParent();
            PlantYaml reader = new PlantYaml(new DiskFolder(folder == null ? file : folder), Map.of());
            return reader.read(file.toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            return unread(Problem.of(InputProblem.UNREADABLE, new SourceRef.InFile(file.toString()), reason));
        }
    }

    private static PlantReading unread(Problem problem) {
        return new PlantReading(Optional.empty(), List.of(problem), 0, SourceMap.nowhere(), List.of());
    }
}
