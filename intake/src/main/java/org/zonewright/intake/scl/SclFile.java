package org.zonewright.intake.scl;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zonewright.facts.Basis;
import org.zonewright.intake.source.Gathering;
import org.zonewright.intake.source.LogFile;
import org.zonewright.intake.source.SourceFormat;
import org.zonewright.intake.source.SourceReading;
import org.zonewright.intake.xml.XmlCursor;

/// Reads a configuration. Mutable; one thread; one file.
public final class SclFile {
    private final SclModel model = new SclModel();
    private final Map<String, String> around = new HashMap<>();
    private final List<String> subscribers = new ArrayList<>();
    private Optional<SclModel.Block> block = Optional.empty();
    private Map<String, String> parameters = new TreeMap<>();

    private SclFile() {}

    /// True if the start of a file is that of a configuration.
    public static boolean recognises(String start) {
        return start.contains("<SCL")
                && start.contains("<Header")
                && start.stripLeading().startsWith("<");
    }

    /// Reads a file.
    public static SourceReading read(Path file) {
        Gathering into = new Gathering(file.toString(), file.toString(), SourceFormat.SCL, Basis.DOCUMENTED);
        SclFile scl = new SclFile();
        String digest = LogFile.bytes(file, into, scl::walk);
        scl.finishBlock();
        new SclFacts(scl.model, into).tell();
        return into.finish(digest);
    }

    private void walk(InputStream in) throws IOException {
        XmlCursor xml = new XmlCursor(in);
        while (xml.next()) {
            communication(xml);
            devices(xml);
        }
    }

    private String around(String name) {
        return around.getOrDefault(name, "");
    }

    /// `Communication`: networks, access points, where control blocks publish to.
    private void communication(XmlCursor xml) throws IOException {
        int line = xml.line();
        switch (xml.name()) {
            case "SubNetwork" -> around.put("network", xml.attribute("name").orElse(""));
            case "ConnectedAP" -> {
                around.put("connected", xml.attribute("iedName").orElse(""));
                around.put("ap", xml.attribute("apName").orElse(""));
                parameters = new TreeMap<>();
                model.add(new SclModel.Port(around("connected"), around("ap"), around("network"), parameters, line));
            }
            case "GSE", "SMV" -> {
                parameters = new TreeMap<>();
                model.add(new SclModel.Publication(
                        around("connected"),
                        xml.attribute("ldInst").orElse(""),
                        xml.attribute("cbName").orElse(""),
                        xml.name().equals("GSE"),
                        parameters,
                        line));
            }
            case "PhysConn" -> parameters = new TreeMap<>(); // plugs and cables
            case "P" -> {
                String type = xml.attribute("type").orElse("");
                if (!type.isEmpty() && parameters.size() < 64) {
                    parameters.put(type, xml.text());
                }
            }
            default -> {
                // The rest is in the devices, or says nothing that is used.
            }
        }
    }

    /// `IED`: devices, their control blocks and inputs.
    private void devices(XmlCursor xml) throws IOException {
        int line = xml.line();
        switch (xml.name()) {
            case "IED" -> device(xml, line);
            case "AccessPoint", "DataTypeTemplates" -> finishBlock();
            case "LDevice" -> {
                finishBlock();
                around.put("ld", xml.attribute("inst").orElse(""));
            }
            case "GSEControl" -> block(xml, SclModel.Kind.GOOSE, "appID", line);
            case "SampledValueControl" -> block(xml, SclModel.Kind.SAMPLED_VALUES, "smvID", line);
            case "ReportControl" -> block(xml, SclModel.Kind.REPORT, "rptID", line);
            case "ClientLN" -> xml.attribute("iedName").ifPresent(this::subscriber);
            case "IEDName" -> {
                String name = xml.text();
                subscriber(name);
            }
            case "ExtRef" -> {
                String publisher = xml.attribute("iedName").orElse("");
                if (!publisher.isEmpty() && !publisher.equals("@") && !publisher.equals(around("ied"))) {
                    model.add(new SclModel.Input(
                            around("ied"),
                            publisher,
                            xml.attribute("serviceType").orElse(""),
                            xml.attribute("srcCBName").orElse(""),
                            line));
                }
            }
            default -> {
                // Data, settings and types say nothing that is used.
            }
        }
    }

    private void device(XmlCursor xml, int line) {
        finishBlock();
        String name = xml.attribute("name").orElse("");
        around.put("ied", name);
        Map<String, String> attributes = new TreeMap<>();
        for (String attribute : List.of("manufacturer", "type", "configVersion", "desc")) {
            xml.attribute(attribute).ifPresent(value -> attributes.put(attribute, value));
        }
        model.add(new SclModel.Device(name, attributes, line));
    }

    private void block(XmlCursor xml, SclModel.Kind kind, String id, int line) {
        finishBlock();
        block = Optional.of(new SclModel.Block(
                around("ied"),
                around("ld"),
                xml.attribute("name").orElse(""),
                kind,
                xml.attribute(id).orElse(""),
                xml.attribute("datSet").orElse(""),
                List.of(),
                line));
    }

    private void subscriber(String name) {
        if (block.isPresent() && !name.isBlank() && subscribers.size() < 10_000) {
            subscribers.add(name.strip());
        }
    }

    /// A control block ends where the next begins.
    private void finishBlock() {
        block.ifPresent(found -> model.add(new SclModel.Block(
                found.device(),
                found.logicalDevice(),
                found.name(),
                found.kind(),
                found.id(),
                found.dataSet(),
                List.copyOf(subscribers),
                found.line())));
        block = Optional.empty();
        subscribers.clear();
    }
}
