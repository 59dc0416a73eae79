package org.zonewright.intake.scan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import org.zonewright.facts.Address;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Basis;
import org.zonewright.facts.Confidence;
import org.zonewright.intake.source.Gathering;
import org.zonewright.intake.source.ListedStation;
import org.zonewright.intake.source.LogFile;
import org.zonewright.intake.source.NumberText;
import org.zonewright.intake.source.SourceFormat;
import org.zonewright.intake.source.SourceReading;
import org.zonewright.intake.xml.XmlCursor;

/// Reads a report of Nmap. Mutable; one thread; one file.
public final class NmapReport {
    private static final String METHOD = "nmap";
    private static final Attribute OPEN_PORT = new Attribute("nmap.open-port");
    private static final Attribute SERVICE = new Attribute("nmap.service");
    private static final Attribute DEVICE_TYPE = new Attribute("nmap.device-type");
    private static final int SURE = 95; // percent

    /// What scripts of control protocols call the attributes, by script and key.
    private static final Map<String, Attribute> ELEMENTS = Map.ofEntries(
            Map.entry("s7-info/Module", Attribute.MODEL),
            Map.entry("s7-info/Basic Hardware", Attribute.HARDWARE),
            Map.entry("s7-info/Version", Attribute.FIRMWARE),
            Map.entry("s7-info/System Name", Attribute.NAME),
            Map.entry("s7-info/Module Type", new Attribute("s7comm.module-type")),
            Map.entry("s7-info/Serial Number", Attribute.SERIAL),
            Map.entry("s7-info/Plant Identification", new Attribute("s7comm.plant-identification")),
            Map.entry("enip-info/vendor", Attribute.VENDOR),
            Map.entry("enip-info/productName", Attribute.MODEL),
            Map.entry("enip-info/revision", Attribute.FIRMWARE),
            Map.entry("enip-info/productCode", new Attribute("cip.product-code")),
            Map.entry("bacnet-info/Vendor Name", Attribute.VENDOR),
            Map.entry("bacnet-info/Model Name", Attribute.MODEL),
            Map.entry("bacnet-info/Firmware", Attribute.FIRMWARE),
            Map.entry("bacnet-info/Application Software", new Attribute("bacnet.application-version")),
            Map.entry("bacnet-info/Object Name", Attribute.NAME),
            Map.entry("bacnet-info/Description", Attribute.DESCRIPTION),
            Map.entry("bacnet-info/Location", Attribute.LOCATION),
            Map.entry("omron-info/Controller Model", Attribute.MODEL),
            Map.entry("omron-info/Controller Version", Attribute.FIRMWARE),
            Map.entry("fox-info/vendorId", Attribute.VENDOR),
            Map.entry("fox-info/hostName", Attribute.NAME));

    private final Gathering into;
    private ListedStation station = new ListedStation(METHOD, 0);
    private boolean inHost;
    private boolean up;
    private String port = "";
    private boolean open;
    private String script = "";
    private int bestAccuracy;

    private NmapReport(Gathering into) {
        this.into = into;
    }

    /// True if the start of a file is that of a report.
    public static boolean recognises(String start) {
        return start.contains("<nmaprun ") && start.stripLeading().startsWith("<");
    }

    /// Reads a file.
    public static SourceReading read(Path file) {
        Gathering into = new Gathering(file.toString(), file.toString(), SourceFormat.NMAP, Basis.DOCUMENTED);
        NmapReport report = new NmapReport(into);
        String digest = LogFile.bytes(file, into, report::walk);
        report.finishHost();
        return into.finish(digest);
    }

    private void walk(InputStream in) throws IOException {
        XmlCursor xml = new XmlCursor(in);
        while (xml.next()) {
            if (xml.name().equals("host") && xml.depth() == 2) {
                finishHost();
                station = new ListedStation(METHOD, xml.line());
                inHost = true;
                up = true;
                bestAccuracy = 0;
            } else if (inHost) {
                element(xml);
            }
        }
    }

    private void element(XmlCursor xml) throws IOException {
        int line = xml.line();
        switch (xml.name()) {
            case "status" -> up = xml.attribute("state").filter("up"::equals).isPresent();
            case "address" ->
                xml.attribute("addr").flatMap(Address::parse).ifPresent(found -> station.address(found, line));
            case "hostname" -> {
                if (xml.attribute("type").filter("PTR"::equals).isPresent()) {
                    value(xml, "name", Attribute.NAME, Confidence.MEDIUM);
                }
            }
            case "port" -> {
                port = xml.attribute("protocol").orElse("ip") + "/"
                        + xml.attribute("portid").orElse("");
                open = false;
                script = "";
            }
            case "state" -> {
                open = xml.attribute("state").filter("open"::equals).isPresent();
                if (open) {
                    station.value(OPEN_PORT, port, Confidence.HIGH, line);
                }
            }
            case "service" -> service(xml);
            case "osmatch" -> system(xml);
            case "script" -> script = xml.attribute("id").orElse("");
            case "elem" -> scriptElement(xml);
            case "hostscript", "runstats" -> script = "";
            default -> {
                // Times, traces and counters say nothing about who a station is.
            }
        }
    }

    private void value(XmlCursor xml, String attribute, Attribute as, Confidence confidence) {
        int line = xml.line();
        xml.attribute(attribute).ifPresent(text -> station.value(as, text, confidence, line));
    }

    /// A service that was asked, and not guessed by its port, names its program.
    private void service(XmlCursor xml) {
        if (!open || xml.attribute("method").filter("probed"::equals).isEmpty()) {
            return;
        }
        String program = xml.attribute("product").orElse("")
                + xml.attribute("version").map(version -> " " + version).orElse("");
        if (!program.isBlank()) {
            station.value(SERVICE, port + " " + program.strip(), Confidence.MEDIUM, xml.line());
        }
        value(xml, "devicetype", DEVICE_TYPE, Confidence.LOW);
        value(xml, "hostname", Attribute.NAME, Confidence.MEDIUM);
    }

    /// Of several guesses the first and surest is told.
    private void system(XmlCursor xml) {
        int accuracy = (int) NumberText.whole(xml.attribute("accuracy").orElse("0"), 0);
        if (accuracy > bestAccuracy) {
            bestAccuracy = accuracy;
            value(xml, "name", Attribute.OPERATING_SYSTEM, accuracy >= SURE ? Confidence.MEDIUM : Confidence.LOW);
        }
    }

    private void scriptElement(XmlCursor xml) throws IOException {
        int line = xml.line();
        String key = script + "/" + xml.attribute("key").orElse("");
        Attribute known = ELEMENTS.get(key);
        String text = xml.text();
        if (known != null) {
            station.value(known, withoutCode(text), Confidence.HIGH, line);
        } else if (key.equals("enip-info/serialNumber")) {
            NumberText.hex(text, 8).ifPresent(serial -> station.value(Attribute.SERIAL, serial, Confidence.HIGH, line));
        }
    }

    /// `Rockwell Automation/Allen-Bradley (1)` without its number.
    private static String withoutCode(String text) {
        int bracket = text.lastIndexOf(" (");
        boolean code = bracket > 0
                && text.endsWith(")")
                && text.substring(bracket + 2, text.length() - 1).chars().allMatch(Character::isDigit);
        return code ? text.substring(0, bracket) : text;
    }

    private void finishHost() {
        if (!inHost) {
            return;
        }
        inHost = false;
        if (!up) {
            into.leftOut("host", "down");
        } else if (station.hasAddress()) {
            station.tell(into.vantage(), into);
            into.show(station.display());
            into.taken("host");
        } else {
            into.leftOut("host", "address");
        }
    }
}
