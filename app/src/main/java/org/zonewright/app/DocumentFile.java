package org.zonewright.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.zonewright.base.Problem;
import org.zonewright.base.SourceRef;
import org.zonewright.plant.DiskFolder;
import org.zonewright.plant.PlantReading;
import org.zonewright.plant.SourceMap;
import org.zonewright.plant.yaml.PlantYaml;
import org.zonewright.standard.catalogue.Catalogues;

/// A plant document on disk, read. `digest` is `sha256:…` of its bytes, empty where it could not be read.
public record DocumentFile(Path path, PlantReading reading, String digest) {
    private static final int MAX_BYTES = 64 << 20;

    /// Reads a document; its side files must lie in its folder. What is wrong with it is in the reading's problems;
    /// nothing is thrown for it.
    public static DocumentFile read(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                return unread(file, "larger than 64 MiB");
            }
            byte[] content = Files.readAllBytes(file);
            Path folder = file.toAbsolutePath().getParent();
            PlantYaml reader = new PlantYaml(new DiskFolder(folder == null ? file : folder), catalogues());
            return new DocumentFile(file, reader.read(file.toString(), content), "sha256:" + sha256(content));
        } catch (IOException e) {
            return unread(file, e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
        }
    }

    private static Map<String, Set<String>> catalogues() {
        return Catalogues.shipped().versions().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, version -> Set.of(version.getValue())));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static DocumentFile unread(Path file, String reason) {
        Problem problem = Problem.of(InputProblem.UNREADABLE, new SourceRef.InFile(file.toString()), reason);
        return new DocumentFile(
                file, new PlantReading(Optional.empty(), List.of(problem), 0, SourceMap.nowhere(), List.of()), "");
    }
}
