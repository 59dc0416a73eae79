package org.zonewright.intake.other;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.SequencedMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zonewright.base.Texts;
import org.zonewright.facts.ConversationTable;
import org.zonewright.facts.Facts;
import org.zonewright.facts.inventory.IdentityRules;
import org.zonewright.facts.inventory.InventoryResolver;
import org.zonewright.intake.source.SourceFormat;
import org.zonewright.intake.source.SourceReading;

/// A well-formed file may say anything: numbers beyond all ranges, times before and after all clocks, addresses that
/// are none. Whatever stands in whichever field, the reading ends in facts that hold together, and in problems.
class HostileValuesTest {
    private static final List<String> ZEEK_FIELDS = List.of(
            "ts uid id.orig_h id.orig_p id.resp_h id.resp_p proto service duration conn_state history orig_pkts",
            "orig_ip_bytes resp_pkts resp_ip_bytes vlan inner_vlan orig_l2_addr resp_l2_addr ip_proto unit unit_id func",
            "pdu_type exception fc_request fc_reply iin is_orig rosctr_code function_code function_name",
            "subfunction_code error_class module_name module_serial plant_name enip_command enip_command_code",
            "enip_status cip_service_code cip_service cip_status_code class_id direction vendor_id vendor_name",
            "device_type_id product_code product_name revision serial_number socket_address socket_port pdu_service",
            "invoke_id object_type instance_number property value identifier identifier_str request_response",
            "endpoint_url application_uri product_uri security_policy_uri sec_policy_uri res_hdr_service_result query",
            "qtype_name rcode answers client server version host user_agent status_code method server_name subject",
            "username hostname server_nb_computer_name display_string mac host_name client_fqdn assigned_addr msg_types",
            "client_addr server_addr software_type name unparsed_version address vendor location description");
    private static final List<String> ZEEK_KINDS = List.of(
            "conn modbus modbus_detailed dnp3 s7comm s7comm_known_devices enip cip cip_identity bacnet",
            "bacnet_discovery bacnet_property opcua_binary opcua_binary_get_endpoints dns ssh http ssl snmp ntlm dhcp",
            "software known_devices opcua_binary_get_endpoints_description");
    private static final List<String> EVE_KINDS = List.of("flow modbus dnp3 enip dhcp tls ssh http dns smb alert");
    private static final List<String> EVE_FIELDS = List.of(
            "timestamp src_ip src_port dest_ip dest_port proto app_proto vlan flow modbus request response function",
            "function_raw unit_id type status dnp3 application function_code objects group indicators address iin src dst",
            "enip cip command status service product_name vendor_id product_code serial revision identity dhcp hostname",
            "assigned_ip client_mac dhcp_type tls sni version subject issuerdn notafter ssh client server software_version",
            "proto_version http http_user_agent server dns rrname rrtype rdata answers queries smb dialect ntlmssp host",
            "pkts_toserver pkts_toclient bytes_toserver bytes_toclient start end state ether src_mac dest_mac id category");
    private static final List<String> EVE_WORDS = words(EVE_FIELDS);
    private static final List<String> VALUES = List.of(
            "-",
            "",
            "0",
            "-1",
            "502",
            "65536",
            "9223372036854775807",
            "-9223372036854775808",
            "99999999999999999999999999",
            "1e308",
            "1e-400",
            "1e999999999",
            "NaN",
            "Infinity",
            "0x10",
            "0xffffffffffffffffff",
            "10.0.0.1",
            "255.255.255.255",
            "300.1.1.1",
            "fe80::1%eth0",
            "::ffff:10.0.0.1",
            "00:1b:1b:00:00:01",
            "ff:ff:ff:ff:ff:ff",
            "1700000000.000001",
            "-62135596800",
            "253402300800.5",
            "31556889864403199.9",
            "2026-02-30T25:61:61+99:99",
            "2026-11-22T10:00:00.25+0100",
            "+999999999-12-31T23:59:59Z",
            "T",
            "F",
            "REQ",
            "READ_COILS",
            "READ",
            "tcp",
            "udp",
            "modbus,dnp3,,s7comm",
            "\u0000\u0001\u001b[31m",
            "\ud83d\ude00",
            "{0}'{1}",
            "opc.tcp://[::1:4840/x",
            "opc.tcp://host:99999999999/",
            "CN=a\\,b,O=,=,",
            "a".repeat(5000),
            "10.0.0.1/33",
            "%s%n");

