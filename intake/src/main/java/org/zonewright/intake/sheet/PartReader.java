package org.zonewright.intake.sheet;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.zonewright.intake.IntakeProblem;

/// Walks one XML part of a workbook from element to element; namespaces are disregarded, so that the transitional and
/// the strict form of the format read alike. No entities, no document types, no deep nesting. Mutable; one thread.
final class PartReader {
    private static final XMLInputFactory FACTORY = factory();

    private final String part;
    private final XMLStreamReader xml;
    private int depth;

    PartReader(String part, byte[] content) throws RefusedSheet {
        this.part = part;
        try {
            xml = FACTORY.createXMLStreamReader(text(content));
        } catch (XMLStreamException e) {
            throw damaged();
        }
    }

    /// Moves to the next start of an element; false at the end of the part.
    boolean nextElement() throws RefusedSheet {
        while (next()) {
            if (isStart()) {
                return true;
            }
        }
        return false;
    }

    /// Moves to the next start or end of an element or piece of text; false at the end of the part.
    boolean next() throws RefusedSheet {
        try {
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new RefusedSheet(IntakeProblem.DOCUMENT_TYPE, part);
                    case XMLStreamConstants.START_ELEMENT -> {
                        depth++;
                        if (depth > SheetLimits.MAX_DEPTH) {
                            throw damaged();
                        }
                        return true;
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        return true;
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                        return true;
                    }
                    default -> {
                        // Comments and processing instructions say nothing here.
                    }
                }
            }
            return false;
        } catch (XMLStreamException e) {
            throw damaged();
        }
    }

    boolean isStart() {
        return xml.isStartElement();
    }

    boolean isStart(String name) {
        return xml.isStartElement() && xml.getLocalName().equals(name);
    }

    boolean isEnd(String name) {
        return xml.isEndElement() && xml.getLocalName().equals(name);
    }

    /// The attribute of that local name, whatever its namespace.
    Optional<String> attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return Optional.of(xml.getAttributeValue(i));
            }
        }
        return Optional.empty();
    }

    /// The text within the element the reader stands on, without what stands within elements of the name `without`.
    /// Little more than [SheetLimits#MAX_CELL_LENGTH] is kept. The reader then stands on the element's end.
    String text(String without) throws RefusedSheet {
        StringBuilder text = new StringBuilder();
        int outside = depth - 1;
        int unwanted = Integer.MAX_VALUE;
        while (depth > outside && next()) {
            if (isStart(without) && unwanted == Integer.MAX_VALUE) {
                unwanted = depth;
            } else if (xml.isEndElement() && depth < unwanted) {
                unwanted = Integer.MAX_VALUE;
            } else if (xml.isCharacters()
                    && unwanted == Integer.MAX_VALUE
                    && text.length() <= SheetLimits.MAX_CELL_LENGTH) {
                text.append(xml.getText());
            }
        }
        return text.toString();
    }

    RefusedSheet damaged() {
        return new RefusedSheet(IntakeProblem.DAMAGED, "the part " + part + " is not as the format asks");
    }

    /// Parts are UTF-8 or UTF-16. Decoded here, since the parser prints bytes that fit neither to the console.
    private static Reader text(byte[] content) throws RefusedSheet {
        CharacterSet set = CharacterSet.of(content);
        return new InputStreamReader(
                new ByteArrayInputStream(content, set.markBytes(), content.length - set.markBytes()),
                set.guessed() ? StandardCharsets.UTF_8 : set.charset());
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory;
    }
}
