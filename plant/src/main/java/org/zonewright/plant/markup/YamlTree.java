package org.zonewright.plant.markup;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.zonewright.base.ProblemLog;
import org.zonewright.base.SourceRef;
import org.zonewright.base.yaml.PlainYaml;
import org.zonewright.base.yaml.YamlValue;
import org.zonewright.plant.PlantProblem;
import org.zonewright.plant.tree.Node;
import org.zonewright.plant.tree.Place;

/// Parses YAML 1.2 into a tree with the span of every node, within bounds.
///
/// Anchors, aliases and tags are refused: a document of decisions says what it means where it stands, and an alias is
/// a few bytes that unfold to a billion. A text that [PlainYaml] knows is not given to the complete parser, which takes
/// longer to warm up than a document takes to read. Mutable; one thread; one text.
public final class YamlTree {
    /// The longest text that is parsed, in characters; longer lists belong in side files.
    static final int MAX_CHARACTERS = 64 << 20;

    /// The deepest nesting.
    static final int MAX_DEPTH = 40;

    /// The most nodes.
    static final int MAX_NODES = 4_000_000;

    /// Ends parsing with a problem at a mark.
    private static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final PlantProblem kind;
        private final String argument;
        private final transient Optional<Mark> mark;

        Stop(PlantProblem kind, String argument, Optional<Mark> mark) {
            super(kind.id(), null, false, false);
            this.kind = kind;
            this.argument = argument;
            this.mark = mark;
        }
    }

    private final String file;
    private final String text;
    private final Offsets offsets;
    private final Iterator<Event> events;
    private int nodes;

    private YamlTree(String file, String text) {
        this.file = file;
        this.text = text;
        this.offsets = new Offsets(text);
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setUseMarks(true)
                .setParseComments(false)
                .setCodePointLimit(MAX_CHARACTERS)
                // The reader fails where its buffer ends between the halves of a character, so the buffer holds all.
                .setBufferSize(text.length() + 2)
                .build();
        this.events = new ParserImpl(settings, new StreamReader(settings, text));
    }

    /// The tree of the one document in `text`; nothing, with a problem in the log, where it cannot be parsed.
    public static Optional<Node> parse(String file, String text, ProblemLog log) {
        if (text.length() > MAX_CHARACTERS) {
            log.report(PlantProblem.TOO_LARGE, new SourceRef.InFile(file), MAX_CHARACTERS + " characters");
            return Optional.empty();
        }
        Optional<YamlValue> plain = PlainYaml.parse(text);
        return plain.isPresent() ? Optional.of(PlainNodes.of(file, plain.get())) : complete(file, text, log);
    }

    /// The same by the complete parser, whatever is in the text.
    static Optional<Node> complete(String file, String text, ProblemLog log) {
        try {
            return new YamlTree(file, text).document();
        } catch (Stop stop) {
            log.report(stop.kind, where(file, stop.mark), stop.argument);
        } catch (MarkedYamlEngineException e) {
            log.report(PlantProblem.SYNTAX, where(file, e.getProblemMark()), String.valueOf(e.getProblem()));
        } catch (YamlEngineException e) {
            log.report(PlantProblem.SYNTAX, new SourceRef.InFile(file), firstLine(e));
        }
        return Optional.empty();
    }

    private static String firstLine(YamlEngineException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private static SourceRef where(String file, Optional<Mark> mark) {
        return new SourceRef.InDocument(
                file,
                mark.map(Mark::getLine).orElse(-1) + 1,
                mark.map(Mark::getColumn).orElse(-1) + 1,
                "");
    }

    private Optional<Node> document() {
        Optional<Node> root = Optional.empty();
        while (events.hasNext()) {
            Event event = events.next();
            switch (event.getEventId()) {
                case StreamStart, StreamEnd, DocumentStart, DocumentEnd, Comment -> {}
                case Alias, Scalar, SequenceStart, MappingStart -> {
                    if (root.isPresent()) {
                        throw new Stop(PlantProblem.SEVERAL_DOCUMENTS, "", event.getStartMark());
                    }
                    root = Optional.of(node(event, 0));
                }
                case SequenceEnd, MappingEnd -> throw new IllegalStateException("the end of nothing");
            }
        }
        return root;
    }

    private Node node(Event event, int depth) {
        if (depth > MAX_DEPTH) {
            throw new Stop(PlantProblem.TOO_LARGE, MAX_DEPTH + " levels", event.getStartMark());
        }
        if (++nodes > MAX_NODES) {
            throw new Stop(PlantProblem.TOO_LARGE, MAX_NODES + " values", event.getStartMark());
        }
        refuseProperties(event);
        return switch (event.getEventId()) {
            case Scalar -> scalar((ScalarEvent) event);
            case SequenceStart -> sequence((CollectionStartEvent) event, depth);
            case MappingStart -> mapping((CollectionStartEvent) event, depth);
            case StreamStart, StreamEnd, DocumentStart, DocumentEnd, Comment, Alias, SequenceEnd, MappingEnd ->
                throw new IllegalStateException("a node begins with no " + event.getEventId());
        };
    }

    private static void refuseProperties(Event event) {
        if (event instanceof AliasEvent alias) {
            throw new Stop(PlantProblem.ALIAS, "*" + alias.getAlias(), event.getStartMark());
        }
        if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            throw new Stop(PlantProblem.ALIAS, "&" + node.getAnchor().get(), event.getStartMark());
        }
        Optional<String> tag =
                switch (event) {
                    case ScalarEvent scalar -> scalar.getTag();
                    case CollectionStartEvent start -> start.getTag();
                    default -> Optional.empty(); // events of a library: no other has a tag
                };
        if (tag.isPresent()) {
            throw new Stop(PlantProblem.ALIAS, tag.get(), event.getStartMark());
        }
    }

    private Node.Scalar scalar(ScalarEvent event) {
        Place.Style style = style(event.getScalarStyle());
        int start = offset(event.getStartMark());
        int end = offset(event.getEndMark());
        if (style == Place.Style.LITERAL || style == Place.Style.FOLDED) {
            while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
                end--;
            }
        }
        return new Node.Scalar(
                event.getValue(), style != Place.Style.PLAIN, place(event.getStartMark(), start, end, style));
    }

    private static Place.Style style(ScalarStyle style) {
        return switch (style) {
            case PLAIN -> Place.Style.PLAIN;
            case SINGLE_QUOTED -> Place.Style.SINGLE_QUOTED;
            case DOUBLE_QUOTED, JSON_SCALAR_STYLE -> Place.Style.DOUBLE_QUOTED;
            case LITERAL -> Place.Style.LITERAL;
            case FOLDED -> Place.Style.FOLDED;
        };
    }

    private Node.Sequence sequence(CollectionStartEvent start, int depth) {
        List<Node> items = new ArrayList<>();
        Event next = events.next();
        while (next.getEventId() != Event.ID.SequenceEnd) {
            items.add(node(next, depth + 1));
            next = events.next();
        }
        int end = start.isFlow() || items.isEmpty() ? offset(next.getEndMark()) : end(items.getLast());
        return new Node.Sequence(items, collection(start, end));
    }

    private Node.Mapping mapping(CollectionStartEvent start, int depth) {
        List<Node.Entry> entries = new ArrayList<>();
        Event next = events.next();
        while (next.getEventId() != Event.ID.MappingEnd) {
            Node key = node(next, depth + 1);
            if (!(key instanceof Node.Scalar name)) {
                throw new Stop(PlantProblem.SYNTAX, "a key is a text", next.getStartMark());
            }
            Node value = node(events.next(), depth + 1);
            entries.add(new Node.Entry(name.text(), name.place(), value));
            next = events.next();
        }
        int end = start.isFlow() || entries.isEmpty()
                ? offset(next.getEndMark())
                : Math.max(end(entries.getLast().value()), end(entries.getLast().keyPlace()) + 1);
        return new Node.Mapping(entries, collection(start, end));
    }

    private Place collection(CollectionStartEvent start, int end) {
        Place.Style style = start.isFlow() ? Place.Style.FLOW : Place.Style.BLOCK;
        return place(start.getStartMark(), offset(start.getStartMark()), end, style);
    }

    private static int end(Node node) {
        return end(node.place());
    }

    private static int end(Place place) {
        return place instanceof Place.InText span ? span.end() : 0;
    }

    private Place place(Optional<Mark> mark, int start, int end, Place.Style style) {
        Mark at = mark.orElseThrow();
        return new Place.InText(file, at.getLine() + 1, at.getColumn() + 1, start, end, style);
    }

    private int offset(Optional<Mark> mark) {
        return offsets.ofCodePoint(mark.orElseThrow().getIndex());
    }

    /// Turns counts of code points, as the parser has them, into offsets of characters. Marks come almost in order,
    /// so each is found from the one before.
    private static final class Offsets {
        private final String text;
        private int codePoint;
        private int offset;

        Offsets(String text) {
            this.text = text;
        }

        int ofCodePoint(int index) {
            offset = text.offsetByCodePoints(offset, index - codePoint);
            codePoint = index;
            return offset;
        }
    }
}
