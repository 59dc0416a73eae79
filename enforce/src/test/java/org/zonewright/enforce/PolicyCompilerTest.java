package org.zonewright.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zonewright.base.Texts;
import org.zonewright.facts.Function;
import org.zonewright.plant.Plant;
import org.zonewright.plant.id.RealmId;

/// Protects what a firewall is told: ends become the addresses that the device sees, and a flow that cannot become a
/// rule is listed with the reason, never lost.
class PolicyCompilerTest {
    private static final String CELLS = """
            sensors: [ { id: tap, sources: [ t.pcap ] }, { id: tap-a, sources: [ a.pcap ] }, { id: tap-b, sources: [ b.pcap ] } ]
            realms:
              - { id: plant, sees: [ { sensor: tap } ] }
              - { id: cell-a, sees: [ { sensor: tap-a } ] }
              - { id: cell-b, sees: [ { sensor: tap-b } ] }
            nat:
              - { realm: plant, outside: 10.40.1.0/24, inside-realm: cell-a, inside: 192.168.10.0/24 }
              - { realm: plant, outside: 10.40.2.10, inside-realm: cell-b, inside: 192.168.10.10 }
            assets:
              - { id: fw, match: { realm: plant, ip: 10.30.0.1 }, zone: operations }
              - { id: scada, match: { realm: plant, ip: 10.30.0.10 }, zone: operations }
              - { id: old, match: { realm: plant, ip: 10.30.0.98 }, zone: operations, life: retired }
              - { id: plc-a, match: { realm: cell-a, ip: 192.168.10.10 }, zone: a }
              - { id: plc-b, match: { realm: cell-b, ip: 192.168.10.10 }, zone: b }
              - { id: drive-b, match: { realm: cell-b, ip: 192.168.10.30 }, zone: b }
              - { id: guest, match: { realm: plant, ip: 10.30.0.77 }, zone: a }
              - { id: meter, match: { serial: M-1 }, zone: b }
            zones:
              - { id: operations, function: operations, members: [ { cidr: 10.30.0.0/24, realm: plant } ] }
              - { id: a, function: control, members: [ { cidr: 192.168.10.0/24, realm: cell-a } ] }
              - { id: b, function: control, members: [ { cidr: 192.168.10.0/24, realm: cell-b } ] }
            """;

    private static Plant cells(String flows) {
        return Documents.plant(CELLS + "conduits:\n  - id: way\n    between: [ operations, a, b ]\n"
                + "    enforced-by: [ fw ]\n    flows:\n" + flows.indent(6));
    }

    private static ConduitPolicy policy(String flows) {
        return Documents.policy(cells(flows), "way");
    }

    private static String flow(String id, String rest) {
        return "- { id: " + id + ", " + rest + " }\n";
    }

    private static String approved(String id, String rest) {
        return flow(id, rest + ", approved-by: head");
    }

    @Test
    void endsBecomeTheAddressesThatTheDeviceSees() {
        ConduitPolicy policy = policy(approved("f-a", "from: { asset: scada }, to: { asset: plc-a }, port: tcp/502")
                + approved("f-b", "from: { asset: scada }, to: { asset: plc-b }, port: tcp/502"));
        assertThat(policy.realm()).contains(new RealmId("plant"));
        assertThat(policy.permits())
                .extracting(permit -> permit.to().toString())
                .containsExactly("10.40.1.10", "10.40.2.10");
        assertThat(policy.permits())
                .extracting(permit -> permit.from().toString())
                .containsOnly("10.30.0.10");
    }

    /// Behind a translation the same network has two owners; a device inside sees the outside as it is.
    @Test
    void aDeviceInsideACellSeesTheCellsOwnAddresses() {
        Plant plant = cells(approved("f-a", "from: { asset: scada }, to: { asset: plc-a }, port: tcp/502")
                + approved("f-b", "from: { asset: scada }, to: { asset: plc-b }, port: tcp/502"));
        ConduitPolicy policy = PolicyCompiler.compile(
                plant, plant.conduits(), Optional.of(new RealmId("cell-a")), Documents.BOOK, Documents.AT);
        assertThat(policy.permits().getFirst().to()).hasToString("192.168.10.10");
        assertThat(policy.permits().getFirst().from()).hasToString("10.30.0.10");
        assertThat(policy.permits().get(1).to()).as("its outside address").hasToString("10.40.2.10");
    }

    @Test
    void whatHasNoAddressHereIsListed() {
        ConduitPolicy policy =
                policy(approved("f-drive", "from: { asset: scada }, to: { asset: drive-b }, port: tcp/502")
                        + approved("f-meter", "from: { asset: scada }, to: { asset: meter }, port: tcp/502"));
        assertThat(policy.permits()).isEmpty();
        assertThat(policy.leftOut()).extracting(LeftOut::why).containsOnly(LeftOut.Why.NO_ADDRESS);
        assertThat(Texts.english().say(policy.leftOut().getFirst().because())).contains("drive-b has no address");
    }

