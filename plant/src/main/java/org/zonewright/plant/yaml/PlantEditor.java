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
/// parsing the document.
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

    /// The text after all edits that could be made, not yet read, and a problem for each that could not.
    public record Patched(String text, List<Problem> refused) {
        public Patched {
            refused = List.copyOf(refused);
        }
    }

    /// Makes the edits one after the other; a later one sees the earlier ones' result. `file` is the name that
    /// problems carry.
    public Edited apply(String file, String source, List<Edit> edits) {
        Patched patched = patch(file, source, edits);
        return new Edited(patched.text(), reader.read(file, patched.text()), patched.refused());
    }

    /// Makes the edits without reading what the document says then.
    public static Patched patch(String file, String source, List<Edit> edits) {
        String mark = source.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
        String text = source.substring(mark.length());
        List<Problem> refused = new ArrayList<>();
        Optional<Node> tree = edits.isEmpty() ? Optional.empty() : YamlTree.parse(file, text, new ProblemLog());
        for (Edit edit : edits) {
            Result result = one(file, text, tree, edit);
            text = result.text();
            tree = result.tree();
            result.problem().ifPresent(refused::add);
        }
        return new Patched(mark + text, refused);
    }

    /// `tree` is that of `text`.
    private record Result(String text, Optional<Node> tree, Optional<Problem> problem) {}

    private static Result one(String file, String text, Optional<Node> before, Edit edit) {
        Optional<Node> wanted = before.flatMap(root -> TreeEdit.apply(root, edit));
        if (wanted.isEmpty()) {
            return refused(file, text, before, PlantProblem.NO_SUCH_PATH, edit);
        }
        Optional<String> patched = before.flatMap(root -> new Patcher(text, root).patch(edit));
        Optional<Node> after = patched.flatMap(result -> YamlTree.parse(file, result, new ProblemLog()));
        return after.isPresent() && Node.sameContent(after.get(), wanted.get())
                ? new Result(patched.get(), after, Optional.empty())
                : refused(file, text, before, PlantProblem.UNSAFE_EDIT, edit);
    }

    private static Result refused(String file, String text, Optional<Node> tree, PlantProblem kind, Edit edit) {
        String path = edit.path().toString();
        return new Result(text, tree, Optional.of(Problem.of(kind, new SourceRef.InDocument(file, 0, 0, path), path)));
    }
}
