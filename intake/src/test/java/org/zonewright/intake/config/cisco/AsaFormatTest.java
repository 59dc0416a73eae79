package org.zonewright.intake.config.cisco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.facts.policy.Answer.Verdict.ALLOWED;
import static org.zonewright.facts.policy.Answer.Verdict.BLOCKED;
import static org.zonewright.facts.policy.Answer.Verdict.OPEN;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.facts.policy.Answer;
import org.zonewright.facts.policy.NetworkInterface;
import org.zonewright.facts.policy.Path;
import org.zonewright.facts.policy.PortSet;
import org.zonewright.facts.policy.Rule;
import org.zonewright.facts.policy.Ruleset;
import org.zonewright.facts.policy.Service;
import org.zonewright.facts.policy.Translation;
import org.zonewright.facts.policy.Unread;
import org.zonewright.intake.config.Asked;
import org.zonewright.intake.config.build.ConfigText;

/// The configuration of an ASA lets through what the device would: lists before levels, groups within groups, real
/// addresses behind translations; what a packet cannot decide stays open.
class AsaFormatTest {
    private static final String CONFIG = """
            : Saved
            : Written by enable_15 at 14:07:09.123 UTC Thu Mar 5 2026
            !
            ASA Version 9.16(4)
            !
            hostname fw-plant
            names
            name 192.168.10.5 plc-5
            interface GigabitEthernet0/0
             description to the office
             nameif office
             security-level 20
             ip address 10.10.0.1 255.255.0.0
            !
            interface GigabitEthernet0/1
             nameif cell
             security-level 100
             ip address 192.168.10.1 255.255.255.0
            !
            interface GigabitEthernet0/2
             nameif dmz
             security-level 50
             ip address 172.16.5.1 255.255.255.0
            !
            interface GigabitEthernet0/3
             nameif lab
             security-level 50
             ip address 172.16.6.1 255.255.255.0
            !
            interface GigabitEthernet0/4
             no nameif
             no security-level
            !
            object network historian
             host 172.16.5.20
            object network vendor
             fqdn v4 support.example.net
            object service s7
             service tcp destination eq 102
            object-group network engineers
             network-object host 10.10.1.7
             network-object 10.10.2.0 255.255.255.128
            object-group network allowed
             description everyone who may
             group-object engineers
             network-object object historian
            object-group service plc-ports tcp
             port-object eq 502
             port-object range 44818 44820
            object-group service mixed
             service-object tcp destination eq https
             service-object udp source gt 1023 destination eq 161
             service-object object s7
             service-object icmp echo
            object-group protocol both
             protocol-object tcp
             protocol-object udp
            access-list office_in remark engineering stations
            access-list office_in extended permit tcp object-group allowed host plc-5 object-group plc-ports log
            access-list office_in extended permit object-group mixed 10.10.9.0 255.255.255.0 192.168.10.0 255.255.255.0
            access-list office_in extended permit object-group both host 10.10.3.3 host 192.168.10.9 eq 53
            access-list office_in extended permit tcp any4 host 192.168.10.8 eq 22 inactive
            access-list office_in extended permit tcp host 10.10.4.4 host 192.168.10.8 eq 23 time-range works
            access-list office_in extended permit tcp object vendor host 192.168.10.8 eq 443
            access-list office_in extended deny ip any any
            access-list dmz_out extended permit tcp any host 172.16.5.20 eq 1433
            access-list everywhere extended permit icmp any any echo
            access-group office_in in interface office
            access-group dmz_out out interface dmz
            route cell 192.168.40.0 255.255.255.0 192.168.10.254 1
            route office 0.0.0.0 0.0.0.0 10.10.0.254 1
            ssh 10.10.1.7 255.255.255.255 office
            ssh timeout 5
            http server enable 8443
            object network historian
             nat (dmz,office) static 10.10.200.20
            nat (cell,office) source dynamic any interface
            : end
            """;

    private static final Ruleset RULES = new AsaFormat().read(ConfigText.of("asa.cfg", CONFIG));

    private static Answer.Verdict tcp(String in, String source, String out, String destination, int port) {
        return Asked.of(RULES).tcp(in, source, out, destination, port);
    }

    @Test
    void theDeviceItsTimeAndItsInterfacesAreRead() {
        assertThat(new AsaFormat().recognises(CONFIG)).isTrue();
        assertThat(RULES.device()).isEqualTo("fw-plant");
        assertThat(RULES.taken()).contains(Instant.parse("2026-03-05T14:07:09Z"));
        assertThat(RULES.unread()).isEmpty();
        assertThat(RULES.interfaces())
                .extracting(NetworkInterface::name)
                .containsExactly("office", "cell", "dmz", "lab");
        assertThat(RULES.interfaces().get(1).networks())
                .containsExactly(
                        AddressSet.parse("192.168.10.0/24").orElseThrow(),
                        AddressSet.parse("192.168.40.0/24").orElseThrow());
    }

