package org.zonewright.plant.yaml;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zonewright.base.ProblemLog;
import org.zonewright.base.SourceRef;
import org.zonewright.plant.Folder;
import org.zonewright.plant.Plant;
import org.zonewright.plant.PlantProblem;
import org.zonewright.plant.PlantReading;
import org.zonewright.plant.SideFile;
import org.zonewright.plant.markup.YamlText;
import org.zonewright.plant.markup.YamlTree;
import org.zonewright.plant.shape.PlantReader;
import org.zonewright.plant.shape.PlantShape;
import org.zonewright.plant.sheet.SideFiles;
import org.zonewright.plant.table.SideTables;
import org.zonewright.plant.tree.Node;

/// The plant document as YAML text.
///
/// Immutable; safe for any thread. `folder` is where side files are found; `catalogues` holds the versions of the
/// requirement data there are, by catalogue key, against which the document's pins are checked (empty: not checked).
public record PlantYaml(Folder folder, Map<String, Set<String>> catalogues) {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    public PlantYaml {
        catalogues = Map.copyOf(catalogues);
    }

    /// A reader of documents without side files, which checks no catalogue.
    public static PlantYaml plain() {
        return new PlantYaml(Folder.empty(), Map.of());
    }

    /// Reads the bytes of a document; they must be UTF-8. `file` is the name that problems carry.
    public PlantReading read(String file, byte[] content) {
        try {
            return read(
                    file,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(content))
                            .toString());
        } catch (CharacterCodingException _) {
            ProblemLog log = new ProblemLog();
            log.report(PlantProblem.ENCODING, new SourceRef.InFile(file));
            return PlantReader.nothing(log);
        }
    }

    /// Reads a document. Never throws for what is in it: everything wrong is in the result's problems.
    public PlantReading read(String file, String text) {
        ProblemLog log = new ProblemLog();
        String body = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        Optional<Node> root = YamlTree.parse(file, body, log);
        if (root.isEmpty()) {
            if (log.problems().isEmpty()) {
                log.report(PlantProblem.NO_DOCUMENT, new SourceRef.InFile(file));
            }
            return PlantReader.nothing(log);
        }
        return PlantReader.read(root.get(), log, new SideTables(folder), catalogues);
    }

    /// The document with every list in it, keys in the order of the reference page. Reading it back gives an equal
    /// plant.
    public static String write(Plant plant) {
        return write(plant, List.of());
    }

    /// The document with some lists named as side files instead; their contents come from
    /// [SideFiles#content(Plant, String, String)].
    public static String write(Plant plant, List<SideFile> sideFiles) {
        Node.Mapping root = PlantShape.PLANT.encode(plant);
        List<Node.Entry> entries = root.entries().stream()
                .map(entry -> sideFiles.stream()
                        .filter(side -> side.list().equals(entry.key()))
                        .findFirst()
                        .map(side -> Node.entry(entry.key(), SideFiles.reference(side)))
                        .orElse(entry))
                .toList();
        return YamlText.document(new Node.Mapping(entries, root.place()));
    }
}
