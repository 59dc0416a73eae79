package org.zonewright.intake.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.intake.other.SourceFiles.facts;
import static org.zonewright.intake.other.SourceFiles.problems;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.zonewright.intake.other.SourceFiles;
import org.zonewright.intake.source.SourceReading;

/// XML made to harm its reader must be refused with a name for it, at once, and without opening anything else.
@Timeout(20)
class HostileXmlTest {
    private static final String HOST = "<host><status state=\"up\"/><address addr=\"10.0.0.1\" addrtype=\"ipv4\"/>"
            + "<hostnames><hostname name=\"plc\" type=\"PTR\"/></hostnames></host>";

    @TempDir
    private Path folder;

    private SourceReading read(String... lines) {
        return SourceFiles.read(new SourceFiles(folder).write("scan.xml", lines))
                .getFirst();
    }

    @Test
    void entitiesWithinEntitiesAreNotExpanded() {
        SourceReading reading = read(
                "<?xml version=\"1.0\"?>",
                "<!DOCTYPE nmaprun [",
                "<!ENTITY a \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\">",
                "<!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">",
                "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">",
                "]>",
                "<nmaprun scanner=\"nmap\">",
                HOST.replace("plc", "&c;"),
                "</nmaprun>");
        assertThat(facts(reading)).isEmpty();
        assertThat(problems(reading)).singleElement().asString().startsWith("source.document-type scan.xml");
    }

    @Test
    void filesAndAddressesOutsideAreNotOpened() {
        for (String type : new String[] {
            "<!DOCTYPE nmaprun SYSTEM \"file:///etc/passwd\">",
            "<!DOCTYPE nmaprun PUBLIC \"x\" \"http://127.0.0.1:9/x.dtd\">",
            "<!DOCTYPE nmaprun [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
        }) {
            SourceReading reading =
                    read("<?xml version=\"1.0\"?>", type, "<nmaprun scanner=\"nmap\">", HOST, "</nmaprun>");
            assertThat(problems(reading)).singleElement().asString().startsWith("source.document-type");
        }
    }

    @Test
    void theNameOfADocumentTypeAloneIsHarmless() {
        SourceReading reading =
                read("<?xml version=\"1.0\"?>", "<!DOCTYPE nmaprun>", "<nmaprun scanner=\"nmap\">", HOST, "</nmaprun>");
        assertThat(facts(reading)).contains("10.0.0.1 name plc (nmap)");
        assertThat(problems(reading)).isEmpty();
    }

    @Test
    void deepNestingIsRefusedAndWhatCameBeforeHolds() {
        SourceReading reading = read("<nmaprun scanner=\"nmap\">", HOST, "<host>" + "<a>".repeat(100_000));
        assertThat(facts(reading)).contains("10.0.0.1 name plc (nmap)");
        assertThat(problems(reading)).anyMatch(text -> text.startsWith("source.too-deep"));
    }

    @Test
    void aFileThatBreaksOffIsReadAsFarAsItGoes() {
        SourceReading reading = read("<nmaprun scanner=\"nmap\">", HOST, "<host><address addr=\"10.0.0.2\"");
        assertThat(facts(reading)).contains("10.0.0.1 name plc (nmap)");
        assertThat(problems(reading)).anyMatch(text -> text.startsWith("source.damaged"));
    }
}
