package org.zonewright.assess.observation;

import static org.zonewright.assess.observation.RuleCase.attribute;
import static org.zonewright.assess.observation.RuleCase.row;
import static org.zonewright.assess.observation.Stage.ENG;
import static org.zonewright.assess.observation.Stage.HMI;
import static org.zonewright.assess.observation.Stage.JUMP;
import static org.zonewright.assess.observation.Stage.PARTNER;
import static org.zonewright.assess.observation.Stage.PC;
import static org.zonewright.assess.observation.Stage.PLC;
import static org.zonewright.assess.observation.Stage.SRV;
import static org.zonewright.assess.observation.Stage.TABLET;
import static org.zonewright.facts.FunctionClass.CONFIGURE;
import static org.zonewright.facts.FunctionClass.DISCOVER;
import static org.zonewright.facts.FunctionClass.OPERATE;
import static org.zonewright.facts.FunctionClass.PROGRAM;
import static org.zonewright.facts.FunctionClass.READ;
import static org.zonewright.facts.FunctionClass.SESSION;
import static org.zonewright.facts.FunctionClass.WRITE;

import java.util.List;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Outcome;

/// The cases of the rules about who gets in and who may command (FR 1). Each has traffic that the rule is about, and
/// the same with one detail changed.
final class AccessCases {
    private AccessCases() {}

