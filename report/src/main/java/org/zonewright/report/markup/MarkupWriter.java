package org.zonewright.report.markup;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/// Writes elements, attributes and text as well-formed markup that is both HTML and XML. Mutable; one thread.
///
/// Names of elements and attributes come from the program and are checked; values and text come from anywhere, are
/// made [Printable] and escaped. A link can only point into the same page.
public final class MarkupWriter {
    /// HTML elements without content, written `<br/>`; anything else is closed by an end tag, as HTML needs it.
    private static final Set<String> VOID =
            Set.of("br", "hr", "meta", "col", "path", "rect", "line", "polygon", "circle");

    private final StringBuilder out = new StringBuilder(1 << 16);
    private final Deque<String> open = new ArrayDeque<>();

    /// Starts an HTML document.
    public MarkupWriter htmlDocument() {
        out.append("<!DOCTYPE html>\n");
        return this;
    }

    /// Starts a stand-alone XML document.
    public MarkupWriter xmlDocument() {
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        return this;
    }

    /// Opens an element; `attributes` are names and values in turn.
    public MarkupWriter open(String element, String... attributes) {
        startTag(element, attributes).append('>');
        open.push(element);
        return this;
    }

    /// Closes the element opened last.
    public MarkupWriter close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    public MarkupWriter text(String text) {
        escape(Printable.of(text));
        return this;
    }

    /// An element that holds text alone, or nothing.
    public MarkupWriter element(String element, String text, String... attributes) {
        return open(element, attributes).text(text).close();
    }

    /// An element without content.
    public MarkupWriter empty(String element, String... attributes) {
        if (VOID.contains(element)) {
            startTag(element, attributes).append("/>");
            return this;
        }
        return open(element, attributes).close();
    }

    /// A line break in the source, where it means nothing to the reader.
    public MarkupWriter line() {
        out.append('\n');
        return this;
    }

    /// A style sheet, which must be a constant of the program: the one text that is not escaped.
    public MarkupWriter style(String sheet) {
        if (sheet.indexOf('<') >= 0) {
            throw new IllegalArgumentException("a style sheet cannot hold markup");
        }
        out.append("<style>").append(sheet).append("</style>");
        return this;
    }

    /// What another writer has finished.
    public MarkupWriter include(MarkupWriter other) {
        out.append(other.finished());
        return this;
    }

    /// The whole document.
    public String finished() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("still open: " + open);
        }
        return out.toString();
    }

    private StringBuilder startTag(String element, String... attributes) {
        if (attributes.length % 2 != 0) {
            throw new IllegalArgumentException("an attribute of " + element + " has no value");
        }
        out.append('<').append(name(element));
        for (int i = 0; i < attributes.length; i += 2) {
            String value = attributes[i + 1];
            if (attributes[i].equals("href") && !value.startsWith("#")) {
                throw new IllegalArgumentException("a link may only point into its own page: " + value);
            }
            out.append(' ').append(name(attributes[i])).append("=\"");
            escape(Printable.of(value));
            out.append('"');
        }
        return out;
    }

    private static String name(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            boolean fits = letter || c == '-' || (c >= '0' && c <= '9' && i > 0);
            if (!fits) {
                throw new IllegalArgumentException("no name for an element or attribute: " + name);
            }
        }
        if (name.isEmpty() || name.startsWith("on") || name.equals("script")) {
            throw new IllegalArgumentException("pages carry no script: " + name);
        }
        return name;
    }

    /// What needs no escape goes in one piece: letter by letter a page takes long before the JVM has compiled this.
    private void escape(String text) {
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= '>' && (c == '<' || c == '>' || c == '&' || c == '"' || c == '\'')) {
                out.append(text, from, i).append(entity(c));
                from = i + 1;
            }
        }
        out.append(text, from, text.length());
    }

    private static String entity(char c) {
        return switch (c) {
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '&' -> "&amp;";
            case '"' -> "&quot;";
            default -> "&#39;";
        };
    }
}
