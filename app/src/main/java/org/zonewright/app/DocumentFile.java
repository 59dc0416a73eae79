package org.zonewright.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.zonewright.assess.conformance.DocumentChanges;
import org.zonewright.base.Problem;
import org.zonewright.base.SourceRef;
import org.zonewright.plant.DiskFolder;
import org.zonewright.plant.Folder;
import org.zonewright.plant.PlantReading;
import org.zonewright.plant.SourceMap;
import org.zonewright.plant.yaml.Edit;
import org.zonewright.plant.yaml.PlantEditor;
import org.zonewright.plant.yaml.PlantNodes;
import org.zonewright.plant.yaml.PlantYaml;
import org.zonewright.standard.catalogue.Catalogues;

/// A plant document on disk, read. `text` is what it says, `digest` `sha256:…` of its bytes; both are empty where it
/// could not be read.
public record DocumentFile(Path path, PlantReading reading, String text, String digest) {
    private static final int MAX_BYTES = 64 << 20;
    private static final String SHA_256 = "sha256:";

    /// Reads a document; its side files must lie in its folder. What is wrong with it is in the reading's problems;
    /// nothing is thrown for it.
    public static DocumentFile read(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                return unread(file, "larger than 64 MiB");
            }
            byte[] content = Files.readAllBytes(file);
            return new DocumentFile(
                    file,
                    reader(file).read(file.toString(), content),
                    new String(content, StandardCharsets.UTF_8),
                    SHA_256 + sha256(content));
        } catch (NoSuchFileException e) {
            return unread(file, "there is no such file");
        } catch (AccessDeniedException e) {
            return unread(file, "no permission");
        } catch (IOException e) {
            return unread(file, e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
        }
    }

    /// The digest as an approval names it: 64 hexadecimal digits; empty where the document could not be read.
    public Optional<String> sha256() {
        return digest.startsWith(SHA_256) ? Optional.of(digest.substring(SHA_256.length())) : Optional.empty();
    }

    static PlantYaml reader(Path file) {
        return reader(folder(file));
    }

    static PlantYaml reader(Folder folder) {
        return new PlantYaml(folder, catalogues());
    }

    /// Where the side files of a document lie.
    static Folder folder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return new DiskFolder(folder == null ? file : folder);
    }

    /// The document with what the facts would change in it; lines that are not touched stay as they are. Where a list
    /// stands in a side file, the whole document is written anew instead.
    public String with(DocumentChanges changes) {
        List<Edit> edits = new ArrayList<>();
        changes.assets().forEach(asset -> edits.add(Edit.add("assets", PlantNodes.of(asset))));
        changes.conduits().forEach(conduit -> edits.add(Edit.add("conduits", PlantNodes.of(conduit))));
        new TreeMap<>(changes.flows())
                .forEach((conduit, flows) -> flows.forEach(
                        flow -> edits.add(Edit.add("conduits[" + conduit.value() + "].flows", PlantNodes.of(flow)))));
        PlantEditor.Patched edited = PlantEditor.patch(path.toString(), text, edits);
        return edited.refused().isEmpty()
                ? edited.text()
                : reading.plant()
                        .map(plant -> PlantYaml.write(changes.applied(plant)))
                        .orElse(text);
    }

    private static Map<String, Set<String>> catalogues() {
        return Catalogues.shipped().versions().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, version -> Set.of(version.getValue())));
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static DocumentFile unread(Path file, String reason) {
        Problem problem = Problem.of(InputProblem.UNREADABLE, new SourceRef.InFile(file.toString()), reason);
        return new DocumentFile(
                file, new PlantReading(Optional.empty(), List.of(problem), 0, SourceMap.nowhere(), List.of()), "", "");
    }
}
