package org.zonewright.plant.sheet;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.zonewright.plant.Plant;
import org.zonewright.plant.SideFile;
import org.zonewright.plant.shape.Form;
import org.zonewright.plant.shape.PlantShape;
import org.zonewright.plant.shape.Shape;
import org.zonewright.plant.table.CsvTable;
import org.zonewright.plant.table.JsonLines;
import org.zonewright.plant.table.SideTables;
import org.zonewright.plant.tree.Node;

/// Makes the side files of a document; reading them is the reader's part.
public final class SideFiles {
    private SideFiles() {}

    /// What a side file of the plant holds: the items of the list `list`, in the format that the ending of `file`
    /// says. `list` is `assets`, `claims` or `evidence`; anything else throws `IllegalArgumentException`.
    public static byte[] content(Plant plant, String list, String file) {
        Form.ListOf<?> form = PlantShape.PLANT
                .key(list)
                .<Form.ListOf<?>>flatMap(key -> key.form() instanceof Form.ListOf<?> found && found.side()
                        ? Optional.of(found)
                        : Optional.empty())
                .orElseThrow(() -> new IllegalArgumentException("'" + list + "' has no side file"));
        if (!SideTables.isConfined(file) || !(form.item() instanceof Form.Obj<?> item)) {
            throw new IllegalArgumentException("'" + file + "' is no path of a side file");
        }
        List<Node.Mapping> items = PlantShape.PLANT.encode(plant).get(list).stream()
                .flatMap(node -> ((Node.Sequence) node).items().stream())
                .map(Node.Mapping.class::cast)
                .toList();
        Shape<?> shape = item.shape();
        String text = SideTables.isCsv(file) ? CsvTable.write(shape, items) : JsonLines.write(items);
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// The entry of the document for a side file with a content.
    public static SideFile describe(String list, String file, byte[] content) {
        return new SideFile(list, file, SideTables.sha256(content));
    }

    /// The value that stands in the document in place of the list.
    public static Node.Mapping reference(SideFile side) {
        return PlantShape.SIDE_FILE.encode(side);
    }
}
