package org.zonewright.plant.yaml;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.zonewright.base.ProblemLog;
import org.zonewright.base.SourceRef;
import org.zonewright.plant.PlantProblem;
import org.zonewright.plant.SourceMap;
import org.zonewright.plant.markup.YamlTree;
import org.zonewright.plant.product.MakerReading;
import org.zonewright.plant.shape.ProductReader;
import org.zonewright.plant.tree.Node;

/// Reads a maker's file: YAML that begins with `zonewright-product: 1`. Never throws for what is in it.
public final class MakerYaml {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private MakerYaml() {}

    /// Reads the bytes of a document; they must be UTF-8. `file` is the name that problems carry.
    public static MakerReading read(String file, byte[] content) {
        ProblemLog log = new ProblemLog();
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            String body = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
            Optional<Node> root = YamlTree.parse(file, body, log);
            if (root.isPresent()) {
                return ProductReader.read(root.get(), log);
            }
            if (log.problems().isEmpty()) {
                log.report(PlantProblem.NO_PRODUCT, new SourceRef.InFile(file));
            }
        } catch (CharacterCodingException _) {
            log.report(PlantProblem.ENCODING, new SourceRef.InFile(file));
        }
        return new MakerReading(Optional.empty(), log.problems(), SourceMap.nowhere());
    }

    /// True if the text looks like a maker's file: its own key stands at the start of a line.
    public static boolean looksLikeOne(String text) {
        return List.of("zonewright-product:", "\"zonewright-product\":").stream()
                .anyMatch(key -> text.startsWith(key) || text.contains("\n" + key));
    }
}
