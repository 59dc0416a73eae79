package org.zonewright.report.enforcement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Texts;
import org.zonewright.enforce.ConduitPolicy;
import org.zonewright.enforce.Mode;
import org.zonewright.enforce.PolicyCompiler;
import org.zonewright.enforce.proof.Observed;
import org.zonewright.enforce.proof.Proof;
import org.zonewright.enforce.target.ChangeRequest;
import org.zonewright.enforce.target.RuleWriter;
import org.zonewright.enforce.target.Target;
import org.zonewright.facts.Address;
import org.zonewright.plant.Enforcement.Phase;
import org.zonewright.plant.Plant;
import org.zonewright.plant.id.FlowId;
import org.zonewright.plant.yaml.PlantYaml;

/// Protects what people and scripts are told of rules: flows without a rule, what is not held, and a proof that fails
/// are in every form, with the frame that decides.
class EnforcementRenderersTest {
    private static final Instant AT = Instant.parse("2026-11-22T00:00:00Z");

    private static final Plant PLANT =
            PlantYaml.plain().read("plant.yaml", """
                    zonewright: 1
                    site: { id: bench, name: Bench }
                    assets:
                      - { id: scada, match: { ip: 10.1.0.10 }, zone: operations }
                      - { id: plc, match: { ip: 10.2.0.10 }, zone: cell }
                    zones:
                      - { id: operations, function: operations, members: [ { cidr: 10.1.0.0/24 } ] }
                      - { id: cell, function: control, members: [ { cidr: 10.2.0.0/24 } ] }
                    conduits:
                      - id: way
                        between: [ operations, cell ]
                        flows:
                          - { id: f-m, from: { asset: scada }, to: { asset: plc }, protocol: modbus, port: tcp/502,
                              allow: [ read ], purpose: "=1+1", approved-by: head }
                          - { id: f-old, from: { asset: scada }, to: { asset: plc }, port: tcp/80, approved-by: head,
                              until: 2025-01-01 }
                    """).plant().orElseThrow();

    private static final ConduitPolicy POLICY =
            PolicyCompiler.compile(PLANT, PLANT.conduits(), Optional.empty(), _ -> List.of(), AT);

    private static EnforcementView view() {
        Observed hole = new Observed(
                "operations",
                "cell",
                Address.parse("10.1.0.66").orElseThrow(),
                Address.parse("10.2.0.10").orElseThrow(),
                6,
                OptionalInt.of(502),
                "modbus",
                List.of(),
                List.of(),
                true,
                new SourceRef.InCapture("tap.pcap", 41, -1));
        Proof proof = new Proof(
                List.of("zonewright-way.nft"),
                1,
                List.of(),
                List.of(),
                List.of(),
                Optional.of(AT),
                Optional.of(AT),
                1,
                0,
                0,
                List.of(hole),
                List.of(),
                List.of(),
                List.of(new FlowId("f-m")),
                List.of(Phase.SHUTDOWN));
        return new EnforcementView(
                POLICY,
                Target.NFTABLES,
                Mode.OBSERVE,
                List.of(),
                RuleWriter.write(Target.NFTABLES, POLICY, Mode.OBSERVE, Texts.english()),
                List.of(),
                Optional.of(proof));
    }

    @Test
    void aTerminalShowsWhatHasNoRuleWhatIsNotHeldAndWhyAProofFails() {
        assertThat(EnforcementText.write(view(), Texts.english()))
                .contains(
                        "f-m  10.1.0.10 → 10.2.0.10  tcp/502 modbus  read",
                        "f-old: the approval ended on 2025-01-01",
                        "f-m: nftables cannot tell read from write: enforced on port only.",
                        "1 line not understood",
                        "Let through and not approved, 1:",
                        "10.1.0.66 (operations) → 10.2.0.10 (cell) tcp/502 modbus, tap.pcap frame 41",
                        "Approved and not seen in this window: f-m.",
                        "Not proved for unseen modes: no capture is said to cover shutdown.")
                .doesNotContain("decides as compiled");
    }

    @Test
    void jsonHoldsTheSame() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        EnforcementJson.write(view(), Texts.english(), out);
        assertThat(out.toString(StandardCharsets.UTF_8).replaceAll("\\s", ""))
                .contains(
                        "\"format\":\"zonewright/enforcement/1\"",
                        "\"flow\":\"f-old\"",
                        "\"why\":\"expired\"",
                        "\"loses\":true",
                        "\"holds\":false",
                        "\"exact\":false",
                        "\"client\":\"10.1.0.66\"",
                        "\"frame\":41",
                        "\"notProvedFor\":[\"shutdown\"]");
    }

    @Test
    void theSpreadsheetHasTheRowsOfTheChangeRequestAsTextAndTheSameBytesAgain() throws IOException {
        byte[] first = workbook();
        assertThat(workbook()).isEqualTo(first);
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(first))) {
            List<Row> rows = book.getFirstSheet().read();
            assertThat(rows)
                    .hasSize(1
                            + ChangeRequest.rows(POLICY, Mode.DROP, Texts.english())
                                    .size());
            int purpose = ChangeRequest.columns().indexOf("purpose");
            assertThat(rows.get(1).getCell(purpose).getText()).isEqualTo("=1+1");
            assertThat(rows.get(1).getCell(purpose).getFormula()).isNull();
        }
    }

    private static byte[] workbook() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ChangeRequestWorkbook.write(POLICY, Mode.DROP, Texts.english(), out);
        return out.toByteArray();
    }
}