    /// `guest` has an address of the control room and belongs to cell a.
    @Test
    void aZoneIsItsMembersLessWhatBelongsMoreExactlyToAnother() {
        ConduitPolicy policy =
                policy(approved("f-time", "from: { zone: operations }, to: { asset: scada }, port: udp/123")
                        + approved("f-logs", "from: { zone: b }, to: { asset: scada }, port: udp/514"));
        assertThat(policy.permits().getFirst().from()).hasToString("10.30.0.0-10.30.0.76,10.30.0.78-10.30.0.255");
        Permit fromB = policy.permits().get(1);
        assertThat(fromB.from()).hasToString("10.40.2.10");
        assertThat(Texts.english().say(fromB.notes().getFirst()))
                .isEqualTo("b: 2 assets without an address that is seen here are not covered: drive-b, meter.");
    }

    @Test
    void endedUnapprovedRetiredAndClosedFlowsAreLeftOutAndListed() {
        String ends = "from: { asset: scada }, to: { asset: plc-a }, ";
        ConduitPolicy policy = policy(approved("f-last-day", ends + "port: tcp/1, until: 2026-11-22")
                + approved("f-ended", ends + "port: tcp/2, until: 2026-11-21")
                + flow("f-nobody", ends + "port: tcp/3")
                + approved("f-old", "from: { asset: old }, to: { asset: plc-a }, port: tcp/4"));
        assertThat(policy.permits()).extracting(Permit::id).containsExactly("f-last-day");
        assertThat(policy.leftOut())
                .extracting(one -> one.flow().id().value() + " " + one.why().id())
                .containsExactly("f-ended expired", "f-nobody not-approved", "f-old retired");
    }

    @Test
    void whatIsSpokenBelowIpIsNoRuleAboutPackets() {
        String ends = "from: { asset: scada }, to: { asset: plc-a }, ";
        ConduitPolicy policy = policy(approved("f-goose", ends + "protocol: goose")
                + approved("f-sv", ends + "protocol: sv, port: ethertype/0x88ba")
                + approved("f-dcp", ends + "protocol: profinet-dcp")
                + approved("f-odd", ends + "protocol: nobody-knows-it"));
        assertThat(policy.leftOut())
                .extracting(LeftOut::why)
                .containsExactly(
                        LeftOut.Why.BELOW_IP, LeftOut.Why.BELOW_IP, LeftOut.Why.BELOW_IP, LeftOut.Why.NO_SERVICE);
    }

    @Test
    void anApprovalWithoutAPortIsForTheUsualOnesAndWithoutAProtocolForAll() {
        String ends = "from: { asset: scada }, to: { asset: plc-a }, ";
        ConduitPolicy policy = policy(approved("f-modbus", ends + "protocol: modbus")
                + approved("f-all", "from: { asset: scada }, to: { asset: plc-a }"));
        assertThat(policy.permits())
                .extracting(permit -> permit.id() + " " + Words.of(permit.service()))
                .containsExactly("f-modbus tcp/502", "f-modbus udp/502", "f-all any");
        assertThat(policy.permits())
                .allSatisfy(permit -> assertThat(permit.notes()).isNotEmpty());
    }

    @Test
    void functionsArePartedAndWhatACodeCannotTellIsNamed() {
        String ends = "from: { asset: scada }, to: { asset: plc-a }, allow: [ read ], ";
        ConduitPolicy policy = policy(approved("f-m", ends + "protocol: modbus, port: tcp/502")
                + approved("f-104", ends + "protocol: iec104, port: tcp/2404")
                + approved("f-cip", ends + "protocol: enip, port: tcp/44818"));
        assertThat(codes(policy, 0)).containsExactly("6", "43");
        assertThat(codes(policy, 1)).as("a report on a command is no request").containsExactly("45");
        assertThat(codes(policy, 2)).isEmpty();
        assertThat(policy.permits().get(2).functions().ambiguous()).containsExactly("cip:0x4e");
    }

    private static List<String> codes(ConduitPolicy policy, int permit) {
        return policy.permits().get(permit).functions().denied().stream()
                .map(Function::code)
                .toList();
    }

    /// Dropping everything else on a device that carries a second conduit would take that one away.
    @Test
    void onlyWhatADeviceCarriesWhollyIsJudgedWholly() {
        String two = """
                conduits:
                  - id: one
                    between: [ operations, a ]
                    enforced-by: [ fw ]
                    flows: [ { id: f-1, from: { asset: scada }, to: { asset: plc-a }, port: tcp/502, approved-by: h } ]
                  - { id: two, between: [ operations, b ], enforced-by: [ fw ] }
                """;
        Plant plant = Documents.plant(CELLS + two);
        ConduitPolicy part = Documents.policy(plant, "one");
        assertThat(part.scope().everything()).isFalse();
        assertThat(part.scope().crossings())
                .extracting(pair -> pair.from() + " " + pair.to())
                .containsExactly("operations a", "a operations");
        assertThat(part.inside()).isEmpty();
        ConduitPolicy whole =
                PolicyCompiler.compile(plant, plant.conduits(), Optional.empty(), Documents.BOOK, Documents.AT);
        assertThat(whole.scope().everything()).isTrue();
        assertThat(whole.inside()).extracting(Permit::id).containsExactly("inside-operations", "inside-a");
    }
}
