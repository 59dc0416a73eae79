package org.zonewright.standard.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;
import org.zonewright.base.ProblemLog;
import org.zonewright.base.SourceRef;
import org.zonewright.base.yaml.YamlValue;

/// Reads what [org.zonewright.base.yaml.PlainYaml] leaves to a complete parser, and says what is wrong in it. Mutable;
/// one thread; one text.
final class CompleteYaml {
    static final String NO_MAPPING = "the document is not a mapping";
    private static final int MAX_CODE_POINTS = 4 << 20;

    /// What was made of each node, which is equal to itself alone: one that aliases name again and again is made once.
    private final Map<Node, YamlValue> made = new HashMap<>();

    private CompleteYaml() {}

    /// The document in the text; empty, with a problem, if there is none.
    static Optional<YamlValue> parse(String name, String text, ProblemLog log) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(name)
                .setCodePointLimit(MAX_CODE_POINTS)
                // Every scalar stays text: no pattern is tried on each, and entries know what they expect.
                .setSchema(new FailsafeSchema())
                .build();
        try {
            Optional<Node> root =
                    new Composer(settings, new ParserImpl(settings, new StreamReader(settings, text))).getSingleNode();
            if (root.isPresent()) {
                return Optional.of(new CompleteYaml().value(root.get()));
            }
            log.report(CatalogueProblem.UNREADABLE, new SourceRef.InFile(name), NO_MAPPING);
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
            int column = e.getProblemMark().map(mark -> mark.getColumn() + 1).orElse(0);
            log.report(CatalogueProblem.UNREADABLE, new SourceRef.InDocument(name, line, column, ""), e.getProblem());
        } catch (YamlEngineException e) {
            log.report(CatalogueProblem.UNREADABLE, new SourceRef.InFile(name), String.valueOf(e.getMessage()));
        }
        return Optional.empty();
    }

    private YamlValue value(Node node) {
        YamlValue before = made.get(node);
        if (before != null) {
            return before;
        }
        if (node.isRecursive()) {
            throw new YamlEngineException("a value holds itself");
        }
        YamlValue value = make(node);
        made.put(node, value);
        return value;
    }

    private YamlValue make(Node node) {
        int line = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
        int column = node.getStartMark().map(mark -> mark.getColumn() + 1).orElse(0);
        int start = node.getStartMark().map(Mark::getIndex).orElse(0);
        int end = node.getEndMark().map(Mark::getIndex).orElse(start);
        boolean flow = node instanceof CollectionNode<?> collection && collection.getFlowStyle() == FlowStyle.FLOW;
        if (node instanceof MappingNode mapping) {
            List<YamlValue.Entry> entries = new ArrayList<>();
            for (NodeTuple tuple : mapping.getValue()) {
                entries.add(new YamlValue.Entry(key(value(tuple.getKeyNode())), value(tuple.getValueNode())));
            }
            return new YamlValue.Mapping(entries, flow, line, column, start, end);
        }
        if (node instanceof SequenceNode sequence) {
            return new YamlValue.Sequence(
                    sequence.getValue().stream().map(this::value).toList(), flow, line, column, start, end);
        }
        ScalarNode scalar = (ScalarNode) node;
        return new YamlValue.Scalar(scalar.getValue(), quotes(scalar), line, column, start, end);
    }

    /// A key that is a list or a mapping has no name.
    private static YamlValue.Scalar key(YamlValue key) {
        return key instanceof YamlValue.Scalar scalar
                ? scalar
                : new YamlValue.Scalar("?", YamlValue.Quotes.NONE, key.line(), key.column(), key.start(), key.end());
    }

    /// A literal or folded block is a text for sure, as one in quotes is.
    private static YamlValue.Quotes quotes(ScalarNode scalar) {
        if (scalar.isPlain()) {
            return YamlValue.Quotes.NONE;
        }
        return scalar.getScalarStyle() == ScalarStyle.SINGLE_QUOTED ? YamlValue.Quotes.SINGLE : YamlValue.Quotes.DOUBLE;
    }
}
