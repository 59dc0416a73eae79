package org.zonewright.intake.xml;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.zonewright.intake.IntakeProblem;
import org.zonewright.intake.source.RefusedSource;

/// Walks through one file from start of element to start of element; namespaces are disregarded. Mutable; one thread.
///
/// A document type that is no more than a name (as Nmap writes it) is passed over; any other, and any entity of the
/// file's own, is refused, so that no entity can be expanded or fetched.
public final class XmlCursor {
    private static final int MAX_DEPTH = 64;
    private static final long MAX_ELEMENTS = 20_000_000;
    private static final int MAX_TEXT = 4096;
    private static final int HEAD = 1024;
    private static final XMLInputFactory FACTORY = factory();
    private static final Pattern ENCODING = Pattern.compile("encoding=[\"']([A-Za-z0-9._-]{1,40})[\"']");
    private static final Pattern NAME_ALONE = Pattern.compile("<!DOCTYPE\\s+[A-Za-z_][A-Za-z0-9._-]*\\s*>");

    private final XMLStreamReader xml;
    private final boolean typeIsNameAlone;
    private int depth;
    private long elements;
    private boolean ahead;

    public XmlCursor(InputStream in) throws IOException {
        BufferedInputStream peeked = new BufferedInputStream(in, 1 << 16);
        peeked.mark(HEAD + 1);
        String head = new String(peeked.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
        peeked.reset();
        typeIsNameAlone = NAME_ALONE.matcher(head).find() && head.indexOf("<!DOCTYPE") == head.lastIndexOf("<!DOCTYPE");
        try {
            xml = FACTORY.createXMLStreamReader(new InputStreamReader(peeked, charset(head)));
        } catch (XMLStreamException e) {
            throw damaged();
        }
    }

    /// Bytes are decoded here, since the parser stops at those that fit no character.
    private static Charset charset(String head) {
        if (head.startsWith("\u00ff\u00fe") || head.startsWith("\u00fe\u00ff")) {
            return StandardCharsets.UTF_16;
        }
        Matcher encoding = ENCODING.matcher(head);
        String name = encoding.find() ? encoding.group(1).toUpperCase(Locale.ROOT) : "UTF-8";
        return switch (name) {
            case "ISO-8859-1", "LATIN1", "US-ASCII" -> StandardCharsets.ISO_8859_1;
            case "WINDOWS-1252" -> Charset.forName("windows-1252");
            default -> StandardCharsets.UTF_8;
        };
    }

    /// Moves to the next start of an element; false at the end of the file.
    public boolean next() throws IOException {
        if (ahead) {
            ahead = false;
            return true;
        }
        try {
            while (xml.hasNext()) {
                if (event(xml.next()) == XMLStreamConstants.START_ELEMENT) {
                    return true;
                }
            }
            return false;
        } catch (XMLStreamException e) {
            throw damaged();
        }
    }

    /// Counts and refuses; gives the event.
    private int event(int event) throws IOException {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> {
                depth++;
                if (depth > MAX_DEPTH) {
                    throw new RefusedSource(IntakeProblem.SOURCE_TOO_DEEP, "more than " + MAX_DEPTH + " levels");
                }
                if (++elements > MAX_ELEMENTS) {
                    throw new RefusedSource(IntakeProblem.SOURCE_TOO_DEEP, "more than " + MAX_ELEMENTS + " elements");
                }
            }
            case XMLStreamConstants.END_ELEMENT -> depth--;
            case XMLStreamConstants.DTD -> {
                if (!typeIsNameAlone) {
                    throw refused();
                }
            }
            case XMLStreamConstants.ENTITY_REFERENCE, XMLStreamConstants.ENTITY_DECLARATION -> throw refused();
            default -> {
                // Text is taken where it is asked for; comments and instructions say nothing here.
            }
        }
        return event;
    }

    private RefusedSource refused() {
        return new RefusedSource(IntakeProblem.SOURCE_DOCUMENT_TYPE, "line " + line());
    }

    private RefusedSource damaged() {
        return new RefusedSource(IntakeProblem.SOURCE_DAMAGED, "the XML breaks off or is not well formed");
    }

    /// The element's name without its namespace.
    public String name() {
        return xml.getLocalName();
    }

    /// How many elements the current one is in, itself counted: 1 for the root.
    public int depth() {
        return depth;
    }

    /// The line the current element starts or ends in, from 1; 0 if not known.
    public int line() {
        return Math.max(0, xml.getLocation().getLineNumber());
    }

    /// The attribute of that name, if it has text.
    public Optional<String> attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return Optional.of(xml.getAttributeValue(i)).filter(value -> !value.isBlank());
            }
        }
        return Optional.empty();
    }

    /// The text of the current element up to its end or its first element, at which the cursor then stands: [#next()]
    /// gives that element.
    public String text() throws IOException {
        return text(MAX_TEXT);
    }

    /// The same with at least `most` characters of it, where there are so many.
    public String text(int most) throws IOException {
        StringBuilder text = new StringBuilder();
        try {
            while (xml.hasNext()) {
                int event = event(xml.next());
                if (event == XMLStreamConstants.START_ELEMENT) {
                    ahead = true;
                    break;
                }
                if (event == XMLStreamConstants.END_ELEMENT) {
                    break;
                }
                boolean isText = event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA;
                if (isText && text.length() < most) {
                    String more = xml.getText();
                    text.append(more, 0, Math.min(more.length(), most));
                }
            }
            return text.toString().strip();
        } catch (XMLStreamException e) {
            throw damaged();
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory;
    }
}
