package org.zonewright.intake.zeek;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.intake.other.SourceFiles.conversations;
import static org.zonewright.intake.other.SourceFiles.facts;
import static org.zonewright.intake.other.SourceFiles.problems;
import static org.zonewright.intake.other.SourceFiles.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zonewright.facts.Basis;
import org.zonewright.intake.other.SourceFiles;
import org.zonewright.intake.source.SourceReading;

/// Logs of Zeek must give the facts that their lines state, each with its line, and say what they do not give.
class ZeekLogsTest {
    private static final String IDS = "#fields\tts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\t";
    private static final String ENDS = "1700000000.5\tC1\t10.0.0.5\t40001\t10.0.0.1\t502\t";

    @TempDir
    private Path folder;

    private SourceFiles files = new SourceFiles(Path.of("."));

    @BeforeEach
    void open() {
        files = new SourceFiles(folder);
    }

    private Path log(String kind, String fields, String... rows) {
        String[] lines = new String[rows.length + 5];
        lines[0] = "#separator \\x09";
        lines[1] = "#set_separator\t,";
        lines[2] = "#unset_field\t-";
        lines[3] = "#path\t" + kind;
        lines[4] = IDS + fields;
        System.arraycopy(rows, 0, lines, 5, rows.length);
        return files.write(kind + ".log", lines);
    }

    private static SourceReading one(Path file) {
        return read(file).getFirst();
    }

    @Test
    void jsonAndTabsGiveTheSame() {
        Path tabs = log(
                "conn",
                "proto\tservice\tduration\tconn_state\thistory\torig_pkts\torig_ip_bytes\tresp_pkts\tresp_ip_bytes",
                ENDS + "tcp\tmodbus\t1.25\tSF\tShADadFf\t6\t300\t5\t280");
        Path json = files.write(
                "json/conn.log",
                "{\"ts\":1700000000.5,\"uid\":\"C1\",\"id.orig_h\":\"10.0.0.5\",\"id.orig_p\":40001,"
                        + "\"id.resp_h\":\"10.0.0.1\",\"id.resp_p\":502,\"proto\":\"tcp\",\"service\":\"modbus\","
                        + "\"duration\":1.25,\"conn_state\":\"SF\",\"history\":\"ShADadFf\",\"orig_pkts\":6,"
                        + "\"orig_ip_bytes\":300,\"resp_pkts\":5,\"resp_ip_bytes\":280}");
        assertThat(conversations(one(tabs)))
                .containsExactly("10.0.0.5:-1 > 10.0.0.1:502 tcp modbus 6/5 established")
                .isEqualTo(conversations(one(json)));
        assertThat(one(tabs).contribution().source().basis()).isEqualTo(Basis.OBSERVED);
    }

    @Test
    void statesOfConnectionsBecomeOutcomes() {
        String fields = "proto\tservice\tduration\tconn_state\thistory\torig_pkts\tresp_pkts";
        Path file = log(
                "conn",
                fields,
                "1.0\tC1\t10.0.0.5\t1\t10.0.0.1\t80\ttcp\t-\t-\tS0\tS\t1\t0",
                "1.0\tC2\t10.0.0.5\t2\t10.0.0.2\t80\ttcp\t-\t-\tREJ\tSr\t1\t1",
                "1.0\tC3\t10.0.0.5\t3\t10.0.0.3\t80\ttcp\tssl\t-\tOTH\tDd\t4\t4",
                "1.0\tC4\t10.0.0.5\t4\t10.0.0.4\t161\tudp\tsnmp\t-\tS0\tD\t4\t0",
                "1.0\tC5\t10.0.0.5\t8\t10.0.0.6\t0\ticmp\t-\t-\tOTH\t-\t1\t1");
        assertThat(conversations(one(file)))
                .containsExactly(
                        "10.0.0.5:-1 > 10.0.0.1:80 tcp  1/0 attempted",
                        "10.0.0.5:-1 > 10.0.0.2:80 tcp  1/1 rejected",
                        "10.0.0.5:3 > 10.0.0.3:80 tcp tls 4/4 established",
                        "10.0.0.5:4 > 10.0.0.4:161 udp snmp 4/0 one-way",
                        "10.0.0.5:-1 > 10.0.0.6:-1 icmp  1/1 established");
    }

