package org.zonewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zonewright.facts.Facts;
import org.zonewright.facts.inventory.Conversation;
import org.zonewright.facts.inventory.IdentityRules;
import org.zonewright.facts.inventory.Inventory;
import org.zonewright.facts.inventory.InventoryResolver;
import org.zonewright.traffic.TrafficReader;

/// What a log says must not depend on whether Zeek or this product looked: the logs that Zeek writes of a capture,
/// and the capture, give the same conversations, functions and identities wherever both speak.
class LogsAndCaptureTest {
    private static final String HMI = "10.1.0.5";
    private static final String CONN_HEAD =
            "#separator \\x09\n#set_separator\t,\n#empty_field\t(empty)\n#unset_field\t-\n"
                    + "#path\tconn\n#fields\tts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tproto\tservice\tduration"
                    + "\torig_bytes\tresp_bytes\tconn_state\tlocal_orig\tlocal_resp\tmissed_bytes\thistory\torig_pkts"
                    + "\torig_ip_bytes\tresp_pkts\tresp_ip_bytes\ttunnel_parents\n";

    @TempDir
    private Path folder;

    private final Wire wire = new Wire();
    private final StringBuilder connections = new StringBuilder(CONN_HEAD);

    @BeforeEach
    void makeFolders() throws IOException {
        Files.createDirectories(folder.resolve("logs"));
    }

    @Test
    void modbus() throws IOException {
        Wire.Connection plc = wire.new Connection(HMI, 40001, "10.1.0.11", 502);
        plc.ask("0001 0000 0006 01 03 0000 0002").answer("0001 0000 0007 01 03 04 0001 0002");
        plc.ask("0002 0000 0006 01 03 0000 0002").answer("0002 0000 0007 01 03 04 0001 0002");
        plc.ask("0003 0000 0009 07 10 0010 0001 02 00ff").answer("0003 0000 0003 07 90 02"); // illegal address
        plc.close();
        connections.append(plc.zeek("C1", "modbus")).append('\n');
        log(
                "modbus.log",
                "tid\tunit\tfunc\tpdu_type\texception",
                List.of(
                        row("C1", plc, "1\t1\tREAD_HOLDING_REGISTERS\tREQ\t-"),
                        row("C1", plc, "1\t1\tREAD_HOLDING_REGISTERS\tRESP\t-"),
                        row("C1", plc, "2\t1\tREAD_HOLDING_REGISTERS\tREQ\t-"),
                        row("C1", plc, "2\t1\tREAD_HOLDING_REGISTERS\tRESP\t-"),
                        row("C1", plc, "3\t7\tWRITE_MULTIPLE_REGISTERS\tREQ\t-"),
                        row("C1", plc, "3\t7\tWRITE_MULTIPLE_REGISTERS\tRESP\tILLEGAL_DATA_ADDRESS")));
        assertThat(agreed()).contains("modbus 3 unit 1 2/2/0", "modbus 16 unit 7 1/1/1", "modbus.unit 7");
    }

    @Test
    void s7comm() throws IOException {
        Wire.Connection cpu = wire.new Connection(HMI, 40002, "10.1.0.12", 102);
        cpu.ask("0300 0016 11 e0 0000 0001 00 c1 02 0100 c2 02 0102 c0 01 0a");
        cpu.answer("0300 0016 11 d0 0001 0002 00 c1 02 0100 c2 02 0102 c0 01 0a");
        cpu.ask("0300 0019 02f080 32 01 0000 0000 0008 0000 f0 00 0001 0001 01e0");
        cpu.answer("0300 001b 02f080 32 03 0000 0000 0008 0000 00 00 f0 00 0001 0001 01e0");
        cpu.ask("0300 001f 02f080 32 01 0000 0001 000e 0000 04 01 12 0a 10 02 0001 0001 84 000000");
        cpu.answer("0300 001a 02f080 32 03 0000 0001 0002 0005 00 00 04 01 ff 04 0008 2a");
        cpu.close();
        connections.append(cpu.zeek("C2", "cotp,s7comm")).append('\n');
        log(
                "s7comm.log",
                "is_orig\trosctr_code\trosctr_name\tpdu_reference\tfunction_code\tfunction_name"
                        + "\tsubfunction_code\tsubfunction_name\terror_class\terror_code",
                List.of(
                        row("C2", cpu, "T\t1\tJob-Request\t0\t0xf0\tSetup Communication\t-\t-\t-\t-"),
                        row("C2", cpu, "F\t3\tACK-Data\t0\t0xf0\tSetup Communication\t-\t-\tNo error\t0x00"),
                        row("C2", cpu, "T\t1\tJob-Request\t1\t0x04\tRead Variable\t-\t-\t-\t-"),
                        row("C2", cpu, "F\t3\tACK-Data\t1\t0x04\tRead Variable\t-\t-\tNo error\t0x00")));
        assertThat(agreed()).contains("s7comm 0xf0 1/1/0", "s7comm 0x04 1/1/0");
    }

