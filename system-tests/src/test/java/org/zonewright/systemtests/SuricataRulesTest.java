package org.zonewright.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zonewright.systemtests.RuleJudge.Alert;

/// Protects what rules for Suricata mean to Suricata itself, or where it is not installed to an evaluator: over the
/// example's captures they tell exactly what
/// nobody approved, and over frames that ask for one function each exactly the functions that an approval does not
/// hold.
class SuricataRulesTest {
    private static final String PREFIX = "zw would drop: ";

    /// What the waterworks' engineers did not approve and the captures show, as `expected.md` of the example has it.
    private static final List<String> UNAPPROVED = List.of(
            "f-b-hmi modbus 6 Write Single Register: 10.30.0.22 10.40.2.10:502",
            "unapproved tcp: 10.10.0.57 10.30.0.31:3389",
            "unapproved tcp: 10.10.0.57 10.40.1.10:502",
            "unapproved tcp: 10.10.0.57 10.50.0.10:102",
            "unapproved tcp: 10.10.0.62 10.30.0.21:80",
            "unapproved tcp: 10.20.0.20 10.40.1.10:502",
            "unapproved tcp: 10.20.0.20 10.40.2.10:502",
            "unapproved tcp: 203.0.113.50 10.20.0.10:22");

    @TempDir
    private Path folder = Path.of("");

    private RuleJudge judge = new RuleEvaluator();

    @BeforeEach
    void choosesWhoJudges() throws IOException, InterruptedException {
        judge = RuleJudge.here(folder);
    }

    private Path rules(String site, String mode, String... more) throws IOException, InterruptedException {
        Program.Run run = Program.in(
                folder,
                Program.words(
                        more,
                        "enforce",
                        site,
                        "--target",
                        "suricata",
                        "--at",
                        Waterworks.DAY,
                        "--mode",
                        mode,
                        "-o",
                        mode));
        assertThat(run.exit()).as(run.out() + run.err()).isZero();
        try (Stream<Path> files = Files.list(folder.resolve(mode))) {
            return files.findFirst().orElseThrow();
        }
    }

    /// What was told, without the port of who asked.
    private static SortedSet<String> told(List<Alert> alerts) {
        SortedSet<String> told = new TreeSet<>();
        for (Alert alert : alerts) {
            assertThat(alert.message()).startsWith(PREFIX);
            told.add(alert.message().substring(PREFIX.length()) + ": "
                    + alert.source().getHostAddress() + " "
                    + alert.destination().getHostAddress() + ":" + alert.destinationPort());
        }
        return told;
    }

    /// What is told of all captures of the example that the device of its rules sees.
    private List<Alert> ofTheExample(RuleJudge by) throws IOException, InterruptedException {
        Path rules = rules(Waterworks.FOLDER.toString(), "observe", "--device", "fw-core");
        List<Alert> all = new ArrayList<>();
        for (String tap : List.of("tap-core", "tap-office", "tap-wan")) {
            all.addAll(by.alerts(rules, Waterworks.CAPTURES.resolve(tap + ".pcapng")));
        }
        return all;
    }

    @Test
    @Tag("slow")
    void overTheExamplesCapturesExactlyWhatNobodyApprovedIsTold() throws IOException, InterruptedException {
        assertThat(told(ofTheExample(judge))).containsExactlyElementsOf(UNAPPROVED);
    }

    @Test
    @Tag("slow")
    void theEvaluatorTellsTheSameOfTheExamplesCaptures() throws IOException, InterruptedException {
        assertThat(told(ofTheExample(new RuleEvaluator()))).containsExactlyElementsOf(UNAPPROVED);
    }

    private static final String PLANT = """
            zonewright: 1
            site: { id: bench, name: Bench }
            assets:
              - { id: scada, match: { ip: 10.1.0.1 }, zone: operations }
              - { id: plc, match: { ip: 10.2.0.1 }, zone: cell }
            zones:
              - { id: operations, function: operations, owner: O, members: [ { cidr: 10.1.0.0/24 } ] }
              - { id: cell, function: control, owner: C, members: [ { cidr: 10.2.0.0/24 } ] }
            conduits:
              - id: way
                between: [ operations, cell ]
                owner: O
                monitored-by: O
                flows:
                  - { id: f-m, from: { asset: scada }, to: { asset: plc }, protocol: modbus, port: tcp/502,
                      allow: [ read ], approved-by: head }
                  - { id: f-s7, from: { asset: scada }, to: { asset: plc }, protocol: s7comm, port: tcp/102,
                      allow: [ read, "s7comm:ud4/1" ], approved-by: head }
                  - { id: f-104, from: { asset: scada }, to: { asset: plc }, protocol: iec104, port: tcp/2404,
                      allow: [ read, time ], approved-by: head }
                  - { id: f-dnp3, from: { asset: scada }, to: { asset: plc }, protocol: dnp3, port: tcp/20000,
                      allow: [ read ], approved-by: head }
                  - { id: f-cip, from: { asset: scada }, to: { asset: plc }, protocol: enip, port: tcp/44818,
                      allow: [ read ], approved-by: head }
            """;

    private Path plant() throws IOException {
        return Files.writeString(folder.resolve("plant.yaml"), PLANT);
    }

    private List<Alert> alerts(RuleJudge by, Requests requests) throws IOException, InterruptedException {
        Path rules = rules(plant().toString(), "observe", "--conduit", "way");
        return by.alerts(rules, requests.write(folder.resolve("requests.pcap")));
    }

    private SortedSet<String> told(Requests requests) throws IOException, InterruptedException {
        return told(alerts(judge, requests));
    }

