package org.zonewright.intake.suricata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.intake.other.SourceFiles.conversations;
import static org.zonewright.intake.other.SourceFiles.facts;
import static org.zonewright.intake.other.SourceFiles.problems;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zonewright.intake.other.SourceFiles;
import org.zonewright.intake.source.SourceReading;

/// Events of Suricata must give the facts that they state, each with its line, and say what they do not give.
class EveLogTest {
    private static final String TIME = "{\"timestamp\":\"2026-11-22T10:00:00.250000+0100\",\"flow_id\":7,";
    private static final String ENDS = "\"src_ip\":\"10.0.0.5\",\"src_port\":40001,\"dest_ip\":\"10.0.0.1\",";

    @TempDir
    private Path folder;

    private SourceReading read(String... events) {
        return SourceFiles.read(new SourceFiles(folder).write("eve.json", events))
                .getFirst();
    }

    private static String event(String type, int port, String rest) {
        return TIME + "\"event_type\":\"" + type + "\"," + ENDS + "\"dest_port\":" + port + ",\"proto\":\"TCP\"," + rest
                + "}";
    }

    @Test
    void aFlowWithBothSynsIsAHandshake() {
        SourceReading reading = read(
                event(
                        "flow",
                        502,
                        "\"vlan\":[20],\"app_proto\":\"modbus\",\"flow\":{\"pkts_toserver\":6,\"pkts_toclient\":5,"
                                + "\"bytes_toserver\":400,\"bytes_toclient\":380,"
                                + "\"start\":\"2026-11-22T10:00:00.000000+0100\","
                                + "\"end\":\"2026-11-22T10:00:01.000000+0100\"},"
                                + "\"tcp\":{\"tcp_flags_ts\":\"1b\",\"tcp_flags_tc\":\"1a\"}"),
                event(
                        "flow",
                        503,
                        "\"app_proto\":\"failed\",\"flow\":{\"pkts_toserver\":3,\"pkts_toclient\":0,"
                                + "\"start\":\"2026-11-22T10:00:00.000000+0100\"},"
                                + "\"tcp\":{\"tcp_flags_ts\":\"02\",\"tcp_flags_tc\":\"00\"}"));
        assertThat(conversations(reading))
                .containsExactly(
                        "10.0.0.5:-1 > 10.0.0.1:502 tcp modbus 6/5 established vlan 20",
                        "10.0.0.5:40001 > 10.0.0.1:503 tcp  3/0 attempted");
    }

    @Test
    void transactionsOfModbusAreRequestAndAnswer() {
        SourceReading reading = read(event(
                "modbus",
                502,
                "\"modbus\":{\"id\":1,\"request\":{\"unit_id\":7,\"function_raw\":16},"
                        + "\"response\":{\"unit_id\":7,\"function_raw\":144,\"exception\":{\"raw\":2}}}"));
        assertThat(conversations(reading)).contains("  modbus 16 unit 7 1/1/1 line 1");
        assertThat(facts(reading)).containsExactly("10.0.0.1 modbus.unit 7 (modbus)");
    }

    @Test
    void aResponseOfDnp3AnswersTheRequestBeforeIt() {
        SourceReading reading = read(
                event(
                        "dnp3",
                        20000,
                        "\"dnp3\":{\"type\":\"request\",\"src\":1,\"dst\":10,"
                                + "\"application\":{\"function_code\":5,\"objects\":[]}}"),
                event(
                        "dnp3",
                        20000,
                        "\"dnp3\":{\"type\":\"response\",\"src\":10,\"dst\":1,"
                                + "\"application\":{\"function_code\":129},"
                                + "\"iin\":{\"indicators\":[\"device_restart\",\"obj_unknown\"]}}"),
                event(
                        "dnp3",
                        20000,
                        "\"dnp3\":{\"type\":\"unsolicited_response\",\"src\":10,\"dst\":1,"
                                + "\"application\":{\"function_code\":130}}"));
        assertThat(conversations(reading)).contains("  dnp3 5 1/1/1 line 1");
        assertThat(facts(reading)).containsExactly("10.0.0.1 dnp3.address 10 (dnp3)", "10.0.0.5 dnp3.address 1 (dnp3)");
        assertThat(reading.preview().leftOut()).isEqualTo(1);
    }