    @TempDir
    private Path folder;

    private final Random random = new Random(62443);

    private static List<String> words(List<String> lines) {
        return lines.stream()
                .flatMap(line -> Pattern.compile(" ").splitAsStream(line))
                .toList();
    }

    private String value() {
        return VALUES.get(random.nextInt(VALUES.size()));
    }

    private void read(SourceFormat format, String name, Supplier<byte[]> content, int rounds) throws IOException {
        for (int round = 0; round < rounds; round++) {
            byte[] bytes = content.get();
            Path file = Files.write(folder.resolve(name), bytes);
            SequencedMap<Path, SourceFormat> files = new LinkedHashMap<>();
            files.put(file, format);
            try {
                List<SourceReading> readings = new OtherSources(SourceFiles.NAMES).read(files);
                assertThat(readings).hasSize(1);
                holdsTogether(readings.getFirst());
            } catch (RuntimeException e) {
                throw new AssertionError(
                        "round " + round + " of "
                                + new String(bytes, 0, Math.min(bytes.length, 8000), StandardCharsets.UTF_8),
                        e);
            }
        }
    }

    private static void holdsTogether(SourceReading reading) {
        ConversationTable.Cursor row = reading.contribution().conversations().cursor();
        while (row.next()) {
            assertThat(row.firstNanos()).as("first time").isLessThanOrEqualTo(row.lastNanos());
            assertThat(row.portA()).isBetween(-1, 65_535);
            assertThat(row.portB()).isBetween(-1, 65_535);
            assertThat(row.packetsA()).isNotNegative();
            assertThat(row.packetsB()).isNotNegative();
            assertThat(row.bytesA()).isNotNegative();
            assertThat(row.bytesB()).isNotNegative();
            while (row.nextFunction()) {
                assertThat(row.unit()).as("unit").isBetween(-1, 65_535);
                assertThat(row.requests()).isNotNegative();
            }
        }
        reading.contribution().problems().forEach(problem -> assertThat(problem.display(Texts.english()))
                .isNotBlank());
        InventoryResolver.resolve(Facts.of(List.of(reading.contribution())), IdentityRules.NONE);
    }

    @Test
    void zeekLogsOfEveryKind() throws IOException {
        for (String kind : words(ZEEK_KINDS)) {
            read(SourceFormat.ZEEK, kind + ".log", () -> zeek(kind), 60);
        }
    }

