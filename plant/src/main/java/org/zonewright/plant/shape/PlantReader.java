package org.zonewright.plant.shape;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zonewright.base.ProblemLog;
import org.zonewright.plant.Plant;
import org.zonewright.plant.PlantProblem;
import org.zonewright.plant.PlantReading;
import org.zonewright.plant.SideFile;
import org.zonewright.plant.SourceMap;
import org.zonewright.plant.tree.Node;
import org.zonewright.plant.tree.TreePath;

/// Turns the tree of a whole document into a plant, whatever the tree was read from.
public final class PlantReader {
    private PlantReader() {}

    /// Nothing could be parsed; the log says why.
    public static PlantReading nothing(ProblemLog log) {
        return new PlantReading(Optional.empty(), log.problems(), log.dropped(), SourceMap.nowhere(), List.of());
    }

    /// Reads a document. `catalogues` are the versions there are by catalogue; empty checks none.
    public static PlantReading read(
            Node root, ProblemLog log, SideLists sideLists, Map<String, Set<String>> catalogues) {
        if (!(root instanceof Node.Mapping mapping) || mapping.get("zonewright").isEmpty()) {
            log.report(PlantProblem.NO_DOCUMENT, root.place().ref(""));
            return nothing(log);
        }
        Node format = mapping.get("zonewright").orElseThrow();
        if (!Node.sameContent(format, Node.text("" + Plant.FORMAT))) {
            String found = format instanceof Node.Scalar scalar ? scalar.text() : "?";
            log.report(PlantProblem.UNKNOWN_FORMAT, format.place().ref("zonewright"), found);
            return nothing(log);
        }
        Decoder decoder = new Decoder(log, sideLists);
        Optional<Plant> plant = decoder.object(PlantShape.PLANT, mapping, TreePath.ROOT);
        decoder.finish();
        SourceMap positions = new Positions(decoder, mapping);
        plant.ifPresent(read -> new PlantChecks(read, positions, log).run(catalogues));
        return new PlantReading(plant, log.problems(), log.dropped(), positions, sideFiles(mapping));
    }

    private static List<SideFile> sideFiles(Node.Mapping root) {
        return PlantShape.PLANT.keys().stream()
                .filter(key -> key.form() instanceof Form.ListOf<?> list && list.side())
                .map(Key::name)
                .flatMap(name -> root.get(name).flatMap(node -> sideFile(name, node)).stream())
                .toList();
    }

    private static Optional<SideFile> sideFile(String list, Node node) {
        return node instanceof Node.Mapping mapping
                        && mapping.get("file").orElse(node) instanceof Node.Scalar file
                        && mapping.get("sha256").orElse(node) instanceof Node.Scalar digest
                ? Optional.of(new SideFile(list, file.text(), digest.text()))
                : Optional.empty();
    }
}
