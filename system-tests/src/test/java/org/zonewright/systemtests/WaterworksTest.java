package org.zonewright.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Protects the promise of the example: every row of `expected.md`, faults and approved traffic alike, is what the
/// product
/// says of the captures, and it says nothing more.
class WaterworksTest {
    private static final Pattern PORT = Pattern.compile("(tcp|udp)/(\\d+)");
    private static final Pattern CLAUSE = Pattern.compile("(?:ZCR|SR) \\d+\\.\\d+");
    private static final Pattern FUNCTION_CLASS = Pattern.compile("class (\\w+)");
    private static final Pattern DATE = Pattern.compile("until (\\d{4}-\\d\\d-\\d\\d)");
    private static final Pattern ACCEPTANCE = Pattern.compile("acc-[a-z-]+");
    private static final Pattern UNKNOWN = Pattern.compile("(\\S+) in realm (\\S+), (\\S+), DHCP name (\\S+)");
    private static final Pattern INVENTORY_ROW =
            Pattern.compile("<tr><td><b>([^<]+)</b>(?:(?!</td>).)*</td><td>((?:(?!</td>).)*)</td><td>([^<]*)</td>");

    /// Protocols whose rows in the tables name all requests of the conversation.
    private static final Set<String> LISTED_WHOLE = Set.of("modbus", "s7comm", "http", "mms", "iec104", "ntp");

    private static Program.Run assessment = new Program.Run(-1, "", "");
    private static Program.Run verification = assessment;
    private static Json facts = Json.read("{}");
    private static Json findings = facts;
    private static String report = "";

    @BeforeAll
    static void runOnce(@TempDir Path folder) throws IOException, InterruptedException {
        assessment =
                Program.in(folder, "assess", Waterworks.FOLDER.toString(), "--at", Waterworks.DAY, "--out", "report");
        facts = Json.read(Waterworks.text(folder.resolve("report/facts.json")));
        report = Waterworks.text(folder.resolve("report/report.html"));
        verification = Program.in(
                folder,
                "verify",
                Waterworks.PLANT.toString(),
                Waterworks.CAPTURES.toString(),
                "--at",
                Waterworks.DAY,
                "--format",
                "json");
        findings = Json.read(verification.out());
    }

    @Test
    void openFindingsEndWithExitCodeOne() {
        assertThat(assessment.exit()).as(assessment.err()).isEqualTo(1);
        assertThat(verification.exit()).as(verification.err()).isEqualTo(1);
    }

    @TestFactory
    Stream<DynamicTest> everyRowOfTrafficIsInTheFacts() {
        return Stream.of("Faults", "Approved and seen", "Attempts")
                .flatMap(heading -> Waterworks.expected(heading).getFirst().stream())
                .map(row -> DynamicTest.dynamicTest(
                        row.get("id") + " " + row.getOrDefault("what", row.get("flow of plant.yaml")) + " "
                                + row.get("protocol"),
                        () -> assertTraffic(row)));
    }

    private static void assertTraffic(Map<String, String> row) {
        Json conversation = conversation(row);
        Map<String, Long> expected = codes(cell(row, "codes"));
        String protocol = cell(row, "protocol");
        switch (protocol) {
            case "tcp" -> {
                assertThat(conversation.at("flows").number()).isEqualTo(expected.get("opened"));
                assertThat(conversation.at("outcome").text())
                        .isEqualTo(expected.containsKey("answered") ? "established" : "attempted");
            }
            // A message of syslog is one datagram, and asks for nothing.
            case "syslog" ->
                assertThat(conversation.at("clientPackets").number()).isEqualTo(expected.get("1"));
            case "s7comm-userdata" -> {
                Map<String, Long> groups = new TreeMap<>();
                requests(conversation, "client")
                        .forEach((code, count) -> groups.merge(code.replaceAll("^ud|/.*$", ""), count, Long::sum));
                assertThat(groups).containsAllEntriesOf(expected);
            }
            case "iec104-monitor" ->
                assertThat(requests(conversation, "server")).containsAllEntriesOf(expected);
            default -> {
                Map<String, Long> requests = requests(conversation, "client");
                requests.keySet().removeIf(code -> code.startsWith("ud"));
                if (LISTED_WHOLE.contains(protocol)) {
                    assertThat(requests).containsExactlyInAnyOrderEntriesOf(expected);
                } else {
                    assertThat(requests).containsAllEntriesOf(expected);
                }
            }
        }
    }