    @Test
    void aRowThatDoesNotFitItsHeadIsNamedByItsLineAndTheOthersHold() {
        Path file = log(
                "dnp3",
                "fc_request\tfc_reply\tiin",
                ENDS + "READ\tRESPONSE\t0",
                ENDS + "READ",
                ENDS + "OPERATE\tRESPONSE\t4");
        SourceReading reading = one(file);
        assertThat(conversations(reading))
                .containsExactly(
                        "10.0.0.5:40001 > 10.0.0.1:502 tcp dnp3 0/0 established",
                        "  dnp3 1 1/1/0 line 6",
                        "  dnp3 4 1/1/1 line 8");
        assertThat(problems(reading)).anyMatch(text -> text.startsWith("source.bad-row dnp3.log:7"));
        assertThat(reading.preview().taken()).isEqualTo(2);
        assertThat(reading.preview().leftOut()).isEqualTo(1);
    }

    @Test
    void twoLogsOfTheSameMessagesCountThemOnce() {
        Path plain = log("modbus", "func\texception", ENDS + "READ_COILS\t-", ENDS + "READ_COILS\t-");
        Path detailed = log(
                "modbus_detailed",
                "tid\tunit\tfunc\tmatched\tmisc",
                ENDS + "1\t4\tREAD_COILS\tT\t-",
                ENDS + "2\t4\tWRITE_SINGLE_COIL\tT\tILLEGAL_DATA_ADDRESS");
        List<SourceReading> readings = read(plain, detailed);
        assertThat(conversations(readings.get(0))).isEmpty();
        assertThat(problems(readings.get(0))).anyMatch(text -> text.contains("told-twice"));
        assertThat(conversations(readings.get(1)))
                .contains("  modbus 1 unit 4 1/1/0 line 6", "  modbus 5 unit 4 1/1/1 line 7");
    }

    @Test
    void theOldLayoutOfModbusTakesRowsInTurn() {
        Path file = log(
                "modbus",
                "func\texception",
                ENDS + "READ_HOLDING_REGISTERS\t-",
                ENDS + "READ_HOLDING_REGISTERS_EXCEPTION\tILLEGAL_DATA_ADDRESS",
                ENDS + "unknown-90\t-");
        assertThat(conversations(one(file))).contains("  modbus 3 1/1/1 line 6", "  modbus 90 1/0/0 line 8");
    }

    @Test
    void tagsOfAConnectionGoWithItInEveryLog() {
        Path conn = log(
                "conn",
                "proto\tconn_state\thistory\torig_pkts\tresp_pkts\tvlan\torig_l2_addr",
                ENDS + "tcp\tSF\tSh\t2\t2\t20\t00:1b:1b:00:00:05");
        Path ssh = log("ssh", "client\tserver", ENDS + "SSH-2.0-a\tSSH-2.0-b");
        List<SourceReading> readings = read(ssh, conn);
        assertThat(facts(readings.get(0)))
                .containsExactly(
                        "10.0.0.1 description SSH-2.0-b (ssh) vlan 20", "10.0.0.5 description SSH-2.0-a (ssh) vlan 20");
        assertThat(readings.get(1).contribution().links()).singleElement().satisfies(link -> assertThat(
                        link.mac() + " " + link.ip() + " " + link.packets())
                .isEqualTo("00:1b:1b:00:00:05 10.0.0.5 2"));
    }

    @Test
    void aRefusalOfBacnetIsFoundByItsInvokeId() {
        Path file = log(
                "bacnet",
                "is_orig\tbvlc_function\tpdu_type\tpdu_service\tinvoke_id\tresult_code",
                ENDS + "T\tOriginal_Unicast_NPDU\tCONFIRMED_REQUEST\twrite_property\t24\t-",
                ENDS + "F\tOriginal_Unicast_NPDU\tREJECT_PDU\treject\t24\tunrecognized-service",
                ENDS + "F\tOriginal_Unicast_NPDU\tUNCONFIRMED_REQUEST\ti-am\t-\t-");
        assertThat(conversations(one(file)))
                .containsExactly(
                        "10.0.0.5:40001 > 10.0.0.1:502 udp bacnet 0/0 established",
                        "  bacnet c15 1/1/1 line 6",
                        "  bacnet u0 1/0/0 by b line 8");
    }

