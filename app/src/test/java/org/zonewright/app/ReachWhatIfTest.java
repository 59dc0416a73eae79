package org.zonewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zonewright.assess.reach.Foothold;
import org.zonewright.assess.reach.Reach;
import org.zonewright.assess.reach.WhatIf;
import org.zonewright.base.Texts;
import org.zonewright.plant.id.ZoneId;
import org.zonewright.report.reach.ReachJson;
import org.zonewright.report.reach.ReachText;
import org.zonewright.traffic.TrafficReader;

/// A change that is tried out must say what it breaks before anybody does it, in words and in JSON, and a foothold must
/// be found by the name that a person gives it.
class ReachWhatIfTest {
    private static final String PLANT = """
            zonewright: 1
            site: { id: nord }
            suc:
              name: Nord
              essential-functions: [ { id: ef-trip, kind: safety, depends-on: [ plc ] } ]
              access-points: [ { id: modem, kind: vendor-modem, zone: cell } ]
            sensors: [ { id: tap, sources: [ conn.log ] } ]
            assets:
              - { id: scada, zone: control, match: { ip: 10.0.1.2 } }
              - { id: plc, zone: cell, match: { ip: 10.0.2.7 } }
            zones:
              - { id: control, function: operations, members: [ { cidr: 10.0.1.0/24 } ] }
              - { id: cell, function: control, members: [ { cidr: 10.0.2.0/24 } ] }
            conduits:
              - id: control-cell
                between: [ control, cell ]
                flows: [ { id: f-trip, from: { asset: scada }, to: { asset: plc }, port: tcp/502, approved-by: head } ]
            """;
    private static final Instant AT = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("plant.yaml"), PLANT);
        Files.writeString(
                folder.resolve("conn.log"),
                "#separator \\x09\n#set_separator\t,\n#unset_field\t-\n#path\tconn\n"
                        + "#fields\tts\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tproto\tservice\tconn_state\thistory"
                        + "\torig_pkts\tresp_pkts\n"
                        + "1.5\t10.0.1.2\t40001\t10.0.2.7\t502\ttcp\tmodbus\tSF\tShADadFf\t6\t5\n");
    }

    private SiteAssessment site() {
        Inputs inputs =
                Inputs.find(List.of(folder.resolve("conn.log").toString()), new ByteArrayInputStream(new byte[0]));
        return SiteAssessment.of(
                inputs,
                Optional.of(folder.resolve("plant.yaml")),
                new Sources(new TrafficReader.Options(7, true), 1),
                AT);
    }

    @Test
    void aWithdrawnFlowIsToldWithTheTrafficThatItWouldStop() throws IOException {
        Path changed = folder.resolve("changed.yaml");
        Files.writeString(changed, PLANT.replaceAll("flows: .*\n", "note: withdrawn\n"));
        SiteAssessment site = site();
        WhatIf change = ReachWhatIf.of(site, changed).result().orElseThrow();
        Optional<Foothold> control = Optional.of(new Foothold.OfZone(new ZoneId("control")));
        assertThat(ReachText.whatIf(change, control, Texts.english()))
                .contains("control  1 of 1  0 of 1")
                .contains("No longer: plc.")
                .contains("1 observed flow would be stopped.")
                .contains("scada → plc modbus tcp/502 (approved by f-trip) [", "conn.log:6]");
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        ReachJson.write(change.before(), control, Optional.of(change), AT, Texts.english(), json);
        assertThat(json.toString(StandardCharsets.UTF_8).replaceAll("\\s+", ""))
                .contains("\"format\":\"zonewright/reach/1\"")
                .contains("\"broken\":[{\"from\":\"scada\",\"to\":\"plc\"")
                .contains("\"basis\":[\"observed\",\"declared\"]");
    }

    @Test
    void theTextSaysWhatReachRestsOnAndWhatCutsIt() {
        Reach reach = site().assessment().reach().orElseThrow();
        assertThat(ReachText.zones(reach, Texts.english()))
                .contains("No configuration is known: reach rests on observed and declared flows alone.")
                .contains("control: withdraw f-trip of control-cell, which is used (20 points)")
                .contains("ef-trip is in reach of external: 1 step at least");
        assertThat(ReachText.foothold(reach, new Foothold.OfZone(new ZoneId("control")), Texts.english()))
                .contains("From control: 1 of 1 assets in 1 zone with pivoting, 1 without.");
    }

    @Test
    void aFootholdIsFoundByItsName() {
        Reach reach = site().assessment().reach().orElseThrow();
        assertThat(List.of("control", "plc", "external", "medium:cell", "access:modem"))
                .allSatisfy(name -> assertThat(FootholdNames.find(name, reach).map(Foothold::label))
                        .contains(name));
        assertThat(List.of("nobody", "medium:nobody", "access:nobody", "a b"))
                .allSatisfy(name -> assertThat(FootholdNames.find(name, reach)).isEmpty());
    }

    @Test
    void aChangedDocumentThatCannotBeReadGivesNoResultAndSaysWhy() throws IOException {
        Path changed = folder.resolve("changed.yaml");
        Files.writeString(changed, "nothing: of the kind\n");
        ReachWhatIf asked = ReachWhatIf.of(site(), changed);
        assertThat(asked.result()).isEmpty();
        assertThat(asked.problems()).isNotEmpty();
    }
}