    /// The one conversation of a row: routed traffic shows at several places, and is one conversation of its realm.
    private static Json conversation(Map<String, String> row) {
        String tap = cell(row, "capture");
        String realm = tap.startsWith("tap-cell-") ? tap.substring("tap-".length()) : "plant";
        String named = cell(row, "protocol").replaceFirst("-.*", "");
        Matcher port = PORT.matcher(cell(row, "port"));
        assertThat(port.matches()).as(cell(row, "port")).isTrue();
        List<Json> found = facts.at("conversations").list().stream()
                .filter(conversation -> conversation.at("realm").text().equals(realm)
                        && conversation.at("client").text().equals(cell(row, "client"))
                        && conversation.at("server").text().equals(cell(row, "server"))
                        && conversation.at("transport").text().equals(port.group(1))
                        && conversation.has("serverPort")
                        && conversation.at("serverPort").text().equals(port.group(2))
                        && (named.equals("tcp")
                                || conversation.at("protocol").text().equals(named)))
                .toList();
        assertThat(found).as("conversations of " + row).hasSize(1);
        return found.getFirst();
    }

    private static Map<String, Long> codes(String cell) {
        return Arrays.stream(cell.split(", ", -1))
                .map(code -> code.split("×", 2))
                .collect(Collectors.toMap(code -> code[0], code -> Long.valueOf(code[1])));
    }

    private static Map<String, Long> requests(Json conversation, String by) {
        Map<String, Long> requests = new TreeMap<>();
        Stream.concat(conversation.at("functions").list().stream(), conversation.list("furtherFunctions").stream())
                .filter(function -> function.at("by").text().equals(by))
                .forEach(function -> requests.merge(
                        function.at("code").text(), function.at("count").number(), Long::sum));
        return requests;
    }

    @TestFactory
    Stream<DynamicTest> everyFaultLeadsToItsFinding() {
        return verdicts().stream()
                .map(row -> DynamicTest.dynamicTest(row.get("id") + " " + row.get("verdict"), () -> assertFault(row)));
    }

    private static List<Map<String, String>> verdicts() {
        return Waterworks.expected("Faults").get(1);
    }

    private static void assertFault(Map<String, String> row) {
        for (String key : keys(row)) {
            Json finding = finding(key);
            String text = finding.toString();
            String said = cell(row, "must be said");
            assertThat(finding.at("clauses").texts()).as("clauses of " + key).containsAll(all(CLAUSE, said));
            Stream.of(groups(FUNCTION_CLASS, said), groups(DATE, said), all(ACCEPTANCE, said))
                    .flatMap(List::stream)
                    .forEach(word -> assertThat(text).as(key).contains(word));
            if (cell(row, "verdict").equals("undeclared")) {
                String[] zones = key.substring(key.indexOf(':') + 1).split(">", 2);
                assertThat(text).contains("No conduit joins " + zones[0] + " and " + zones[1]);
            }
        }
        String all = keys(row).stream().map(key -> finding(key).toString()).collect(Collectors.joining());
        assertThat(all).contains(assets(row)).contains(cell(row, "zones").split(" → |, ", -1));
    }

