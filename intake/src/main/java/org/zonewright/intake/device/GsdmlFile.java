package org.zonewright.intake.device;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Basis;
import org.zonewright.intake.source.DeviceDescription;
import org.zonewright.intake.source.Gathering;
import org.zonewright.intake.source.LogFile;
import org.zonewright.intake.source.NumberText;
import org.zonewright.intake.source.SourceFormat;
import org.zonewright.intake.source.SourceReading;
import org.zonewright.intake.xml.XmlCursor;

/// Reads a GSDML file (PROFIBUS & PROFINET International, GSDML 2.x): the numbers of a device and what they are
/// called. Mutable; one thread; one file.
public final class GsdmlFile {
    private final Map<Attribute, String> ids = new TreeMap<>();
    private final Map<Attribute, String> names = new TreeMap<>();
    private final Set<String> orderNumbers = new TreeSet<>();
    private int line;
    private boolean accessPoint;

    private GsdmlFile() {}

    /// True if the start of a file is that of such a description.
    public static boolean recognises(String start) {
        return start.contains("<ISO15745Profile") && start.contains("<DeviceIdentity");
    }

    /// Reads a file.
    public static SourceReading read(Path file) {
        Gathering into = new Gathering(file.toString(), file.toString(), SourceFormat.GSDML, Basis.DOCUMENTED);
        GsdmlFile gsdml = new GsdmlFile();
        String digest = LogFile.bytes(file, into, gsdml::walk);
        gsdml.describe(into);
        return into.finish(digest);
    }

    private void walk(InputStream in) throws IOException {
        XmlCursor xml = new XmlCursor(in);
        while (xml.next()) {
            switch (xml.name()) {
                case "DeviceIdentity" -> {
                    line = xml.line();
                    id(xml.attribute("VendorID"), new Attribute("profinet.vendor-id"));
                    id(xml.attribute("DeviceID"), new Attribute("profinet.device-id"));
                }
                case "VendorName" -> xml.attribute("Value").ifPresent(name -> names.put(Attribute.VENDOR, name));
                case "Family" ->
                    xml.attribute("ProductFamily")
                            .ifPresent(name -> names.put(new Attribute("gsdml.product-family"), name));
                case "DeviceAccessPointItem" -> accessPoint = true;
                case "ModuleItem", "ModuleList" -> accessPoint = false;
                case "OrderNumber" -> {
                    if (accessPoint) {
                        xml.attribute("Value").ifPresent(orderNumbers::add);
                    }
                }
                default -> {
                    // Modules, data and texts say nothing that is used.
                }
            }
        }
    }

    private void id(Optional<String> text, Attribute attribute) {
        text.map(number -> NumberText.whole(number, -1))
                .filter(number -> number >= 0)
                .ifPresent(number -> ids.put(attribute, Long.toString(number)));
    }

    private void describe(Gathering into) {
        if (ids.size() < 2) {
            into.leftOut("device", "no-identity");
            return;
        }
        if (orderNumbers.size() == 1) {
            names.put(Attribute.MODEL, orderNumbers.iterator().next());
        }
        into.describes(new DeviceDescription("gsdml", ids, names, into.at(line)));
        into.taken("device");
        into.show(ids + " = " + names);
    }
}
