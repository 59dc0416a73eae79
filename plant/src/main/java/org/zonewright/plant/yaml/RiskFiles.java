package org.zonewright.plant.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.zonewright.base.Problem;
import org.zonewright.base.ProblemLog;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Texts;
import org.zonewright.plant.Folder;
import org.zonewright.plant.PlantProblem;
import org.zonewright.plant.markup.YamlTree;
import org.zonewright.plant.risk.RiskMatrix;
import org.zonewright.plant.risk.SectorProfile;
import org.zonewright.plant.shape.Decoder;
import org.zonewright.plant.shape.MatrixShapes;
import org.zonewright.plant.shape.Shape;
import org.zonewright.plant.table.SideTables;
import org.zonewright.plant.tree.Node;
import org.zonewright.plant.tree.TreePath;

/// Risk data that stands in files of its own: the product's matrices, and sector profiles that somebody brings.
public final class RiskFiles {
    private static final String MATRICES = "matrices.yaml";

    private static final class Shipped {
        static final List<RiskMatrix> ALL = load();
    }

    private RiskFiles() {}

    /// A sector profile and what is wrong with its file; without a profile nothing of it can be used.
    public record ProfileReading(Optional<SectorProfile> profile, List<Problem> problems) {
        public ProfileReading {
            problems = List.copyOf(problems);
        }
    }

    /// The matrices that a document may refer to without defining them, in the order of their file. Loaded once.
    public static List<RiskMatrix> shippedMatrices() {
        return Shipped.ALL;
    }

    /// Reads a sector profile. Never throws for what is in it.
    public static ProfileReading readProfile(String file, String text) {
        ProblemLog log = new ProblemLog();
        Optional<SectorProfile> profile = read(file, text, MatrixShapes.PROFILE, log);
        profile.filter(read -> read.rules().isEmpty())
                .ifPresent(read -> log.report(
                        PlantProblem.IMPOSSIBLE, new SourceRef.InFile(file), "a profile without rules has no targets"));
        return new ProfileReading(profile.filter(read -> !log.hasErrors()), log.problems());
    }

    private static <T> Optional<T> read(String file, String text, Shape<T> shape, ProblemLog log) {
        Optional<Node> root = YamlTree.parse(file, text, log);
        if (root.isEmpty()) {
            if (log.problems().isEmpty()) {
                log.report(PlantProblem.NO_DOCUMENT, new SourceRef.InFile(file));
            }
            return Optional.empty();
        }
        Decoder decoder = new Decoder(log, new SideTables(Folder.empty()));
        return decoder.object(shape, root.get(), TreePath.ROOT);
    }

    /// A fault in the product's own file is ours and not the user's, hence an exception.
    private static List<RiskMatrix> load() {
        try (InputStream in = RiskFiles.class.getResourceAsStream(MATRICES)) {
            if (in == null) {
                throw new IllegalStateException("the product lacks its file " + MATRICES);
            }
            ProblemLog log = new ProblemLog();
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            List<RiskMatrix> matrices =
                    read(MATRICES, text, MatrixShapes.MATRICES, log).orElse(List.of());
            if (!log.problems().isEmpty()) {
                throw new IllegalStateException(log.problems().stream()
                        .map(problem -> problem.display(Texts.english()))
                        .toList()
                        .toString());
            }
            return matrices;
        } catch (IOException e) {
            throw new UncheckedIOException("the product's own file cannot be read: " + MATRICES, e);
        }
    }
}
