package org.zonewright.plant.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zonewright.plant.tree.Node;

/// Takes an item or an entry out of a text, with the lines or the comma that belong to it alone. Nothing where it is
/// the last of its collection or shares its first line with a mark; the collection is then written anew.
final class Removal {
    /// From the first to after the last character of an item or entry.
    private record Span(int start, int end) {}

    private final Source source;

    Removal(Source source) {
        this.source = source;
    }

    Optional<String> item(Node.Sequence list, int at) {
        if (list.items().size() < 2) {
            return Optional.empty();
        }
        if (Source.isFlow(list)) {
            List<Span> spans = list.items().stream()
                    .map(node -> new Span(
                            Source.span(node).start(), Source.span(node).end()))
                    .toList();
            return Optional.of(fromFlow(spans, at));
        }
        int end = Source.span(list.items().get(at)).end();
        return lines(dash(list, at), Math.max(end, dash(list, at)));
    }

    /// Where the dash of an item of a block list stands.
    private int dash(Node.Sequence list, int at) {
        if (at == 0) {
            return Source.span(list).start();
        }
        return source.skipBlanksAndComments(
                Source.span(list.items().get(at - 1)).end());
    }

    Optional<String> entry(Node.Mapping mapping, String name) {
        List<Span> spans = new ArrayList<>();
        int at = -1;
        for (Node.Entry entry : mapping.entries()) {
            at = entry.key().equals(name) && at < 0 ? spans.size() : at;
            spans.add(new Span(Source.span(entry.keyPlace()).start(), Source.end(entry)));
        }
        if (at < 0 || spans.size() < 2) {
            return Optional.empty();
        }
        return Source.isFlow(mapping)
                ? Optional.of(fromFlow(spans, at))
                : lines(spans.get(at).start(), spans.get(at).end());
    }

    /// Whole lines, where nothing else is on the first of them.
    private Optional<String> lines(int start, int end) {
        int from = source.lineStart(start);
        return source.isBlank(from, start)
                ? Optional.of(source.replaced(from, source.nextLine(end), ""))
                : Optional.empty();
    }

    private String fromFlow(List<Span> spans, int at) {
        Span span = spans.get(at);
        if (at == spans.size() - 1) {
            Span before = spans.get(at - 1);
            boolean commented =
                    source.text().substring(before.end(), span.start()).indexOf('#') >= 0;
            return source.replaced(commented ? span.start() : before.end(), span.end(), "");
        }
        int comma = source.skipBlanksAndComments(span.end());
        int to = comma + 1;
        while (to < source.text().length() && source.text().charAt(to) == ' ') {
            to++;
        }
        int from = source.lineStart(span.start());
        boolean wholeLines = source.isBlank(from, span.start()) && source.isBlank(to, source.lineEnd(to));
        return wholeLines ? source.replaced(from, source.nextLine(to), "") : source.replaced(span.start(), to, "");
    }
}
