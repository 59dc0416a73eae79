package org.zonewright.assess.observation;

import static org.zonewright.assess.observation.RuleCase.attribute;
import static org.zonewright.assess.observation.RuleCase.row;
import static org.zonewright.assess.observation.Stage.ENG;
import static org.zonewright.assess.observation.Stage.HMI;
import static org.zonewright.assess.observation.Stage.INTERNET;
import static org.zonewright.assess.observation.Stage.JUMP;
import static org.zonewright.assess.observation.Stage.LAPTOP;
import static org.zonewright.assess.observation.Stage.PARTNER;
import static org.zonewright.assess.observation.Stage.PC;
import static org.zonewright.assess.observation.Stage.PLC;
import static org.zonewright.assess.observation.Stage.SIS;
import static org.zonewright.assess.observation.Stage.SRV;
import static org.zonewright.facts.FunctionClass.CONFIGURE;
import static org.zonewright.facts.FunctionClass.DISCOVER;
import static org.zonewright.facts.FunctionClass.PROGRAM;
import static org.zonewright.facts.FunctionClass.READ;
import static org.zonewright.facts.FunctionClass.SESSION;
import static org.zonewright.facts.FunctionClass.TRANSFER;
import static org.zonewright.facts.FunctionClass.WRITE;

import java.time.Instant;
import java.util.List;
import org.zonewright.assess.Scene;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Outcome;
import org.zonewright.facts.inventory.FactsProblem;

/// The cases of all other rules (FR 2 to FR 7). Each has traffic that the rule is about, and the same with one detail
/// changed.
final class OperationCases {
    private OperationCases() {}

