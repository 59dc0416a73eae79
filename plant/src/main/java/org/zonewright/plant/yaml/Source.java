package org.zonewright.plant.yaml;

import org.zonewright.plant.tree.Node;
import org.zonewright.plant.tree.Place;

/// A document's text with what is needed to cut and paste in it: lines, line ends and the spans of nodes.
record Source(String text) {
    /// The line end of the document: that of its first line.
    String lineBreak() {
        int first = text.indexOf('\n');
        return first > 0 && text.charAt(first - 1) == '\r' ? "\r\n" : "\n";
    }

    /// The offset of the first character of the line that `offset` is in.
    int lineStart(int offset) {
        return text.lastIndexOf('\n', offset - 1) + 1;
    }

    /// The offset of the line end (CR or LF) of the line that `offset` is in, or the end of the text.
    int lineEnd(int offset) {
        int end = text.indexOf('\n', offset);
        end = end < 0 ? text.length() : end;
        return end > offset && text.charAt(end - 1) == '\r' ? end - 1 : end;
    }

    /// The offset of the next line's first character.
    int nextLine(int offset) {
        int end = text.indexOf('\n', offset);
        return end < 0 ? text.length() : end + 1;
    }

    boolean isBlank(int from, int to) {
        return text.substring(from, to).isBlank();
    }

    /// The text with `[from, to)` replaced; LF in the replacement becomes the document's own line end.
    String replaced(int from, int to, String replacement) {
        return text.substring(0, from) + replacement.replace("\n", lineBreak()) + text.substring(to);
    }

    static Place.InText span(Node node) {
        return span(node.place());
    }

    static Place.InText span(Place place) {
        if (place instanceof Place.InText span) {
            return span;
        }
        throw new IllegalArgumentException("a node that was not read from this text");
    }

    static boolean isFlow(Node node) {
        return span(node).style() == Place.Style.FLOW;
    }

    /// Where an entry ends: after its value, or after its colon where it has none.
    static int end(Node.Entry entry) {
        return Math.max(span(entry.value()).end(), span(entry.keyPlace()).end());
    }

    /// The first offset at or after `from` that is neither blank nor in a comment.
    int skipBlanksAndComments(int from) {
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#') {
                at = lineEnd(at);
            } else if (Character.isWhitespace(c)) {
                at++;
            } else {
                return at;
            }
        }
        return at;
    }
}