    /// The numbers of the connections that were told of, the first being 1.
    private SortedSet<Integer> numbers(Requests requests) throws IOException, InterruptedException {
        SortedSet<Integer> numbers = new TreeSet<>();
        for (Alert alert : alerts(judge, requests)) {
            numbers.add(alert.sourcePort() - Requests.FIRST_PORT + 1);
        }
        return numbers;
    }

    /// Requests of every protocol whose functions are told, approved and not, one segment each.
    private static Requests requests() {
        Requests requests = new Requests();
        IntStream.rangeClosed(1, 127).forEach(code -> requests.modbus(502, code));
        IntStream.rangeClosed(1, 40).forEach(requests::dnp3);
        IntStream.of(0x01, 0x07, 0x0e, 0x10, 0x4c, 0x4d, 0x52).forEach(requests::cip);
        IntStream.rangeClosed(0, 255).forEach(requests::s7Job);
        IntStream.rangeClosed(1, 7)
                .forEach(group -> requests.s7UserData(group, 1).s7UserData(group, 2));
        IntStream.rangeClosed(1, 127).forEach(requests::iec104);
        return requests.iec104(100, 45).iec104(103, 100).iec104(100, 103, 58);
    }

    /// The evaluator held against Suricata, alert for alert with its ports; where Suricata is not installed it is
    /// only asked whether it tells anything at all.
    @Test
    @Tag("slow")
    void theEvaluatorTellsWhatSuricataTells() throws IOException, InterruptedException {
        RuleJudge evaluator = new RuleEvaluator();
        List<Alert> ofTheExample = ofTheExample(evaluator);
        assertThat(ofTheExample).hasSizeGreaterThanOrEqualTo(UNAPPROVED.size());
        assertThat(ofTheExample).containsExactlyInAnyOrderElementsOf(ofTheExample(judge));
        List<Alert> ofRequests = alerts(evaluator, requests());
        assertThat(ofRequests).hasSizeGreaterThan(500);
        assertThat(ofRequests).containsExactlyInAnyOrderElementsOf(alerts(judge, requests()));
    }

    @Test
    @Tag("slow")
    void rulesOfBothModesAreTakenWithoutAComplaint() throws IOException, InterruptedException {
        for (String mode : List.of("observe", "drop")) {
            Path rules = rules(plant().toString(), mode, "--conduit", "way");
            judge.take(rules);
            assertThat(Files.readString(rules)
                            .lines()
                            .filter(line -> line.startsWith(mode.equals("drop") ? "drop " : "alert ")))
                    .hasSizeGreaterThan(100);
        }
    }

    @Test
    @Tag("slow")
    void ofModbusEveryFunctionIsTold() throws IOException, InterruptedException {
        Requests requests = new Requests();
        IntStream.rangeClosed(1, 127).forEach(code -> requests.modbus(502, code));
        List<Integer> denied = IntStream.rangeClosed(1, 127)
                .filter(code -> !List.of(1, 2, 3, 4, 24).contains(code))
                .boxed()
                .toList();
        assertThat(numbers(requests)).as("the n-th connection asks for n").containsExactlyElementsOf(denied);
    }

    @Test
    @Tag("slow")
    void ofS7commJobsAndUserDataBeyondTheApprovalAreTold() throws IOException, InterruptedException {
        String job = "f-s7 s7comm job that is not approved: 10.1.0.1 10.2.0.1:102";
        String data = "f-s7 s7comm user data that is not approved: 10.1.0.1 10.2.0.1:102";
        assertThat(told(new Requests().s7Job(0x04).s7Job(0xf0).s7UserData(4, 1)))
                .isEmpty();
        for (int function : new int[] {0x05, 0x1a, 0x28, 0x29, 0x77}) {
            assertThat(told(new Requests().s7Job(0x04).s7Job(function)))
                    .as("job %x", function)
                    .containsExactly(job);
        }
        assertThat(told(new Requests().s7UserData(7, 2))).containsExactly(data);
    }

    @Test
    @Tag("slow")
    void ofIec104TypesBeyondTheApprovalAreTold() throws IOException, InterruptedException {
        assertThat(told(new Requests().iec104(100).iec104(103).iec104(102))).isEmpty();
        for (int type : new int[] {45, 58, 104, 105, 110, 122}) {
            assertThat(told(new Requests().iec104(100).iec104(type)))
                    .as("type %d", type)
                    .singleElement()
                    .asString()
                    .startsWith("f-104 iec104 type");
        }
        assertThat(told(new Requests().iec104(100, 45)))
                .containsExactly("f-104 iec104 command in a later part of a segment: 10.1.0.1 10.2.0.1:2404");
    }

    @Test
    @Tag("slow")
    void ofDnp3EveryFunctionIsTold() throws IOException, InterruptedException {
        Requests requests = new Requests();
        IntStream.rangeClosed(1, 40).forEach(requests::dnp3);
        List<Integer> denied = IntStream.rangeClosed(1, 40)
                .filter(code -> !List.of(1, 2, 32, 33).contains(code)) // 2 clears indications, a part of every session
                .boxed()
                .toList();
        assertThat(numbers(requests)).as("the n-th connection asks for n").containsExactlyElementsOf(denied);
    }

    @Test
    @Tag("slow")
    void ofCipServicesBeyondTheApprovalAreTold() throws IOException, InterruptedException {
        SortedSet<String> told =
                told(new Requests().cip(0x4c).cip(0x01).cip(0x4d).cip(0x07));
        assertThat(told)
                .containsExactly(
                        "f-cip cip 0x07 Stop: 10.1.0.1 10.2.0.1:44818",
                        "f-cip cip 0x4d Write Tag, or a service of the object: 10.1.0.1 10.2.0.1:44818");
    }
}