    static List<RuleCase> all() {
        return List.of(
                row(
                        "login-in-clear",
                        s -> s.of(HMI)
                                .says(Attribute.ACCOUNT, "schmidt", "telnet")
                                .talk(HMI, PLC, "telnet tcp/23"),
                        s -> s.of(HMI)
                                .says(Attribute.ACCOUNT, "schmidt", "telnet")
                                .talk(HMI, PLC, "telnet tcp/23")
                                .talk(HMI, SRV, "telnet tcp/23")),
                row(
                        "http-basic",
                        s -> s.of(PLC)
                                .says(attribute("http.authentication"), "Basic, credentials sent", "http")
                                .talk(HMI, PLC, "http tcp/80"),
                        s -> s.of(PLC)
                                .says(attribute("http.authentication"), "Basic", "http")
                                .talk(HMI, PLC, "http tcp/80")),
                row("telnet", s -> s.talk(HMI, PLC, "telnet tcp/23"), s -> s.talk(HMI, PLC, "telnet tcp/23")
                        .byPort()),
                row("ftp", s -> s.talk(HMI, PLC, "ftp tcp/21"), s -> s.talk(HMI, PLC, "ftp tcp/21")
                        .outcome(Outcome.REJECTED)),
                row(
                        "ftp-anonymous",
                        s -> s.of(HMI)
                                .says(Attribute.ACCOUNT, "anonymous", "ftp")
                                .talk(HMI, PLC, "ftp tcp/21"),
                        s -> s.of(HMI).says(Attribute.ACCOUNT, "schmidt", "ftp").talk(HMI, PLC, "ftp tcp/21")),
                row("remote-shell", s -> s.talk(HMI, PLC, "rlogin tcp/513"), s -> s.talk(HMI, PLC, "rlogin tcp/513")
                        .outcome(Outcome.ATTEMPTED)),
                row("vnc", s -> s.talk(HMI, PLC, "vnc tcp/5900"), s -> s.talk(HMI, PLC, "rdp tcp/3389")),
                row(
                        "vnc-without-password",
                        s -> s.of(PLC)
                                .says(attribute("vnc.security"), "none", "vnc")
                                .talk(HMI, PLC, "vnc tcp/5900"),
                        s -> s.of(PLC)
                                .says(attribute("vnc.security"), "none", "vnc")
                                .says(attribute("vnc.security"), "VNC password", "vnc")
                                .talk(HMI, PLC, "vnc tcp/5900")),
                row(
                        "default-account",
                        s -> s.of(HMI)
                                .says(Attribute.ACCOUNT, "Admin", "telnet")
                                .talk(HMI, PLC, "telnet tcp/23"),
                        s -> s.of(HMI)
                                .says(Attribute.ACCOUNT, "schmidt", "telnet")
                                .talk(HMI, PLC, "telnet tcp/23")),
                row(
                        "shared-account",
                        s -> s.of(HMI)
                                .says(Attribute.ACCOUNT, "schmidt", "ntlm")
                                .of(ENG)
                                .says(Attribute.ACCOUNT, "schmidt", "ntlm")
                                .talk(HMI, SRV, "smb tcp/445")
                                .talk(ENG, SRV, "smb tcp/445"),
                        s -> s.of(HMI)
                                .says(Attribute.ACCOUNT, "PC7$", "ntlm")
                                .of(ENG)
                                .says(Attribute.ACCOUNT, "PC7$", "ntlm")
                                .talk(HMI, SRV, "smb tcp/445")
                                .talk(ENG, SRV, "smb tcp/445")),
                row(
                        "snmp",
                        s -> s.of(PLC)
                                .says(attribute("snmp.version"), "2c", "snmp")
                                .talk(HMI, PLC, "snmp udp/161")
                                .asking("0", READ, 3),
                        s -> s.of(PLC)
                                .says(attribute("snmp.version"), "3", "snmp")
                                .talk(HMI, PLC, "snmp udp/161")
                                .asking("0", READ, 3)),
                row(
                        "snmp-set",
                        s -> s.of(PLC)
                                .says(attribute("snmp.version"), "1", "snmp")
                                .talk(HMI, PLC, "snmp udp/161")
                                .asking("3", WRITE, 4),
                        s -> s.of(PLC)
                                .says(attribute("snmp.version"), "1", "snmp")
                                .talk(HMI, PLC, "snmp udp/161")
                                .asking("3", WRITE, 4, 4)),
                row("unguarded-write", s -> s.talk(HMI, PLC, "modbus tcp/502").asking("6", WRITE, 1), s -> s.talk(
                                HMI, PLC, "modbus tcp/502")
                        .asking("3", READ, 1)),
                row("iec104-write", s -> s.talk(HMI, PLC, "iec104 tcp/2404").asking("45", OPERATE, 1), s -> s.talk(
                                HMI, PLC, "iec104 tcp/2404")
                        .asking("45", OPERATE, 1)
                        .asking("81", SESSION, 1)),
                row("s7comm-write", s -> s.talk(HMI, PLC, "s7comm tcp/102").asking("0x05", WRITE, 1), s -> s.talk(
                                HMI, PLC, "s7comm tcp/102")
                        .asking("0x04", READ, 1)),
                row("cip-write", s -> s.talk(HMI, PLC, "enip tcp/44818").asking("0x4d", WRITE, 1), s -> s.talk(
                                HMI, PLC, "enip tcp/44818")
                        .asking("0x4d", WRITE, 1, 1)),
                row("dnp3-write", s -> s.talk(HMI, PLC, "dnp3 tcp/20000").asking("5", OPERATE, 1), s -> s.talk(
                                HMI, PLC, "dnp3 tcp/20000")
                        .asking("5", OPERATE, 1)
                        .asking("32", SESSION, 1)),
                row("mms-write", s -> s.talk(HMI, PLC, "mms tcp/102").asking("5", WRITE, 1), s -> s.talk(
                                HMI, PLC, "mms tcp/102")
                        .asking("4", READ, 1)),
                row("maker-write", s -> s.talk(HMI, PLC, "umas tcp/502").asking("0x41", PROGRAM, 1), s -> s.talk(
                                HMI, PLC, "umas tcp/502")
                        .asking("0x22", READ, 1)),
                row("field-write", s -> s.talk(HMI, PLC, "dlms tcp/4059").asking("0xc1", WRITE, 1), s -> s.talk(
                                HMI, PLC, "dlms tcp/4059")
                        .asking("0xc0", READ, 1)),
                row("dcp-set", s -> s.talk(HMI, PLC, "profinet-dcp").asking("4", CONFIGURE, 1), s -> s.talk(
                                HMI, PLC, "profinet-dcp")
                        .asking("5", DISCOVER, 1)),
                row("mqtt-command", s -> s.talk(HMI, SRV, "sparkplug tcp/1883").asking("NCMD", OPERATE, 1), s -> s.talk(
                                HMI, SRV, "sparkplug tcp/1883")
                        .asking("NDATA", READ, 1)),
                row(
                        "opcua-none",
                        s -> s.of(SRV)
                                .says(attribute("opcua.security-policy"), "None", "opcua")
                                .talk(HMI, SRV, "opcua tcp/4840"),
                        s -> s.of(SRV)
                                .says(attribute("opcua.security-policy"), "Basic256Sha256", "opcua")
                                .talk(HMI, SRV, "opcua tcp/4840")),
                row(
                        "opcua-write",
                        s -> s.of(SRV)
                                .says(attribute("opcua.security-policy"), "None", "opcua")
                                .talk(HMI, SRV, "opcua tcp/4840")
                                .asking("673", WRITE, 2),
                        s -> s.of(SRV)
                                .says(attribute("opcua.security-policy"), "None", "opcua")
                                .says(attribute("opcua.security-policy"), "Basic256Sha256", "opcua")
                                .talk(HMI, SRV, "opcua tcp/4840")
                                .asking("673", WRITE, 2)),
                row(
                        "opcua-anonymous",
                        s -> s.of(SRV)
                                .says(attribute("opcua.user-token"), "anonymous", "opcua")
                                .talk(HMI, SRV, "opcua tcp/4840"),
                        s -> s.of(SRV)
                                .says(attribute("opcua.user-token"), "certificate", "opcua")
                                .talk(HMI, SRV, "opcua tcp/4840")),
                row(
                        "certificate-expired",
                        s -> s.of(SRV)
                                .says(attribute("tls.certificate-expiry"), "2026-10-31", "tls")
                                .talk(HMI, SRV, "tls tcp/443"),
                        s -> s.of(SRV)
                                .says(attribute("tls.certificate-expiry"), "2026-11-01", "tls")
                                .talk(HMI, SRV, "tls tcp/443")),
                row(
                        "certificate-self-signed",
                        s -> s.of(SRV)
                                .says(attribute("tls.certificate-subject"), "CN=srv", "tls")
                                .says(attribute("tls.certificate-issuer"), "CN=srv", "tls")
                                .talk(HMI, SRV, "tls tcp/443"),
                        s -> s.of(SRV)
                                .says(attribute("tls.certificate-subject"), "CN=srv", "tls")
                                .says(attribute("tls.certificate-issuer"), "CN=plant ca", "tls")
                                .talk(HMI, SRV, "tls tcp/443")),
                row(
                        "certificate-weak-signature",
                        s -> s.of(SRV)
                                .says(attribute("tls.certificate-signature"), "sha1WithRSA", "tls")
                                .talk(HMI, SRV, "tls tcp/443"),
                        s -> s.of(SRV)
                                .says(attribute("tls.certificate-signature"), "sha384WithRSA", "tls")
                                .talk(HMI, SRV, "tls tcp/443")),
                row(
                        "remote-from-outside",
                        s -> s.talk(PARTNER, JUMP, "ssh tcp/22"),
                        s -> s.talk(PC, JUMP, "ssh tcp/22")),
                row(
                        "vpn-out",
                        s -> s.talk(HMI, PARTNER, "openvpn udp/1194"),
                        s -> s.talk(JUMP, PARTNER, "openvpn udp/1194")),
                row(
                        "vpn-in",
                        s -> s.talk(PARTNER, PLC, "wireguard udp/51820"),
                        s -> s.talk(PARTNER, JUMP, "wireguard udp/51820")),
                row(
                        "wireless-control",
                        s -> s.talk(TABLET, PLC, "modbus tcp/502").asking("6", WRITE, 1),
                        s -> s.talk(SRV, PLC, "modbus tcp/502").asking("6", WRITE, 1)));
    }
}