    @Test
    void groupsWithinGroupsAndNamesDecide() {
        assertThat(tcp("office", "10.10.1.7", "cell", "192.168.10.5", 502)).isEqualTo(ALLOWED);
        assertThat(tcp("office", "10.10.2.127", "cell", "192.168.10.5", 44819)).isEqualTo(ALLOWED);
        assertThat(tcp("office", "172.16.5.20", "cell", "192.168.10.5", 502)).isEqualTo(ALLOWED);
        assertThat(tcp("office", "10.10.2.128", "cell", "192.168.10.5", 502)).isEqualTo(BLOCKED);
        assertThat(tcp("office", "10.10.1.7", "cell", "192.168.10.5", 503)).isEqualTo(BLOCKED);
        assertThat(tcp("office", "10.10.1.7", "cell", "192.168.10.6", 502)).isEqualTo(BLOCKED);
    }

    @Test
    void servicesOfAGroupBringTheirOwnProtocolsAndSourcePorts() {
        assertThat(tcp("office", "10.10.9.1", "cell", "192.168.10.77", 443)).isEqualTo(ALLOWED);
        assertThat(tcp("office", "10.10.9.1", "cell", "192.168.10.77", 102)).isEqualTo(ALLOWED);
        assertThat(tcp("office", "10.10.9.1", "cell", "192.168.10.77", 80)).isEqualTo(BLOCKED);
        Asked asked = Asked.of(RULES);
        assertThat(asked.udp("office", "10.10.9.1", "cell", "192.168.10.77", 161))
                .isEqualTo(Answer.Verdict.PARTLY);
        assertThat(asked.may(
                        "office",
                        "10.10.9.1",
                        "cell",
                        "192.168.10.77",
                        Service.to(Service.ICMP, PortSet.range(8 * 256, 8 * 256 + 255))))
                .isEqualTo(ALLOWED);
        assertThat(asked.udp("office", "10.10.3.3", "cell", "192.168.10.9", 53)).isEqualTo(ALLOWED);
        assertThat(asked.tcp("office", "10.10.3.3", "cell", "192.168.10.9", 53)).isEqualTo(ALLOWED);
    }

    @Test
    void anEntryThatIsInactiveDecidesNothingAndATimeOrAHostNameLeavesItOpen() {
        assertThat(tcp("office", "10.10.4.9", "cell", "192.168.10.8", 22)).isEqualTo(BLOCKED);
        assertThat(tcp("office", "10.10.4.4", "cell", "192.168.10.8", 23)).isEqualTo(OPEN);
        assertThat(tcp("office", "198.51.100.7", "cell", "192.168.10.8", 443)).isEqualTo(OPEN);
    }

    @Test
    void withoutAListTheLevelsDecideAndOnlyDownwards() {
        assertThat(tcp("cell", "192.168.10.5", "office", "10.10.1.7", 80)).isEqualTo(ALLOWED);
        assertThat(tcp("lab", "172.16.6.5", "cell", "192.168.10.5", 80)).isEqualTo(BLOCKED);
        assertThat(tcp("lab", "172.16.6.5", "dmz", "172.16.5.20", 1433)).isEqualTo(BLOCKED);
        assertThat(tcp("lab", "172.16.6.5", "lab", "172.16.6.6", 80)).isEqualTo(BLOCKED);
        assertThat(tcp("wifi", "172.16.9.5", "lab", "172.16.6.6", 80)).isEqualTo(BLOCKED);
        String permitted = CONFIG + "same-security-traffic permit inter-interface\n";
        Asked asked = Asked.of(new AsaFormat().read(ConfigText.of("asa.cfg", permitted)));
        assertThat(asked.tcp("lab", "172.16.6.5", "dmz", "172.16.5.20", 1433)).isEqualTo(ALLOWED);
        String down = permitted.replace("access-group dmz_out out interface dmz\n", "")
                + "access-group everywhere in interface lab\n";
        Asked echo = Asked.of(new AsaFormat().read(ConfigText.of("asa.cfg", down)));
        assertThat(echo.may("lab", "172.16.6.5", "dmz", "172.16.5.20", Service.to(1, PortSet.of(8 * 256))))
                .isEqualTo(ALLOWED);
    }

    @Test
    void aListForWhatLeavesIsAskedToo() {
        assertThat(tcp("cell", "192.168.10.5", "dmz", "172.16.5.20", 1433)).isEqualTo(ALLOWED);
        assertThat(tcp("cell", "192.168.10.5", "dmz", "172.16.5.20", 80)).isEqualTo(BLOCKED);
    }

    @Test
    void theGlobalListComesBehindThatOfTheInterfaceAndTakesTheLevelsPlace() {
        String config = CONFIG.replace("access-list office_in extended deny ip any any\n", "")
                + "access-list everyone extended permit tcp any any eq 7\naccess-group everyone global\n";
        Asked asked = Asked.of(new AsaFormat().read(ConfigText.of("asa.cfg", config)));
        assertThat(asked.tcp("office", "10.10.77.7", "cell", "192.168.10.99", 7))
                .isEqualTo(ALLOWED);
        assertThat(asked.tcp("office", "10.10.1.7", "cell", "192.168.10.5", 502))
                .isEqualTo(ALLOWED);
        assertThat(asked.tcp("cell", "192.168.10.5", "office", "10.10.1.7", 80)).isEqualTo(BLOCKED);
    }