    /// The keys of the findings that a row of verdicts stands for.
    private static Set<String> keys(Map<String, String> row) {
        String asset = cell(row, "asset");
        String verdict = cell(row, "verdict");
        Matcher unknown = UNKNOWN.matcher(asset);
        return switch (verdict) {
            case "undeclared" ->
                Arrays.stream(cell(row, "zones").split(", ", -1))
                        .map(pair -> "undeclared-flow:" + pair.replace(" → ", ">"))
                        .collect(Collectors.toCollection(TreeSet::new));
            case "unknown-asset" -> {
                assertThat(unknown.matches()).as(asset).isTrue();
                yield Set.of(verdict + ":" + unknown.group(2) + "/" + unknown.group(1));
            }
            case "cleartext-management" -> Set.of(verdict + ":" + asset.replaceFirst(".* → ", ""));
            case "retired-asset-speaks" -> Set.of(verdict + ":" + asset);
            default -> Set.of(verdict + ":" + cell(row, "flow"));
        };
    }

    private static List<String> assets(Map<String, String> row) {
        Matcher unknown = UNKNOWN.matcher(cell(row, "asset"));
        return unknown.matches()
                ? List.of(unknown.group(1), unknown.group(2), unknown.group(3), unknown.group(4))
                : List.of(cell(row, "asset").split(" → |, ", -1));
    }

