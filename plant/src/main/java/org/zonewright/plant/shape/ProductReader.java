package org.zonewright.plant.shape;

import java.util.List;
import java.util.Optional;
import org.zonewright.base.ProblemLog;
import org.zonewright.plant.Folder;
import org.zonewright.plant.PlantProblem;
import org.zonewright.plant.SourceMap;
import org.zonewright.plant.product.MakerFile;
import org.zonewright.plant.product.MakerReading;
import org.zonewright.plant.table.SideTables;
import org.zonewright.plant.tree.Node;
import org.zonewright.plant.tree.TreePath;

/// Turns the tree of a maker's file into records.
public final class ProductReader {
    private static final String FORMAT_KEY = "zonewright-product";

    private ProductReader() {}

    /// Reads a document, with the problems that the log holds already before its own.
    public static MakerReading read(Node root, ProblemLog log) {
        if (!(root instanceof Node.Mapping mapping) || mapping.get(FORMAT_KEY).isEmpty()) {
            log.report(PlantProblem.NO_PRODUCT, root.place().ref(""));
            return new MakerReading(Optional.empty(), log.problems(), SourceMap.nowhere());
        }
        Node format = mapping.get(FORMAT_KEY).orElseThrow();
        if (!Node.sameContent(format, Node.text("" + MakerFile.FORMAT))) {
            String found = format instanceof Node.Scalar scalar ? scalar.text() : "?";
            log.report(PlantProblem.UNKNOWN_FORMAT, format.place().ref(FORMAT_KEY), found);
            return new MakerReading(Optional.empty(), log.problems(), SourceMap.nowhere());
        }
        Decoder decoder = new Decoder(log, new SideTables(Folder.empty()));
        Optional<MakerFile> file = decoder.object(ProductShapes.MAKER_FILE, mapping, TreePath.ROOT);
        decoder.finish();
        return new MakerReading(file, log.problems(), new Positions(decoder, mapping));
    }

    /// The shapes of this kind of document alone, from the document down; what it shares with the plant document is
    /// explained there.
    public static List<Shape<?>> shapes() {
        return List.of(ProductShapes.MAKER_FILE, ProductShapes.PRODUCT, ProductShapes.SBOM, ProductShapes.EVIDENCE);
    }
}