    static List<RuleCase> all() {
        return List.of(
                row(
                        "program-outside-window",
                        s -> s.talk(ENG, PLC, "s7comm tcp/102").asking("0x29", PROGRAM, 1),
                        s -> s.talk(ENG, PLC, "s7comm tcp/102")
                                .asking("0x29", PROGRAM, 1)
                                .until(Instant.parse("2026-11-02T06:00:00Z"))),
                row("program-download", s -> s.talk(ENG, PLC, "s7comm tcp/102").asking("0x1a", PROGRAM, 1), s -> s.talk(
                                ENG, PLC, "s7comm tcp/102")
                        .asking("0x05", WRITE, 1)),
                row(
                        "settings-over-network",
                        s -> s.talk(ENG, PLC, "snmp udp/161").asking("3", CONFIGURE, 1),
                        s -> s.talk(HMI, PLC, "snmp udp/161").asking("3", CONFIGURE, 1)),
                row(
                        "remote-session-long",
                        s -> s.talk(JUMP, ENG, "ssh tcp/22").until(Scene.NOON.plusSeconds(12 * 3600)),
                        s -> s.talk(JUMP, ENG, "ssh tcp/22").until(Scene.NOON.plusSeconds(12 * 3600 - 1))),
                row(
                        "newcomer",
                        s -> s.station("", "10.0.0.99").from(60).says(Attribute.NAME, "vendor-laptop", "dhcp"),
                        s -> s.station("", "10.0.0.99").from(40).says(Attribute.NAME, "vendor-laptop", "dhcp")),
                row(
                        "temporary-control",
                        s -> s.talk(LAPTOP, PLC, "modbus tcp/502").asking("6", WRITE, 1),
                        s -> s.talk(LAPTOP, PLC, "modbus tcp/502").asking("3", READ, 1)),
                row("files-from-outside", s -> s.talk(HMI, PC, "ftp tcp/21").asking("RETR", TRANSFER, 1), s -> s.talk(
                                HMI, JUMP, "ftp tcp/21")
                        .asking("RETR", TRANSFER, 1)),
                row(
                        "no-log-traffic",
                        s -> s.talk(HMI, PLC, "modbus tcp/502").until(Scene.NOON.plusSeconds(3600)),
                        s -> s.talk(HMI, PLC, "modbus tcp/502")
                                .until(Scene.NOON.plusSeconds(3600))
                                .talk(PLC, SRV, "syslog udp/514")
                                .outcome(Outcome.ONE_WAY)),
                row(
                        "log-target-unheard",
                        s -> s.talk(PLC, "10.0.1.77", "syslog udp/514").outcome(Outcome.ONE_WAY),
                        s -> s.talk(PLC, SRV, "syslog udp/514").outcome(Outcome.ONE_WAY)),
                row("no-time", s -> s.talk(HMI, PLC, "modbus tcp/502").until(Scene.NOON.plusSeconds(3600)), s -> s.talk(
                                HMI, PLC, "modbus tcp/502")
                        .until(Scene.NOON.plusSeconds(3600))
                        .talk(PLC, SRV, "ntp udp/123")),
                row("ntp", s -> s.talk(HMI, SRV, "ntp udp/123"), s -> s.talk(HMI, SRV, "ntp udp/123")
                        .outcome(Outcome.ATTEMPTED)),
                row("time-from-outside", s -> s.talk(SRV, PC, "ntp udp/123"), s -> s.talk(HMI, SRV, "ntp udp/123")),
                row("beyond-approval", s -> s.talk(ENG, PLC, "modbus tcp/502").asking("6", WRITE, 1), s -> s.talk(
                                ENG, PLC, "modbus tcp/502")
                        .asking("3", READ, 1)),
                row(
                        "plain-control",
                        s -> s.talk(HMI, PLC, "modbus tcp/502").asking("3", READ, 1),
                        s -> s.talk(HMI, PLC, "modbus tcp/502")),
                row(
                        "goose-unsigned",
                        s -> s.talk(PLC, "01:0c:cd:01:00:01", "goose").outcome(Outcome.ONE_WAY),
                        s -> s.talk(PLC, "01:0c:cd:01:00:01", "goose")
                                .outcome(Outcome.ONE_WAY)
                                .byPort()),
                row("tftp", s -> s.talk(HMI, SRV, "tftp udp/69"), s -> s.talk(HMI, SRV, "tftp udp/69")
                        .outcome(Outcome.ATTEMPTED)),
                row("http", s -> s.talk(HMI, PLC, "http tcp/80"), s -> s.talk(HMI, PLC, "tls tcp/80")),
                row(
                        "smb-unsigned",
                        s -> s.of(SRV)
                                .says(attribute("smb.signing"), "not required", "smb")
                                .talk(HMI, SRV, "smb tcp/445"),
                        s -> s.of(SRV)
                                .says(attribute("smb.signing"), "required", "smb")
                                .talk(HMI, SRV, "smb tcp/445")),
                row(
                        "unsupported-system",
                        s -> s.of(HMI).says(Attribute.OPERATING_SYSTEM, "Windows 7", "smb"),
                        s -> s.of(HMI).says(Attribute.OPERATING_SYSTEM, "Windows 10", "smb")),
                row("syslog", s -> s.talk(PLC, SRV, "syslog udp/514").outcome(Outcome.ONE_WAY), s -> s.talk(
                                PLC, SRV, "syslog udp/514")
                        .outcome(Outcome.ONE_WAY)
                        .byPort()),
                row(
                        "tls-old",
                        s -> s.of(SRV)
                                .says(attribute("tls.version"), "TLS 1.0", "tls")
                                .talk(HMI, SRV, "tls tcp/443"),
                        s -> s.of(SRV)
                                .says(attribute("tls.version"), "TLS 1.2", "tls")
                                .talk(HMI, SRV, "tls tcp/443")),
                row(
                        "tls-weak-cipher",
                        s -> s.of(SRV)
                                .says(attribute("tls.cipher"), "TLS_RSA_WITH_RC4_128_SHA", "tls")
                                .talk(HMI, SRV, "tls tcp/443"),
                        s -> s.of(SRV)
                                .says(attribute("tls.cipher"), "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", "tls")
                                .talk(HMI, SRV, "tls tcp/443")),
                row(
                        "ssh-1",
                        s -> s.of(SRV)
                                .says(Attribute.DESCRIPTION, "SSH-1.5-OpenSSH_2.9", "ssh")
                                .talk(ENG, SRV, "ssh tcp/22"),
                        s -> s.of(SRV)
                                .says(Attribute.DESCRIPTION, "SSH-1.99-OpenSSH_3.9", "ssh")
                                .talk(ENG, SRV, "ssh tcp/22")),
                row(
                        "rdp-old-security",
                        s -> s.of(ENG)
                                .says(attribute("rdp.security"), "standard", "rdp")
                                .talk(JUMP, ENG, "rdp tcp/3389"),
                        s -> s.of(ENG)
                                .says(attribute("rdp.security"), "CredSSP", "rdp")
                                .talk(JUMP, ENG, "rdp tcp/3389")),
                row(
                        "kerberos-weak",
                        s -> s.of(SRV)
                                .says(attribute("kerberos.encryption"), "rc4-hmac", "kerberos")
                                .talk(ENG, SRV, "kerberos tcp/88"),
                        s -> s.of(SRV)
                                .says(attribute("kerberos.encryption"), "aes256-cts-hmac-sha1-96", "kerberos")
                                .talk(ENG, SRV, "kerberos tcp/88")),
                row(
                        "database-plain",
                        s -> s.of(SRV)
                                .says(attribute("tds.encryption"), "not supported", "tds")
                                .talk(ENG, SRV, "tds tcp/1433"),
                        s -> s.of(SRV)
                                .says(attribute("tds.encryption"), "on", "tds")
                                .talk(ENG, SRV, "tds tcp/1433")),
                row(
                        "control-across-zones",
                        s -> s.talk(ENG, PLC, "modbus tcp/502").asking("3", READ, 1),
                        s -> s.talk(HMI, PLC, "modbus tcp/502").asking("3", READ, 1)),
                row(
                        "control-over-internet",
                        s -> s.talk(INTERNET, PLC, "modbus tcp/502").asking("3", READ, 1),
                        s -> s.talk(PARTNER, PLC, "modbus tcp/502").asking("3", READ, 1)),
                row("undeclared-flow", s -> s.talk(PC, PLC, "http tcp/80"), s -> s.talk(ENG, PLC, "modbus tcp/502")
                        .asking("3", READ, 1)),
                row("boundary-bypassed", s -> s.talk(SIS, PLC, "modbus tcp/502").asking("3", READ, 1), s -> s.talk(
                                LAPTOP, PLC, "modbus tcp/502")
                        .asking("3", READ, 1)),
                row("dual-homed", s -> s.of(HMI).also("10.0.1.11"), s -> s.of(HMI)
                        .also("10.0.0.21")),
                row(
                        "internet-reached",
                        s -> s.talk(SRV, INTERNET, "- tcp/443"),
                        s -> s.talk(SRV, PARTNER, "- tcp/443")),
                row(
                        "engineering-from-business",
                        s -> s.talk(PC, PLC, "modbus tcp/502").asking("6", WRITE, 1),
                        s -> s.talk(PC, PLC, "modbus tcp/502").asking("3", READ, 1)),
                row(
                        "discovery-from-business",
                        s -> s.talk(PC, PLC, "enip tcp/44818").asking("0x63", DISCOVER, 1),
                        s -> s.talk(ENG, PLC, "enip tcp/44818").asking("0x63", DISCOVER, 1)),
                row("safety-commanded", s -> s.talk(ENG, SIS, "s7comm tcp/102").asking("0x05", WRITE, 1), s -> s.talk(
                                ENG, SIS, "s7comm tcp/102")
                        .asking("0x04", READ, 1)),
                row("dns-outside", s -> s.talk(SRV, INTERNET, "dns udp/53"), s -> s.talk(HMI, SRV, "dns udp/53")),
                row("mail", s -> s.talk(HMI, SRV, "smtp tcp/25"), s -> s.talk(HMI, SRV, "smtp tcp/25")
                        .outcome(Outcome.REJECTED)),
                row("mail-fetched", s -> s.talk(HMI, PC, "imap tcp/143"), s -> s.talk(HMI, SRV, "imap tcp/143")),
                row(
                        "remote-access-tool",
                        s -> s.of(HMI)
                                .says(attribute("remote-access"), "TeamViewer", "tls")
                                .talk(HMI, INTERNET, "tls tcp/443"),
                        s -> s.of(HMI)
                                .says(attribute("remote-access"), "TeamViewer", "tls")
                                .talk(HMI, INTERNET, "tls tcp/443")
                                .outcome(Outcome.ATTEMPTED)),
                row(
                        "teamviewer",
                        s -> s.talk(HMI, INTERNET, "teamviewer tcp/5938"),
                        s -> s.talk(PC, INTERNET, "teamviewer tcp/5938")),
                row("scanned", s -> vain(s, 25), s -> vain(s, 24)),
                row(
                        "attempted-flow",
                        s -> s.talk(PC, PLC, "http tcp/80").outcome(Outcome.ATTEMPTED),
                        s -> s.talk(PC, PLC, "http tcp/80")),
                row(
                        "broadcast-flood",
                        s -> s.talk(HMI, "255.255.255.255", "- udp/9999")
                                .outcome(Outcome.ONE_WAY)
                                .packets(50_000),
                        s -> s.talk(HMI, "255.255.255.255", "- udp/9999")
                                .outcome(Outcome.ONE_WAY)
                                .packets(49_999)),
                row("smb1", s -> s.talk(HMI, SRV, "smb tcp/445").asking("0x0072", SESSION, 1), s -> s.talk(
                                HMI, SRV, "smb tcp/445")
                        .asking("0x0100", SESSION, 1)),
                row(
                        "names-by-broadcast",
                        s -> s.talk(HMI, "224.0.0.252", "llmnr udp/5355").outcome(Outcome.ONE_WAY),
                        s -> s.talk(PC, "224.0.0.252", "llmnr udp/5355").outcome(Outcome.ONE_WAY)),
                row(
                        "plug-and-play",
                        s -> s.talk(HMI, "239.255.255.250", "ssdp udp/1900").outcome(Outcome.ONE_WAY),
                        s -> s.talk(PC, "239.255.255.250", "ssdp udp/1900").outcome(Outcome.ONE_WAY)),
                row(
                        "duplicate-address",
                        s -> s.problem(FactsProblem.DUPLICATE_ADDRESS, PLC, "plant", "m1", "m2", "frame 1"),
                        s -> s.problem(FactsProblem.ADDRESS_MOVED, PLC, "plant", "m1", "m2", "frame 1")),
                row(
                        "inventory-behind",
                        s -> s.station("", "10.0.0.99").talk("10.0.0.99", PLC, "modbus tcp/502"),
                        s -> s.talk(HMI, PLC, "modbus tcp/502")),
                row(
                        "firmware-conflict",
                        s -> s.of(PLC)
                                .says(Attribute.FIRMWARE, "2.1", "modbus")
                                .says(Attribute.FIRMWARE, "3.0", "snmp"),
                        s -> s.of(PLC)
                                .says(Attribute.FIRMWARE, "2.1", "modbus")
                                .says(Attribute.FIRMWARE, "V2.1", "snmp")),
                row("firmware-differs", s -> s.of(PLC).says(Attribute.FIRMWARE, "3.0", "modbus"), s -> s.of(PLC)
                        .says(Attribute.FIRMWARE, "V2.1", "modbus")));
    }

    /// Attempts at so many services of one station.
    private static Scene vain(Scene scene, int services) {
        for (int port = 1; port <= services; port++) {
            scene.talk(HMI, PLC, "- tcp/" + port).outcome(Outcome.ATTEMPTED);
        }
        return scene;
    }
}