    @Test
    void identityOfControllersIsTold() {
        Path cip = log(
                "cip_identity",
                "is_orig\tsocket_address\tsocket_port\tvendor_id\tvendor_name\tproduct_code\trevision\tserial_number"
                        + "\tproduct_name",
                ENDS + "F\t10.0.0.1\t44818\t1\tRockwell Automation/Allen-Bradley\t58\t4.3\t0x00524d8e\t1756-ENBT/A");
        assertThat(facts(one(cip)))
                .contains(
                        "10.0.0.1 vendor Rockwell Automation/Allen-Bradley (cip)",
                        "10.0.0.1 serial 00524d8e (cip)",
                        "10.0.0.1 model 1756-ENBT/A (cip)");
        Path s7 = log(
                "s7comm_known_devices",
                "automation_system_name\tmodule_name\tplant_name\tmodule_serial",
                ENDS + "PRESS-1\tCPU 315-2 PN/DP\t(empty)\tS C-C2UR28922012");
        assertThat(facts(one(s7)))
                .containsExactly(
                        "10.0.0.1 model CPU 315-2 PN/DP (s7comm)",
                        "10.0.0.1 name PRESS-1 (s7comm)",
                        "10.0.0.1 serial S C-C2UR28922012 (s7comm)");
    }

    @Test
    void namesComeFromNameServersAndLeases() {
        Path dns = files.write(
                "dns.log",
                "#separator \\x09",
                "#set_separator\t,",
                "#path\tdns",
                IDS + "proto\tquery\tqtype_name\trcode\tanswers",
                "#types\ttime\tstring\taddr\tport\taddr\tport\tenum\tstring\tstring\tcount\tvector[string]",
                "1.0\tC1\t10.0.0.5\t40001\t10.0.0.2\t53\tudp\tplc.plant\tA\t0\tplc1.plant,10.0.0.1");
        assertThat(facts(one(dns))).containsExactly("10.0.0.1 name plc1.plant (dns)");
        Path dhcp = files.write(
                "dhcp.log",
                "#separator \\x09",
                "#set_separator\t,",
                "#unset_field\t-",
                "#path\tdhcp",
                "#fields\tts\tuids\tclient_addr\tserver_addr\tmac\thost_name\tassigned_addr\tmsg_types",
                "#types\ttime\tset[string]\taddr\taddr\tstring\tstring\taddr\tvector[string]",
                "1.0\tC1\t-\t10.0.0.3\t00:1b:1b:00:00:01\tplc-1\t10.0.0.1\tREQUEST,ACK");
        assertThat(facts(one(dhcp)))
                .containsExactly(
                        "10.0.0.3 announced-role dhcp-server (dhcp)",
                        "00:1b:1b:00:00:01 name plc-1 (dhcp)",
                        "00:1b:1b:00:00:01 owns-address 10.0.0.1 (dhcp)");
    }

    @Test
    void secretsAreNotTold() {
        Path http = log("http", "method\thost\tusername\tpassword", ENDS + "GET\thmi.plant\tadmin\tsecret");
        Path snmp = log("snmp", "community\tdisplay_string", ENDS + "secret\tSwitch 1.2");
        read(http, snmp).forEach(reading -> assertThat(facts(reading) + " " + problems(reading) + reading.preview())
                .doesNotContain("secret"));
        assertThat(facts(one(snmp))).containsExactly("10.0.0.1 description Switch 1.2 (snmp)");
    }

    @Test
    void kindsThatAreNotReadAreCounted() {
        SourceReading reading = one(log("weird", "name", ENDS + "dnp3_corrupt_header_checksum"));
        assertThat(problems(reading))
                .containsExactly("source.kind-left-out weird.log [weird, 1]", "source.nothing-used weird.log [zeek]");
    }

    @Test
    void aPackedLogIsReadAndACutOneAsFarAsItGoes() throws IOException {
        String[] lines = {"#separator \\x09", "#path\tssh", IDS + "client\tserver", ENDS + "SSH-2.0-a\tSSH-2.0-b"};
        Path packed = files.pack("ssh.log.gz", lines);
        assertThat(facts(one(packed))).hasSize(2);
        byte[] bytes = Files.readAllBytes(packed);
        SourceReading cut = one(files.write("cut.log.gz", Arrays.copyOf(bytes, bytes.length - 12)));
        assertThat(problems(cut)).anyMatch(text -> text.startsWith("source.damaged"));
    }
}
