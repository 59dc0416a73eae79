package org.zonewright.plant.markup;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zonewright.base.ProblemLog;
import org.zonewright.plant.shape.Form;
import org.zonewright.plant.tree.Node;

/// Values in the cell of a table: a text as it is, a list of texts with `; ` between, anything else as YAML on one
/// line.
public final class Cells {
    private static final String BETWEEN = "; ";

    /// One key with a plain value, by far the most frequent YAML in a cell: read without a parser.
    private static final Pattern ONE_KEY = Pattern.compile("\\{ ([a-z-]+): ([\\p{L}\\p{N}][\\p{L}\\p{N}_.-]*) }");

    private Cells() {}

    /// The text of a cell; [#parse] with the form of the value gives the value back.
    public static String print(Node node) {
        return switch (node) {
            case Node.Scalar scalar -> scalar.text();
            case Node.Sequence list
            when isSimple(list) ->
                String.join(
                        BETWEEN,
                        list.items().stream()
                                .map(item -> ((Node.Scalar) item).text())
                                .toList());
            case Node.Sequence _, Node.Mapping _ -> YamlText.flow(node);
        };
    }

    /// True for a list of texts that can be told apart without quotes.
    private static boolean isSimple(Node.Sequence list) {
        return !list.items().isEmpty()
                && list.items().stream()
                        .allMatch(item -> item instanceof Node.Scalar scalar
                                && !scalar.text().isBlank()
                                && scalar.text().indexOf(';') < 0
                                && !startsYaml(scalar.text()));
    }

    private static boolean startsYaml(String text) {
        return text.startsWith("[") || text.startsWith("{");
    }

    /// The node a cell stands for. Where it looks like YAML and is none, it stays a text, which the reader then
    /// refuses with the cell's place.
    public static Node parse(Form<?> form, Node.Scalar cell) {
        String text = cell.text().strip();
        return switch (form) {
            case Form.Text<?> _ -> cell;
            case Form.TextOr<?> either when either.text().parse().apply(text).isPresent() -> cell;
            case Form.TextOr<?> _, Form.MapOf<?, ?> _, Form.Obj<?> _ ->
                yaml(cell).orElse(cell);
            case Form.ListOf<?> _ when startsYaml(text) -> yaml(cell).orElse(cell);
            case Form.ListOf<?> _ -> split(cell);
        };
    }

    private static Node split(Node.Scalar cell) {
        List<Node> items = Arrays.stream(cell.text().split(";"))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .<Node>map(item -> new Node.Scalar(item, true, cell.place()))
                .toList();
        return new Node.Sequence(items, cell.place());
    }

    private static Optional<Node> yaml(Node.Scalar cell) {
        Matcher simple = ONE_KEY.matcher(cell.text());
        if (simple.matches()) {
            Node value = new Node.Scalar(simple.group(2), false, cell.place());
            Node.Entry entry = new Node.Entry(simple.group(1), cell.place(), value);
            return Optional.of(new Node.Mapping(List.of(entry), cell.place()));
        }
        return YamlTree.parse("", cell.text(), new ProblemLog(1)).map(node -> at(node, cell));
    }

    /// The same tree with every place the cell's.
    private static Node at(Node node, Node.Scalar cell) {
        return switch (node) {
            case Node.Scalar scalar -> new Node.Scalar(scalar.text(), scalar.quoted(), cell.place());
            case Node.Sequence list ->
                new Node.Sequence(
                        list.items().stream().map(item -> at(item, cell)).toList(), cell.place());
            case Node.Mapping mapping ->
                new Node.Mapping(
                        mapping.entries().stream()
                                .map(entry -> new Node.Entry(entry.key(), cell.place(), at(entry.value(), cell)))
                                .toList(),
                        cell.place());
        };
    }
}
