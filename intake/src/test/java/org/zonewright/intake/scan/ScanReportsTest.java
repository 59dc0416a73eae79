package org.zonewright.intake.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.intake.other.SourceFiles.facts;
import static org.zonewright.intake.other.SourceFiles.problems;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zonewright.facts.Basis;
import org.zonewright.intake.other.SourceFiles;
import org.zonewright.intake.source.SourceReading;

/// A scan's report must give the stations that answered, as documents, and nothing of its secrets or findings.
class ScanReportsTest {
    @TempDir
    private Path folder;

    private SourceReading read(String... lines) {
        return SourceFiles.read(new SourceFiles(folder).write("report", lines)).getFirst();
    }

    @Test
    void nmapTellsStationsPortsAndWhatControllersAnswered() {
        SourceReading reading = read(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
                "<!DOCTYPE nmaprun>",
                "<nmaprun scanner=\"nmap\" args=\"nmap -sT --script s7-info 10.0.0.0/24\">",
                "<host><status state=\"down\"/><address addr=\"10.0.0.9\" addrtype=\"ipv4\"/></host>",
                "<host><status state=\"up\" reason=\"arp-response\"/>",
                "<address addr=\"10.0.0.12\" addrtype=\"ipv4\"/>",
                "<address addr=\"00:1B:1B:00:00:0C\" addrtype=\"mac\" vendor=\"Siemens AG\"/>",
                "<hostnames><hostname name=\"asked.example\" type=\"user\"/><hostname name=\"plc-12\" type=\"PTR\"/>"
                        + "</hostnames>",
                "<ports><port protocol=\"tcp\" portid=\"22\"><state state=\"closed\"/><service name=\"ssh\"/></port>",
                "<port protocol=\"tcp\" portid=\"102\"><state state=\"open\"/>",
                "<service name=\"iso-tsap\" product=\"Siemens S7 PLC\" method=\"probed\" conf=\"10\"/>",
                "<script id=\"s7-info\" output=\"…\"><elem key=\"Module\">6ES7 315-2EH14-0AB0</elem>",
                "<elem key=\"Version\">3.2.6</elem><elem key=\"Serial Number\">S C-C2UR28922012</elem></script>",
                "</port></ports>",
                "<os><osmatch name=\"Siemens Simatic 300\" accuracy=\"96\"/><osmatch name=\"Other\" accuracy=\"90\"/></os>",
                "</host>",
                "<runstats/></nmaprun>");
        assertThat(facts(reading))
                .containsExactlyInAnyOrder(
                        "10.0.0.12 name plc-12 (nmap)",
                        "10.0.0.12 nmap.open-port tcp/102 (nmap)",
                        "10.0.0.12 nmap.service tcp/102 Siemens S7 PLC (nmap)",
                        "10.0.0.12 model 6ES7 315-2EH14-0AB0 (nmap)",
                        "10.0.0.12 firmware 3.2.6 (nmap)",
                        "10.0.0.12 serial S C-C2UR28922012 (nmap)",
                        "10.0.0.12 operating-system Siemens Simatic 300 (nmap)",
                        "10.0.0.12 list.row 5 (nmap)",
                        "00:1b:1b:00:00:0c list.row 5 (nmap)",
                        "00:1b:1b:00:00:0c owns-address 10.0.0.12 (nmap)");
        assertThat(reading.contribution().source().basis()).isEqualTo(Basis.DOCUMENTED);
        assertThat(problems(reading)).containsExactly("source.rows-left-out report [host, 1, down]");
    }

    @Test
    void nessusTellsStationsAndLeavesFindingsAndPoliciesOut() {
        SourceReading reading = read(
                "<?xml version=\"1.0\" ?>",
                "<NessusClientData_v2>",
                "<Policy><Preferences><preference><name>SSH password</name><value>secret</value></preference>"
                        + "</Preferences></Policy>",
                "<Report name=\"plant\">",
                "<ReportHost name=\"10.0.0.20\"><HostProperties>",
                "<tag name=\"host-ip\">10.0.0.20</tag><tag name=\"netbios-name\">HMI-1</tag>",
                "<tag name=\"mac-address\">00:0C:29:00:00:14</tag>",
                "<tag name=\"operating-system\">Microsoft Windows 7 Professional</tag></HostProperties>",
                "<ReportItem port=\"445\" svc_name=\"cifs\" protocol=\"tcp\" severity=\"3\" pluginID=\"1\" "
                        + "pluginName=\"x\"><plugin_output>user secret</plugin_output></ReportItem>",
                "</ReportHost></Report></NessusClientData_v2>");
        assertThat(facts(reading))
                .containsExactlyInAnyOrder(
                        "10.0.0.20 name HMI-1 (nessus)",
                        "10.0.0.20 operating-system Microsoft Windows 7 Professional (nessus)",
                        "10.0.0.20 nessus.open-port tcp/445 (nessus)",
                        "10.0.0.20 list.row 5 (nessus)",
                        "00:0c:29:00:00:14 list.row 5 (nessus)",
                        "00:0c:29:00:00:14 owns-address 10.0.0.20 (nessus)");
        assertThat(problems(reading)).containsExactly("source.rows-left-out report [finding, 1, finding]");
        assertThat(facts(reading).toString() + reading.preview()).doesNotContain("secret");
    }
}