    private byte[] zeek(String kind) {
        List<String> fields = words(ZEEK_FIELDS);
        StringBuilder log = new StringBuilder("#separator \\x09\n#set_separator\t,\n#empty_field\t(empty)\n");
        log.append("#unset_field\t-\n#path\t")
                .append(kind)
                .append("\n#fields\t")
                .append(String.join("\t", fields));
        for (int row = 0; row < 4; row++) {
            List<String> cells = new ArrayList<>();
            for (String field : fields) {
                cells.add(usual(field).replace("\t", " "));
            }
            log.append('\n').append(String.join("\t", cells));
        }
        return log.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    /// Mostly what makes a record worth reading on, so that the other fields are looked at.
    private String usual(String field) {
        if (random.nextInt(10) == 0) {
            return value();
        }
        return switch (field) {
            case "ts", "timestamp" -> field.equals("ts") ? "1700000000.5" : "2026-11-22T10:00:00.25+0100";
            case "id.orig_h", "src_ip" -> "10.0.0.5";
            case "id.resp_h", "dest_ip" -> "10.0.0.1";
            case "id.orig_p", "src_port" -> "40000";
            case "id.resp_p", "dest_port" -> "502";
            case "proto" -> "tcp";
            default -> value();
        };
    }

    @Test
    void suricataEventsOfEveryKind() throws IOException {
        for (String kind : words(EVE_KINDS)) {
            read(SourceFormat.SURICATA, "eve.json", () -> event(kind), 150);
        }
    }

    private byte[] event(String kind) {
        StringBuilder json =
                new StringBuilder("{\"event_type\":\"").append(kind).append('"');
        for (String field : List.of("timestamp", "src_ip", "src_port", "dest_ip", "dest_port", "proto")) {
            json.append(",\"").append(field).append("\":").append(text(usual(field)));
        }
        json.append(",\"").append(kind).append("\":").append(node(3));
        return json.append("}\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private String node(int depth) {
        return switch (depth == 0 ? random.nextInt(3) : random.nextInt(8)) {
            case 0 -> text(value());
            case 1 ->
                List.of("null", "true", "1e400", "-5", "9223372036854775808", "0.5")
                        .get(random.nextInt(6));
            case 2 -> "\"" + random.nextInt(70_000) + "\"";
            case 3 -> "[" + node(depth - 1) + "," + node(depth - 1) + "]";
            default -> {
                List<String> members = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    members.add("\"" + EVE_WORDS.get(random.nextInt(EVE_WORDS.size())) + "\":" + node(depth - 1));
                }
                yield "{" + String.join(",", members) + "}";
            }
        };
    }

    private static String text(String value) {
        StringBuilder text = new StringBuilder("\"");
        value.chars()
                .forEach(c -> text.append(
                        c < 32 || c == '"' || c == '\\' || c > 126 ? "\\u%04x".formatted(c) : "" + (char) c));
        return text.append('"').toString();
    }

    @Test
    void exportedFlowsOfAnyTemplate() throws IOException {
        read(SourceFormat.FLOW_EXPORT, "flows.ipfix", this::ipfix, 1000);
        read(SourceFormat.FLOW_EXPORT, "flows.nf5", this::netflow5, 300);
    }

    private byte[] ipfix() {
        ByteBuffer out = ByteBuffer.allocate(4096);
        out.putShort((short) 10)
                .putShort((short) 0)
                .putInt(1_700_000_000)
                .putInt(1)
                .putInt(7);
        int fields = 1 + random.nextInt(12);
        boolean options = random.nextInt(5) == 0;
        int start = out.position();
        out.putShort((short) (options ? 3 : 2))
                .putShort((short) 0)
                .putShort((short) 256)
                .putShort((short) fields);
        if (options) {
            out.putShort((short) 1);
        }
        for (int i = 0; i < fields; i++) {
            int[] elements = {1, 2, 4, 7, 8, 10, 11, 12, 14, 21, 22, 27, 28, 34, 50, 56, 58, 80, 82, 150, 151, 152, 153
            };
            int[] lengths = {0, 1, 2, 4, 6, 8, 16, 17, 65_535};
            out.putShort((short) elements[random.nextInt(elements.length)]);
            out.putShort((short) lengths[random.nextInt(lengths.length)]);
        }
        out.putShort(start + 2, (short) (out.position() - start));
        byte[] data = new byte[random.nextInt(600)];
        random.nextBytes(data);
        if (random.nextBoolean()) {
            Arrays.fill(data, (byte) (random.nextBoolean() ? 0xff : 0x7f));
        }
        out.putShort((short) 256).putShort((short) (data.length + 4)).put(data);
        out.putShort(2, (short) out.position());
        return Arrays.copyOf(out.array(), out.position());
    }

    private byte[] netflow5() {
        byte[] bytes = new byte[24 + 2 * 48];
        random.nextBytes(bytes);
        ByteBuffer.wrap(bytes).putShort((short) 5).putShort((short) 2);
        return bytes;
    }

    @Test
    void descriptionsScansAndTablesWithOtherWords() throws IOException {
        for (SourceFormat format : SourceFormat.values()) {
            if (format != SourceFormat.FLOW_EXPORT) {
                String sample = new String(AnyBytesTest.sample(format), StandardCharsets.UTF_8);
                read(format, "any", () -> otherWords(sample), 250);
            }
        }
    }

    /// The file with some of its words replaced.
    private byte[] otherWords(String sample) {
        String changed = sample;
        for (int change = random.nextInt(4); change >= 0; change--) {
            int at = random.nextInt(changed.length());
            int end = at;
            while (at > 0 && isWord(changed.charAt(at - 1))) {
                at--;
            }
            while (end < changed.length() && isWord(changed.charAt(end))) {
                end++;
            }
            changed = changed.substring(0, at) + value() + changed.substring(end);
        }
        return changed.getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || ".:_-/+".indexOf(c) >= 0;
    }
}