    @Test
    void dnp3() throws IOException {
        Wire.Connection station = wire.new Connection(HMI, 40003, "10.1.0.13", 20000);
        station.ask(Wire.dnp3(0xc4, 10, 1, "c0 c1 01 3c0206")).answer(Wire.dnp3(0x44, 1, 10, "c0 c1 81 0000"));
        station.ask(Wire.dnp3(0xc4, 10, 1, "c1 c2 0d")).answer(Wire.dnp3(0x44, 1, 10, "c1 c2 81 0001"));
        station.close();
        connections.append(station.zeek("C3", "dnp3_tcp")).append('\n');
        log(
                "dnp3.log",
                "fc_request\tfc_reply\tiin",
                List.of(row("C3", station, "READ\tRESPONSE\t0"), row("C3", station, "COLD_RESTART\tRESPONSE\t1")));
        assertThat(agreed()).contains("dnp3 1 1/1/0", "dnp3 13 1/1/1");
    }

    @Test
    void cipInItsEncapsulation() throws IOException {
        Wire.Connection logix = wire.new Connection(HMI, 40004, "10.1.0.14", 44818);
        String empty = "00000000 0000000000000000 00000000";
        logix.ask("6500 0400 00000000 " + empty + "0100 0000");
        logix.answer("6500 0400 01000000 " + empty + "0100 0000");
        // Send RR Data, null address, unconnected: Get Attribute Single of the time object, then its answer
        logix.ask("6f00 1800 01000000 " + empty + "00000000 0000 0200 0000 0000 b200 0800 0e03 208b 2401 3005");
        logix.answer("6f00 1800 01000000 " + empty + "00000000 0000 0200 0000 0000 b200 0800 8e00 0000 01000000");
        logix.close();
        connections.append(logix.zeek("C4", "enip_tcp")).append('\n');
        log(
                "enip.log",
                "is_orig\tenip_command_code\tenip_command\tlength\tsession_handle\tenip_status",
                List.of(
                        row("C4", logix, "T\t0x65\tRegister Session\t4\t0x00000000\tSuccess"),
                        row("C4", logix, "F\t0x65\tRegister Session\t4\t0x00000001\tSuccess"),
                        row("C4", logix, "T\t0x6f\tSend RR Data\t24\t0x00000001\tSuccess"),
                        row("C4", logix, "F\t0x6f\tSend RR Data\t24\t0x00000001\tSuccess")));
        log(
                "cip.log",
                "is_orig\tcip_sequence_count\tdirection\tcip_service_code\tcip_service\tcip_status_code" + "\tclass_id",
                List.of(
                        row("C4", logix, "T\t-\trequest\t0x0e\tGet Attribute Single\t-\t0x8b"),
                        row("C4", logix, "F\t-\tresponse\t0x0e\tGet Attribute Single\t0x00\t-")));
        assertThat(agreed()).contains("enip 0x0065 1/1/0", "enip 0x006f 1/1/0", "cip 0x0e 1/1/0");
    }

