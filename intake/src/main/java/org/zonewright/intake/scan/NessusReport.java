package org.zonewright.intake.scan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.StringTokenizer;
import org.zonewright.facts.Address;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Basis;
import org.zonewright.facts.Confidence;
import org.zonewright.intake.source.Gathering;
import org.zonewright.intake.source.ListedStation;
import org.zonewright.intake.source.LogFile;
import org.zonewright.intake.source.SourceFormat;
import org.zonewright.intake.source.SourceReading;
import org.zonewright.intake.xml.XmlCursor;

/// Reads a report of Nessus. Mutable; one thread; one file.
public final class NessusReport {
    private static final String METHOD = "nessus";
    private static final Attribute OPEN_PORT = new Attribute("nessus.open-port");
    private static final Attribute SYSTEM_TYPE = new Attribute("nessus.system-type");

    private final Gathering into;
    private ListedStation station = new ListedStation(METHOD, 0);
    private boolean inHost;

    private NessusReport(Gathering into) {
        this.into = into;
    }

    /// True if the start of a file is that of a report.
    public static boolean recognises(String start) {
        return start.contains("<NessusClientData_v2");
    }

    /// Reads a file.
    public static SourceReading read(Path file) {
        Gathering into = new Gathering(file.toString(), file.toString(), SourceFormat.NESSUS, Basis.DOCUMENTED);
        NessusReport report = new NessusReport(into);
        String digest = LogFile.bytes(file, into, report::walk);
        report.finishHost();
        return into.finish(digest);
    }

    private void walk(InputStream in) throws IOException {
        XmlCursor xml = new XmlCursor(in);
        while (xml.next()) {
            switch (xml.name()) {
                case "ReportHost" -> host(xml);
                case "tag" -> {
                    if (inHost) {
                        tag(xml);
                    }
                }
                case "ReportItem" -> item(xml);
                case "Policy", "Report" -> finishHost();
                default -> {
                    // Policies, and the words of a finding, are not looked at.
                }
            }
        }
    }

    private void host(XmlCursor xml) {
        finishHost();
        inHost = true;
        int line = xml.line();
        station = new ListedStation(METHOD, line);
        xml.attribute("name").ifPresent(name -> Address.parse(name)
                .ifPresentOrElse(
                        address -> station.address(address, line),
                        () -> station.value(Attribute.NAME, name, Confidence.LOW, line)));
    }

    private void tag(XmlCursor xml) throws IOException {
        int line = xml.line();
        String name = xml.attribute("name").orElse("");
        switch (name) {
            case "host-ip" -> Address.parse(xml.text()).ifPresent(address -> station.address(address, line));
            case "mac-address" -> macs(xml.text(), line);
            case "operating-system" -> station.value(Attribute.OPERATING_SYSTEM, xml.text(), Confidence.MEDIUM, line);
            case "netbios-name", "host-fqdn", "host-rdns" ->
                station.value(Attribute.NAME, xml.text(), Confidence.MEDIUM, line);
            case "system-type" -> station.value(SYSTEM_TYPE, xml.text(), Confidence.LOW, line);
            default -> {
                // Times, credentials used and identifiers of the scan are no facts about the station.
            }
        }
    }

    private void macs(String text, int line) {
        StringTokenizer words = new StringTokenizer(text);
        while (words.hasMoreTokens()) {
            Address.parse(words.nextToken()).ifPresent(mac -> station.address(mac, line));
        }
    }

    private void item(XmlCursor xml) {
        String port = xml.attribute("port").orElse("0");
        if (inHost && !port.equals("0")) {
            station.value(
                    OPEN_PORT, xml.attribute("protocol").orElse("ip") + "/" + port, Confidence.MEDIUM, xml.line());
        }
        into.leftOut("finding", "finding");
    }

    private void finishHost() {
        if (!inHost) {
            return;
        }
        inHost = false;
        if (station.hasAddress()) {
            station.tell(into.vantage(), into);
            into.show(station.display());
            into.taken("host");
        } else {
            into.leftOut("host", "address");
        }
    }
}
