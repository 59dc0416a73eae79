package org.zonewright.intake.config.build;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zonewright.intake.xml.XmlCursor;

/// An element of an XML configuration with its text, its attributes that are asked for, and the elements in it, in
/// their order. Built whole, within the bounds of [XmlCursor] and of the builder.
public final class XmlNode {
    /// What an element costs beside a line of text.
    private static final int STEPS = 8;

    private static final int MAX_TEXT = 1 << 20;

    private final String name;
    private final int line;
    private final String text;
    private final Map<String, String> attributes;
    private final List<XmlNode> children = new ArrayList<>();

    private XmlNode(String name, int line, String text, Map<String, String> attributes) {
        this.name = name;
        this.line = line;
        this.text = text;
        this.attributes = attributes;
    }

    /// Reads a file; each element counts as several steps.
    ///
    /// @throws IOException if it breaks off, nests too deep, or declares a document type
    public static XmlNode read(InputStream in, RulesetBuilder rules, List<String> attributes) throws IOException {
        XmlCursor cursor = new XmlCursor(in);
        List<XmlNode> open = new ArrayList<>();
        XmlNode root = new XmlNode("", 0, "", Map.of());
        open.add(root);
        while (cursor.next()) {
            rules.spend(STEPS);
            int depth = cursor.depth();
            Map<String, String> found = new TreeMap<>();
            attributes.forEach(key -> cursor.attribute(key).ifPresent(value -> found.put(key, value)));
            String name = cursor.name();
            int line = cursor.line();
            while (open.size() > depth) {
                open.removeLast();
            }
            String text = cursor.text(MAX_TEXT);
            if (text.length() >= MAX_TEXT) {
                throw new ConfigTooLarge(MAX_TEXT); // what is left out could decide
            }
            XmlNode node = new XmlNode(name, line, text, found);
            open.getLast().children.add(node);
            open.add(node);
        }
        return root;
    }

    public String name() {
        return name;
    }

    /// The line its start tag ends in, from 1.
    public int line() {
        return line;
    }

    /// The text before its first child, without blanks around it.
    public String text() {
        return text;
    }

    public String attribute(String key) {
        return attributes.getOrDefault(key, "");
    }

    public List<XmlNode> children() {
        return children;
    }

    public List<XmlNode> children(String called) {
        return children.stream().filter(child -> child.name.equals(called)).toList();
    }

    public Optional<XmlNode> child(String called) {
        return children.stream().filter(child -> child.name.equals(called)).findFirst();
    }

    /// The element at the end of a path of names.
    public Optional<XmlNode> at(String... path) {
        Optional<XmlNode> here = Optional.of(this);
        for (String step : path) {
            here = here.flatMap(node -> node.child(step));
        }
        return here;
    }

    /// The text of the first child of that name; empty where there is none.
    public String value(String called) {
        return child(called).map(XmlNode::text).orElse("");
    }

    public boolean has(String called) {
        return child(called).isPresent();
    }

    /// The texts of all `member` children, as lists are written in some dialects.
    public List<String> members() {
        return children("member").stream().map(XmlNode::text).toList();
    }
}