    @Test
    void remarksLogsAndCountsStayWithTheirEntry() {
        String shown = CONFIG + """
                access-list office_in; 12 elements; name hash: 0x433a1af1
                access-list office_in line 1 remark engineering stations
                access-list office_in line 2 extended permit tcp object-group allowed host plc-5 object-group plc-ports log 0x1
                  access-list office_in line 2 extended permit tcp host 10.10.1.7 host 192.168.10.5 eq 502 (hitcnt=40) 0x2
                  access-list office_in line 2 extended permit tcp host 172.16.5.20 host 192.168.10.5 eq 502 (hitcnt=2) 0x3
                access-list office_in line 9 extended deny ip any any (hitcnt=7) 0x4
                """;
        Ruleset rules = new AsaFormat().read(ConfigText.of("asa.cfg", shown));
        List<Rule> office = Asked.rules(rules, "access-list office_in");
        assertThat(office.getFirst().comment()).contains("engineering stations");
        assertThat(office.getFirst().logged()).isTrue();
        assertThat(office.getFirst().hits()).isEqualTo(OptionalLong.of(42));
        assertThat(office.getFirst().at().display()).isEqualTo("asa.cfg:59");
        assertThat(office.getLast().hits()).isEqualTo(OptionalLong.of(7));
        assertThat(rules.unread()).isEmpty();
    }

    @Test
    void countsAloneAreAListButNobodyKnowsWhereItJudges() {
        String shown = """
                access-list a line 1 extended permit tcp host 10.0.0.1 host 10.0.1.1 eq www (hitcnt=3) 0x2
                """;
        assertThat(new AsaFormat().recognises(shown)).isTrue();
        Ruleset rules = new AsaFormat().read(ConfigText.of("acl.txt", shown));
        assertThat(Asked.rules(rules, "access-list a")).hasSize(1);
        assertThat(Asked.of(rules).tcp("", "10.0.0.1", "", "10.0.1.1", 80)).isEqualTo(OPEN);
    }

    @Test
    void aFixedTranslationWorksBothWaysAndAnOverloadedOneOutwards() {
        assertThat(RULES.translations()).hasSize(3);
        Translation in = RULES.translations().getFirst();
        assertThat(in.kind()).isEqualTo(Translation.Kind.DESTINATION);
        assertThat(in.match().destination())
                .isEqualTo(AddressSet.parse("10.10.200.20").orElseThrow());
        assertThat(in.to()).contains(AddressSet.parse("172.16.5.20").orElseThrow());
        assertThat(RULES.translations().get(2).kind()).isEqualTo(Translation.Kind.SOURCE);
        assertThat(RULES.translations().get(2).to()).isEmpty();
    }

    @Test
    void whoMayAdministerTheDeviceIsReadAndTheRestOfItStaysOpen() {
        Asked device = Asked.of(RULES, Path.TO_DEVICE);
        assertThat(device.tcp("office", "10.10.1.7", "", "10.10.0.1", 22)).isEqualTo(ALLOWED);
        assertThat(device.tcp("office", "10.10.1.8", "", "10.10.0.1", 22)).isEqualTo(BLOCKED);
        assertThat(device.tcp("office", "10.10.1.7", "", "10.10.0.1", 8443)).isEqualTo(BLOCKED);
        assertThat(device.udp("office", "10.10.1.7", "", "10.10.0.1", 161)).isEqualTo(OPEN);
    }

    @Test
    void aLineThatIsNotUnderstoodLeavesEverythingOpen() {
        String config = CONFIG + "access-list office_in extended permit tcp any 10.0.0.0\nestablished tcp 135\n";
        Ruleset rules = new AsaFormat().read(ConfigText.of("asa.cfg", config));
        assertThat(rules.unread()).extracting(Unread::decides).containsExactly(true, true);
        assertThat(rules.unread()).extracting(line -> line.at().display()).containsExactly("asa.cfg:80", "asa.cfg:79");
        assertThat(Asked.of(rules).tcp("lab", "172.16.6.5", "cell", "192.168.10.5", 80))
                .isEqualTo(OPEN);
    }

    @Test
    void aGroupThatContainsItselfIsSaidAndNotKnown() {
        String config = CONFIG.replace(" group-object engineers\n", " group-object engineers\n group-object allowed\n");
        Ruleset rules = new AsaFormat().read(ConfigText.of("asa.cfg", config));
        assertThat(rules.unread()).singleElement().satisfies(line -> {
            assertThat(line.decides()).isTrue();
            assertThat(line.text()).contains("contains itself");
        });
    }
}