    @Test
    void listIdentityNamesADevice() {
        SourceReading reading = read(event(
                "enip",
                44818,
                "\"enip\":{\"request\":{\"command\":\"list_identity\",\"status\":\"success\"},"
                        + "\"response\":{\"command\":\"list_identity\",\"status\":\"success\",\"identity\":{"
                        + "\"revision\":\"4.3\",\"vendor_id\":\"Festo Corporation\",\"product_code\":58,"
                        + "\"serial\":5393806,\"product_name\":\"CPX-FB36\"}}}"));
        assertThat(conversations(reading)).contains("  enip 0x0063 1/1/0 line 1");
        assertThat(facts(reading)).contains("10.0.0.1 model CPX-FB36 (cip)", "10.0.0.1 serial 00524d8e (cip)");
    }

    @Test
    void servicesTellNamesButNoSecrets() {
        SourceReading reading = read(
                event("tls", 443, "\"tls\":{\"subject\":\"C=DE, CN=hmi.plant\",\"sni\":\"hmi\",\"version\":\"TLSv1\"}"),
                event(
                        "ssh",
                        22,
                        "\"ssh\":{\"server\":{\"proto_version\":\"2.0\",\"software_version\":\"OpenSSH_8.2\"}}"),
                event("smb", 445, "\"smb\":{\"dialect\":\"2.10\",\"ntlmssp\":{\"host\":\"ENG-1\",\"user\":\"anna\"}}"),
                event("ftp", 21, "\"ftp\":{\"command\":\"PASS\",\"command_data\":\"secret\"}"));
        assertThat(facts(reading))
                .containsExactlyInAnyOrder(
                        "10.0.0.1 tls.certificate hmi.plant (tls)",
                        "10.0.0.1 name hmi (tls)",
                        "10.0.0.1 tls.version TLS 1.0 (tls)",
                        "10.0.0.1 description SSH-2.0-OpenSSH_8.2 (ssh)",
                        "10.0.0.1 smb.dialect 2.10 (smb)",
                        "10.0.0.5 name ENG-1 (ntlm)",
                        "10.0.0.5 account anna (ntlm)");
        assertThat(problems(reading)).containsExactly("source.kind-left-out eve.json [ftp, 1]");
        assertThat(reading.preview().toString()).doesNotContain("secret");
    }

    @Test
    void answersOfNameServersAndLeasesTellAddresses() {
        SourceReading reading = read(
                TIME + "\"event_type\":\"dns\",\"src_ip\":\"10.0.0.2\",\"src_port\":53,\"dest_ip\":\"10.0.0.5\","
                        + "\"dest_port\":40001,\"proto\":\"UDP\",\"dns\":{\"type\":\"answer\",\"rcode\":\"NOERROR\","
                        + "\"answers\":[{\"rrname\":\"plc.plant\",\"rrtype\":\"A\",\"rdata\":\"10.0.0.1\"}]}}",
                TIME + "\"event_type\":\"dhcp\",\"src_ip\":\"10.0.0.3\",\"src_port\":67,\"dest_ip\":\"10.0.0.9\","
                        + "\"dest_port\":68,\"proto\":\"UDP\",\"dhcp\":{\"type\":\"reply\",\"dhcp_type\":\"ack\","
                        + "\"client_mac\":\"00:1b:1b:00:00:09\",\"assigned_ip\":\"10.0.0.9\","
                        + "\"subnet_mask\":\"255.255.255.0\",\"routers\":[\"10.0.0.254\"]}}");
        assertThat(facts(reading))
                .containsExactly(
                        "10.0.0.1 name plc.plant (dns)",
                        "00:1b:1b:00:00:09 gateway 10.0.0.254 (dhcp)",
                        "00:1b:1b:00:00:09 network 10.0.0.0/24 (dhcp)",
                        "00:1b:1b:00:00:09 owns-address 10.0.0.9 (dhcp)");
        assertThat(conversations(reading)).contains("10.0.0.5:40001 > 10.0.0.2:53 udp dns 0/0 established");
    }

    @Test
    void linesThatAreNoObjectAreNamedAndTheOthersHold() {
        String deep = "{\"timestamp\":\"x\",\"event_type\":\"flow\",\"a\":" + "[".repeat(40) + "]".repeat(40) + "}";
        SourceReading reading = read(event("ssh", 22, "\"ssh\":{}"), deep, "{\"event_type\":\"flow\"", "[1]");
        assertThat(problems(reading))
                .filteredOn(text -> text.startsWith("source.bad-row"))
                .hasSize(3);
    }
}
