package org.zonewright.plant.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zonewright.base.Problem;
import org.zonewright.base.ProblemLog;
import org.zonewright.base.SourceRef;
import org.zonewright.plant.PlantProblem;
import org.zonewright.plant.PlantReading;
import org.zonewright.plant.markup.YamlTree;
import org.zonewright.plant.tree.Node;

/// Changes a document that people also edit: lines that a change does not touch stay byte for byte, with their
/// comments, order, quotes and line ends.
///
/// Each edit is patched into the text and the result read again; where it does not say exactly what the edit means,
/// the edit is refused and the text stays as it was. Immutable; safe for any thread. One edit costs about as much as
/// reading the document twice.
public record PlantEditor(PlantYaml reader) {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /// The text after all edits that could be made, what it reads as, and a problem for each that could not. An edit
    /// may
    /// leave a document with problems of its own (a dangling reference): those are in the reading.
    public record Edited(String text, PlantReading reading, List<Problem> refused) {
        public Edited {
            refused = List.copyOf(refused);
        }

        /// True if every edit was made and the document has no errors.
        public boolean isWhole() {
            return refused.isEmpty() && reading.isWhole();
        }
    }

    /// Makes the edits one after the other; a later one sees the earlier ones' result. `file` is the name that
    /// problems carry.
    public Edited apply(String file, String source, List<Edit> edits) {
        String mark = source.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
        String text = source.substring(mark.length());
        List<Problem> refused = new ArrayList<>();
        for (Edit edit : edits) {
            Result result = one(file, text, edit);
            text = result.text();
            result.problem().ifPresent(refused::add);
        }
        return new Edited(mark + text, reader.read(file, mark + text), refused);
    }

    private record Result(String text, Optional<Problem> problem) {}

    private static Result one(String file, String text, Edit edit) {
        Optional<Node> before = YamlTree.parse(file, text, new ProblemLog());
        Optional<Node> wanted = before.flatMap(root -> TreeEdit.apply(root, edit));
        if (wanted.isEmpty()) {
            return refused(file, text, PlantProblem.NO_SUCH_PATH, edit);
        }
        Optional<String> patched = before.flatMap(root -> new Patcher(text, root).patch(edit));
        Optional<Node> after = patched.flatMap(result -> YamlTree.parse(file, result, new ProblemLog()));
        return after.isPresent() && Node.sameContent(after.get(), wanted.get())
                ? new Result(patched.get(), Optional.empty())
                : refused(file, text, PlantProblem.UNSAFE_EDIT, edit);
    }

    private static Result refused(String file, String text, PlantProblem kind, Edit edit) {
        String path = edit.path().toString();
        return new Result(text, Optional.of(Problem.of(kind, new SourceRef.InDocument(file, 0, 0, path), path)));
    }
}