    private static Json finding(String key) {
        return findings.at("findings").list().stream()
                .filter(finding -> finding.at("key").text().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no finding " + key + " among " + keysWith("")));
    }

    private static Set<String> keysWith(String prefix) {
        return findings.at("findings").list().stream()
                .map(finding -> finding.at("key").text())
                .filter(key -> key.startsWith(prefix))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void nothingButTheFaultsCounts() {
        Set<String> expected =
                verdicts().stream().flatMap(row -> keys(row).stream()).collect(Collectors.toCollection(TreeSet::new));
        Set<String> open = findings.at("findings").list().stream()
                .filter(finding -> !finding.at("severity").text().equals("info"))
                .map(finding -> finding.at("key").text())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(open).isEqualTo(expected);
        assertThat(expected)
                .allSatisfy(key -> assertThat(finding(key).at("state").text())
                        .isEqualTo(key.startsWith("retired-asset-speaks") ? "acceptance-expired" : "new"));
    }

    @Test
    void everyApprovedFlowIsInOrderExceptWhereThePageSaysOtherwise() {
        Map<String, String> expected = new TreeMap<>();
        Waterworks.flows().forEach(flow -> expected.put(flow, "in-order"));
        assertThat(expected).hasSizeGreaterThan(20);
        expected.put("f-a-backup", "not-observed");
        expected.put("f-s-backup", "not-observed");
        verdicts().stream()
                .filter(row -> !cell(row, "flow").isEmpty())
                .forEach(row -> expected.put(cell(row, "flow"), cell(row, "verdict")));
        Map<String, String> states = findings.at("flows").list().stream()
                .collect(Collectors.toMap(
                        flow -> flow.at("flow").text(), flow -> flow.at("state").text()));
        assertThat(states).containsExactlyInAnyOrderEntriesOf(expected);
    }

    @Test
    void aSilentBackupIsAcceptedAndNoFault() {
        Json finding = finding("flow-not-observed:f-a-backup");
        assertThat(finding.at("state").text()).isEqualTo("accepted");
        assertThat(finding.at("acceptance").text()).isEqualTo("acc-backup");
    }

    @Test
    void attemptsAreToldApartFromTrafficAndAskForNoConduit() {
        List<Map<String, String>> attempts = Waterworks.expected("Attempts").getFirst();
        String attempted = keysWith("attempted-flow:").stream()
                .map(key -> finding(key).toString())
                .collect(Collectors.joining("\n"));
        String undeclared = keysWith("undeclared-flow:").stream()
                .map(key -> finding(key).toString())
                .collect(Collectors.joining("\n"));
        assertThat(attempts).isNotEmpty().allSatisfy(row -> {
            assertThat(attempted).contains(cell(row, "port"));
            assertThat(undeclared).doesNotContain(cell(row, "port"));
        });
        assertThat(keysWith("attempted-flow:")).hasSize(attempts.size());
    }

    @TestFactory
    Stream<DynamicTest> everyZoneHoldsItsAssets() {
        Map<String, Set<String>> byZone = new TreeMap<>();
        INVENTORY_ROW.matcher(section("inventory")).results().forEach(row -> byZone.computeIfAbsent(
                        row.group(3), zone -> new TreeSet<>())
                .add(documentedName(row.group(1), row.group(2))));
        // Documented by the owners' list alone; the captures hold nothing of it.
        byZone.values().forEach(assets -> assets.remove("ups-01"));
        Map<String, String> names = Waterworks.zoneNames();
        return Waterworks.expected("Inventory").getFirst().stream()
                .map(row -> DynamicTest.dynamicTest(cell(row, "zone"), () -> {
                    Set<String> expected =
                            new TreeSet<>(List.of(cell(row, "which").split(" ", -1)));
                    assertThat(expected).hasSize(Integer.parseInt(cell(row, "assets")));
                    assertThat(byZone.getOrDefault(names.getOrDefault(cell(row, "zone"), ""), Set.of()))
                            .isEqualTo(expected);
                }));
    }

    /// The document's id of a row of the inventory, by realm and address; the row's own name where it has none.
    private static String documentedName(String name, String realmAndAddresses) {
        List<String> parts = Arrays.stream(realmAndAddresses.split("<[^>]*>", -1))
                .filter(part -> !part.isBlank())
                .toList();
        return Waterworks.assets().entrySet().stream()
                .filter(asset -> {
                    String[] place = asset.getValue().split("/", 2);
                    // The realm of a row is one of several where an asset stands in several.
                    return parts.contains(place[1]) && (parts.contains(place[0]) || !place[1].startsWith("192.168."));
                })
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(name);
    }

    @Test
    void equalAddressesInTwoCellsAreEightInterfaces() {
        Map<String, Set<String>> macs = new TreeMap<>();
        for (Json asset : facts.at("assets").list()) {
            for (String ip : asset.at("ipv4").texts()) {
                if (ip.matches("192\\.168\\.10\\.(1|10|20|30)")) {
                    macs.put(
                            asset.at("realm").text() + "/" + ip,
                            new TreeSet<>(asset.at("mac").texts()));
                }
            }
        }
        assertThat(macs.keySet()).hasSize(8);
        assertThat(macs.values().stream().flatMap(Set::stream).toList()).doesNotHaveDuplicates();
        Json scada = asset("scada-01");
        assertThat(scada.at("realm").text()).isEqualTo("plant");
        assertThat(scada.at("mac").texts()).doesNotContain("00:a0:45:6d:0a:01");
    }

    @Test
    void everyMacAddressBelongsToOneAsset() {
        List<String> observed = facts.at("assets").list().stream()
                .flatMap(asset -> asset.at("mac").texts().stream())
                // Of the owners' list alone: the network card that was replaced.
                .filter(mac -> !mac.equals("00:d0:c9:7e:29:14"))
                .toList();
        assertThat(observed).doesNotHaveDuplicates().hasSize(39);
    }

    @TestFactory
    Stream<DynamicTest> identityIsReadFromTheCaptures() {
        return Waterworks.expected("Inventory").get(1).stream()
                .flatMap(row -> Arrays.stream(cell(row, "asset").split(", ", -1))
                        .map(asset -> DynamicTest.dynamicTest(
                                asset + " " + cell(row, "attribute"), () -> assertIdentity(asset, row))));
    }

    private static void assertIdentity(String asset, Map<String, String> row) {
        String observed = asset(asset).at("facts").list().stream()
                .filter(fact -> fact.at("basis").text().equals("observed"))
                .map(fact -> fact.at("value").text())
                .collect(Collectors.joining("\n"));
        String[] values = cell(row, "value").equals("as the id")
                ? new String[] {asset}
                : cell(row, "value").replace("workgroup ", "").split(", ", -1);
        assertThat(values).allSatisfy(value -> assertThat(observed).containsIgnoringCase(value));
    }

    @TestFactory
    Stream<DynamicTest> everyRoleComesOutWithItsReason() {
        return Waterworks.expected("Inventory").get(2).stream()
                .flatMap(row -> Arrays.stream(cell(row, "asset").split(", ", -1))
                        .map(asset -> DynamicTest.dynamicTest(asset + ": " + cell(row, "role"), () -> {
                            Json found = asset(asset);
                            assertThat(found.at("roles").texts()).containsAll(roles(cell(row, "role")));
                            assertThat(found.at("roleEvidence").list()).allSatisfy(role -> assertThat(
                                            role.at("reason").at("text").text())
                                    .isNotBlank());
                        })));
    }

    private static List<String> roles(String words) {
        return switch (words.replaceFirst("[,:] (polled|polls).*", "")) {
            case "controller" -> List.of("controller");
            case "drive or I/O" -> List.of("field-device");
            case "SCADA server" -> List.of("hmi-scada");
            case "historian" -> List.of("historian");
            case "time, name and log server" -> List.of("time-server", "name-server", "log-server");
            case "file, name and DHCP server" -> List.of("file-server", "name-server", "dhcp-server");
            case "switch" -> List.of("switch");
            case "router" -> List.of("router");
            default -> throw new AssertionError("a role that the test does not know: " + words);
        };
    }

    @Test
    void theOwnersListIsHeldAgainstTheTraffic() {
        Map<String, Set<String>> byBasis = new TreeMap<>();
        for (Json asset : facts.at("assets").list()) {
            byBasis.computeIfAbsent(
                            String.join(" ", new TreeSet<>(asset.at("basis").texts())), basis -> new TreeSet<>())
                    .add(asset.at("id").text());
        }
        Map<String, String> expected = Waterworks.expected("The owners' list").getFirst().stream()
                .collect(Collectors.toMap(row -> cell(row, "what"), row -> cell(row, "rows")));
        assertThat(byBasis.getOrDefault("documented observed", Set.of()))
                .hasSize(Integer.parseInt(expected.getOrDefault("documented and observed", "")));
        assertThat(byBasis.getOrDefault("observed", Set.of()))
                .hasSize(expected.getOrDefault("only observed", "").split(" ", -1).length);
        assertThat(byBasis.getOrDefault("documented", Set.of())).containsExactly("plant/10.30.0.60");
        assertThat(asset("ups-01").at("basis").texts()).containsExactly("documented");
        assertThat(assessment.err()).contains("list.no-address").contains("assets.csv row 21");
    }

    @Test
    void everyProtocolWithoutProtectionIsNamedAsAGap() {
        assertThat(section("indications"))
                .contains("telnet", "http", "snmp", "modbus", "S7", "IEC 60870-5-104", "mms", "OPC UA", "ntp", "syslog")
                .contains("SR 1.5", "SR 4.1");
    }

    private static String section(String id) {
        int start = report.indexOf("<section id=\"" + id + "\"");
        assertThat(start).as("section " + id + " of the report").isNotNegative();
        return report.substring(start, report.indexOf("</section>", start));
    }

    /// The asset that has a name, a host part of a name, or the address that the document gives to it.
    private static Json asset(String id) {
        return facts.at("assets").list().stream()
                .filter(asset -> asset.at("names").texts().stream()
                        .anyMatch(name -> name.toLowerCase(Locale.ROOT).matches(Pattern.quote(id) + "(\\..*)?")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no asset named " + id));
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).toList();
    }

    private static List<String> groups(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(result -> result.group(1)).toList();
    }

    private static String cell(Map<String, String> row, String column) {
        String cell = row.get(column);
        if (cell == null) {
            throw new AssertionError("no column " + column + " in " + row);
        }
        return cell;
    }
}