    @Test
    void bannersOfSsh() throws IOException {
        Wire.Connection shell = wire.new Connection(HMI, 40005, "10.1.0.15", 22);
        shell.answer(hex("SSH-2.0-OpenSSH_8.2\r\n")).ask(hex("SSH-2.0-PuTTY_Release_0.70\r\n"));
        shell.close();
        connections.append(shell.zeek("C5", "ssh")).append('\n');
        log(
                "ssh.log",
                "version\tauth_success\tclient\tserver",
                List.of(row("C5", shell, "2\tT\tSSH-2.0-PuTTY_Release_0.70\tSSH-2.0-OpenSSH_8.2")));
        assertThat(agreed()).contains("description SSH-2.0-OpenSSH_8.2", "description SSH-2.0-PuTTY_Release_0.70");
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String row(String uid, Wire.Connection connection, String rest) {
        return "1700000000.002000\t" + uid + "\t" + connection.client + "\t" + connection.clientPort + "\t"
                + connection.server + "\t" + connection.serverPort + "\t" + rest;
    }

    private void log(String name, String fields, List<String> rows) throws IOException {
        String head = "#separator \\x09\n#set_separator\t,\n#empty_field\t(empty)\n#unset_field\t-\n#path\t"
                + name.substring(0, name.indexOf('.'))
                + "\n#fields\tts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\t" + fields + "\n";
        Files.writeString(folder.resolve("logs").resolve(name), head + String.join("\n", rows) + "\n");
    }

    /// What logs and capture both say; fails where they differ.
    private String agreed() throws IOException {
        Files.writeString(folder.resolve("logs/conn.log"), connections.toString());
        Files.write(folder.resolve("line.pcap"), wire.bytes());
        Inventory ofCapture = read(folder.resolve("line.pcap"));
        Inventory ofLogs = read(folder.resolve("logs"));
        assertThat(conversations(ofLogs)).isNotEmpty().isEqualTo(conversations(ofCapture));
        List<String> identities = identities(ofLogs);
        assertThat(identities(ofCapture)).containsAll(identities);
        assertThat(ofLogs.conversations()).allSatisfy(conversation -> assertThat(conversation.clientBytes())
                .as("IP bytes: frames less 14 bytes each")
                .isEqualTo(ofCapture.conversations().getFirst().clientBytes() - 14 * conversation.clientPackets()));
        return String.join("\n", conversations(ofLogs)) + "\n" + String.join("\n", identities);
    }

    private static Inventory read(Path input) {
        Inputs inputs = Inputs.find(List.of(input.toString()), new ByteArrayInputStream(new byte[0]));
        Facts facts =
                new Sources(new TrafficReader.Options(7, true), 1).read(inputs).facts();
        return InventoryResolver.resolve(facts, IdentityRules.NONE);
    }

    private static List<String> conversations(Inventory inventory) {
        return inventory.conversations().stream().map(LogsAndCaptureTest::text).toList();
    }

    private static String text(Conversation conversation) {
        StringBuilder text = new StringBuilder();
        text.append(conversation.clientAddress())
                .append(" to ")
                .append(conversation.serverAddress())
                .append(' ')
                .append(conversation.transport())
                .append(conversation.serverPort())
                .append(' ')
                .append(conversation.protocol())
                .append(' ')
                .append(conversation.direction())
                .append(' ')
                .append(conversation.outcome())
                .append(' ')
                .append(conversation.clientPackets())
                .append('/')
                .append(conversation.serverPackets());
        conversation.functions().forEach(use -> text.append("\n  ")
                .append(use.function().protocol())
                .append(' ')
                .append(use.function().code())
                .append(use.unit().isPresent() ? " unit " + use.unit().getAsInt() : "")
                .append(' ')
                .append(use.requests() + "/" + use.answers() + "/" + use.refusals())
                .append(use.byClient() ? " client " : " server ")
                .append(use.function().name())
                .append(' ')
                .append(use.function().functionClass()));
        return text.toString();
    }

    private static List<String> identities(Inventory inventory) {
        return inventory.assets().stream()
                .flatMap(asset -> asset.facts().stream())
                .filter(fact -> !fact.method().equals("mac-vendor"))
                .map(fact -> fact.subject() + " " + fact.attribute().id() + " " + fact.value() + " " + fact.method()
                        + " " + fact.confidence())
                .sorted()
                .toList();
    }
}
