package org.zonewright.intake.config.cisco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.facts.policy.Answer.Verdict.ALLOWED;
import static org.zonewright.facts.policy.Answer.Verdict.BLOCKED;
import static org.zonewright.facts.policy.Answer.Verdict.OPEN;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.facts.policy.Path;
import org.zonewright.facts.policy.Rule;
import org.zonewright.facts.policy.Ruleset;
import org.zonewright.facts.policy.Translation;
import org.zonewright.facts.policy.Unread;
import org.zonewright.intake.config.Asked;
import org.zonewright.intake.config.build.ConfigText;

/// The configuration of an IOS router lets through what the router would: it keeps no state but for what a zone pair
/// inspects, wildcard masks are not network masks, and what a list says of one family says nothing of the other.
class IosFormatTest {
    private static final String LISTS = """
            ! Last configuration change at 09:30:00 CET Mon Feb 2 2026 by admin
            version 15.7
            hostname rt-plant
            !
            object-group network plcs
             host 192.168.10.5
             192.168.10.32 255.255.255.240
             range 192.168.10.100 192.168.10.103
            !
            object-group network everything
             group-object plcs
            !
            object-group service control
             tcp eq 502
             tcp range 44818 44820
             udp 2222
            !
            interface GigabitEthernet0/0
             description office
             ip address 10.10.0.1 255.255.0.0
             ip access-group office in
            !
            interface GigabitEthernet0/1
             ip address 192.168.10.1 255.255.255.0
             ip access-group 120 in
             ipv6 traffic-filter six in
            !
            interface GigabitEthernet0/2
             ip address 172.16.5.1 255.255.255.0
             ip access-group gone in
            !
            ip route 192.168.40.0 255.255.255.0 192.168.10.254
            ip access-list extended office
             remark engineering
             10 permit object-group control 10.10.1.0 0.0.0.255 object-group everything log
             20 permit tcp 10.10.0.7 0.0.255.0 host 192.168.10.9 eq www 443
             30 permit icmp any any echo
             40 permit tcp host 10.10.1.9 host 192.168.10.9 eq 22 time-range works
             50 permit udp any host 192.168.10.9 eq ntp
             60 deny   ip any any
            access-list 120 remark only answers
            access-list 120 permit tcp 192.168.10.0 0.0.0.255 any established
            access-list 120 permit udp 192.168.10.0 0.0.0.255 eq 2222 any
            access-list 120 permit icmp any any
            access-list 10 permit 10.10.1.0 0.0.0.255
            ipv6 access-list six
             permit tcp any host 2001:db8::5 eq 443
            line vty 0 4
             access-class 10 in
            """;

    private static final Ruleset RULES = new IosFormat().read(ConfigText.of("rt.cfg", LISTS));
    private static final String IN = "GigabitEthernet0/0";
    private static final String OUT = "GigabitEthernet0/1";

    @Test
    void theDeviceItsTimeAndItsNetworksAreRead() {
        assertThat(new IosFormat().recognises(LISTS)).isTrue();
        assertThat(new AsaFormat().recognises(LISTS)).isFalse();
        assertThat(RULES.device()).isEqualTo("rt-plant");
        assertThat(RULES.stateful()).isFalse();
        assertThat(RULES.taken()).contains(Instant.parse("2026-02-02T08:30:00Z"));
        assertThat(RULES.interfaces().get(1).networks())
                .containsExactly(
                        AddressSet.parse("192.168.10.0/24").orElseThrow(),
                        AddressSet.parse("192.168.40.0/24").orElseThrow());
    }

    @Test
    void aConnectionNeedsItsAnswersLetBack() {
        Asked asked = Asked.of(RULES);
        assertThat(asked.tcp(IN, "10.10.1.7", OUT, "192.168.10.5", 502)).isEqualTo(ALLOWED);
        assertThat(asked.tcp(IN, "10.10.1.7", OUT, "192.168.10.47", 44819)).isEqualTo(ALLOWED);
        assertThat(asked.tcp(IN, "10.10.1.7", OUT, "192.168.10.103", 502)).isEqualTo(ALLOWED);
        assertThat(asked.udp(IN, "10.10.1.7", OUT, "192.168.10.5", 2222)).isEqualTo(ALLOWED);
        assertThat(asked.udp(IN, "10.10.1.7", OUT, "192.168.10.9", 123)).isEqualTo(BLOCKED);
        assertThat(asked.tcp(IN, "10.10.1.7", OUT, "192.168.10.48", 502)).isEqualTo(BLOCKED);
        assertThat(asked.tcp(IN, "10.10.2.7", OUT, "192.168.10.5", 502)).isEqualTo(BLOCKED);
        assertThat(asked.tcp(OUT, "192.168.10.5", IN, "10.10.1.7", 80)).isEqualTo(BLOCKED);
    }

    @Test
    void aWildcardMaskMayHaveHoles() {
        Asked asked = Asked.of(RULES);
        assertThat(asked.tcp(IN, "10.10.99.7", OUT, "192.168.10.9", 80)).isEqualTo(ALLOWED);
        assertThat(asked.tcp(IN, "10.10.99.7", OUT, "192.168.10.9", 443)).isEqualTo(ALLOWED);
        assertThat(asked.tcp(IN, "10.10.99.8", OUT, "192.168.10.9", 80)).isEqualTo(BLOCKED);
        assertThat(asked.tcp(IN, "10.10.1.9", OUT, "192.168.10.9", 22)).isEqualTo(OPEN);
    }

    @Test
    void aListOfOneFamilyLetsTheOtherPass() {
        Asked asked = Asked.of(RULES);
        assertThat(asked.tcp(OUT, "2001:db8::1", IN, "2001:db8::5", 443)).isEqualTo(ALLOWED);
        assertThat(asked.tcp(OUT, "2001:db8::1", IN, "2001:db8::5", 80)).isEqualTo(BLOCKED);
        assertThat(asked.tcp(IN, "2001:db8::1", "GigabitEthernet0/2", "2001:db8::5", 80))
                .isEqualTo(ALLOWED);
    }

    @Test
    void aListThatIsNotThereLetsEverythingPass() {
        assertThat(Asked.of(RULES).tcp("GigabitEthernet0/2", "172.16.5.9", "GigabitEthernet0/2", "172.16.5.8", 80))
                .isEqualTo(ALLOWED);
        assertThat(RULES.unread()).extracting(Unread::decides).containsExactly(false);
    }

    @Test
    void whatTheRouterItselfServesIsOpenUnlessAListKeepsItOut() {
        Asked device = Asked.of(RULES, Path.TO_DEVICE);
        assertThat(device.tcp(IN, "10.10.5.5", "", "10.10.0.1", 22)).isEqualTo(BLOCKED);
        assertThat(device.tcp("GigabitEthernet0/2", "172.16.5.9", "", "172.16.5.1", 22))
                .isEqualTo(OPEN);
    }

    @Test
    void remarksLogsAndLinesStayWithTheirEntry() {
        List<Rule> office = Asked.rules(RULES, "access-list office");
        assertThat(office.getFirst().comment()).contains("engineering");
        assertThat(office.getFirst().logged()).isTrue();
        assertThat(office.getFirst().at().display()).isEqualTo("rt.cfg:35");
        assertThat(office.get(3).match().open()).containsExactly("time-range works");
    }

    @Test
    void countsThatAreShownBehindTheConfigurationStayWithTheirEntry() {
        String shown = LISTS + """
                Extended IP access list office
                    10 permit object-group control 10.10.1.0 0.0.0.255 object-group everything log (40 matches)
                    20 permit tcp 10.10.0.7 0.0.255.0 host 192.168.10.9 eq www 443
                    30 permit icmp any any echo (1 match)
                    40 permit tcp host 10.10.1.9 host 192.168.10.9 eq 22 time-range works (inactive)
                    50 permit udp any host 192.168.10.9 eq ntp
                    60 deny ip any any (7 matches)
                """;
        List<Rule> office = Asked.rules(new IosFormat().read(ConfigText.of("rt.cfg", shown)), "access-list office");
        assertThat(office).extracting(rule -> rule.hits().orElseThrow()).containsExactly(40L, 0L, 1L, 0L, 0L, 7L);
        assertThat(Asked.rules(RULES, "access-list office"))
                .allMatch(rule -> rule.hits().isEmpty());
    }

    @Test
    void anAddressThatIsTranslatedIsJudgedAsWhatItReallyIs() {
        String config = """
                interface Gi0/0
                 ip address 203.0.113.1 255.255.255.0
                 ip nat outside
                 ip access-group out in
                interface Gi0/1
                 ip address 192.168.10.1 255.255.255.0
                 ip nat inside
                ip nat inside source static 192.168.10.5 203.0.113.5
                ip nat inside source static tcp 192.168.10.6 502 203.0.113.6 10502 extendable
                ip nat inside source list 10 interface Gi0/0 overload
                ip access-list extended out
                 permit tcp any host 203.0.113.5 eq 443
                 permit tcp any host 203.0.113.6 eq 10502
                access-list 10 permit 192.168.10.0 0.0.0.255
                """;
        Ruleset rules = new IosFormat().read(ConfigText.of("nat.cfg", config));
        Asked asked = Asked.of(rules);
        assertThat(asked.tcp("Gi0/0", "198.51.100.7", "Gi0/1", "192.168.10.5", 443))
                .isEqualTo(ALLOWED);
        assertThat(asked.tcp("Gi0/0", "198.51.100.7", "Gi0/1", "192.168.10.5", 80))
                .isEqualTo(BLOCKED);
        assertThat(asked.tcp("Gi0/0", "198.51.100.7", "Gi0/1", "192.168.10.6", 502))
                .isEqualTo(ALLOWED);
        assertThat(asked.tcp("Gi0/0", "198.51.100.7", "Gi0/1", "192.168.10.6", 10502))
                .isEqualTo(BLOCKED);
        assertThat(rules.translations())
                .extracting(Translation::kind)
                .containsExactly(
                        Translation.Kind.DESTINATION,
                        Translation.Kind.SOURCE,
                        Translation.Kind.DESTINATION,
                        Translation.Kind.SOURCE);
        assertThat(rules.translations().get(2).port().orElseThrow().contains(502))
                .isTrue();
    }

    private static final String ZONES = """
            version 15.7
            hostname zbf
            class-map type inspect match-any web
             match protocol http
             match protocol https
            class-map type inspect match-all engineers
             match access-group name eng
             match class-map web
            class-map type inspect match-any strange
             match protocol bittorrent
            policy-map type inspect out
             class type inspect engineers
              inspect
             class type inspect strange
              pass
             class class-default
              drop log
            zone security office
            zone security cell
            zone security lab
            zone-pair security o2c source office destination cell
             service-policy type inspect out
            interface Gi0/0
             zone-member security office
            interface Gi0/1
             zone-member security cell
            interface Gi0/2
             zone-member security office
            interface Gi0/3
             zone-member security lab
            interface Gi0/4
             no ip address
            interface Gi0/5
             no ip address
            ip access-list extended eng
             deny tcp host 10.0.0.66 any
             permit ip 10.0.0.0 0.0.0.255 any
            """;

    @Test
    void betweenZonesOnlyWhatAPolicyInspectsPassesAndItsAnswers() {
        Ruleset rules = new IosFormat().read(ConfigText.of("zbf.cfg", ZONES));
        assertThat(rules.unread()).isEmpty();
        Asked asked = Asked.of(rules);
        assertThat(asked.tcp("Gi0/0", "10.0.0.7", "Gi0/1", "192.168.10.5", 80)).isEqualTo(ALLOWED);
        assertThat(asked.tcp("Gi0/0", "10.0.0.66", "Gi0/1", "192.168.10.5", 80)).isEqualTo(OPEN);
        assertThat(asked.tcp("Gi0/1", "192.168.10.5", "Gi0/0", "10.0.0.7", 80)).isEqualTo(BLOCKED);
        assertThat(asked.tcp("Gi0/0", "10.0.0.7", "Gi0/2", "10.0.1.7", 80)).isEqualTo(ALLOWED);
        assertThat(asked.tcp("Gi0/0", "10.0.0.7", "Gi0/3", "10.0.2.7", 80)).isEqualTo(BLOCKED);
        assertThat(asked.tcp("Gi0/0", "10.0.0.7", "Gi0/4", "10.0.3.7", 80)).isEqualTo(BLOCKED);
        assertThat(asked.tcp("Gi0/4", "10.0.3.7", "Gi0/0", "10.0.0.7", 80)).isEqualTo(BLOCKED);
        assertThat(asked.tcp("Gi0/4", "10.0.3.7", "Gi0/5", "10.0.4.7", 80)).isEqualTo(ALLOWED);
    }

    @Test
    void whatIsPassedAndNotInspectedIsNotLetBack() {
        String passing = ZONES.replace("  inspect\n", "  pass\n").replace(" class type inspect strange\n  pass\n", "");
        Asked asked = Asked.of(new IosFormat().read(ConfigText.of("zbf.cfg", passing)));
        assertThat(asked.tcp("Gi0/0", "10.0.0.7", "Gi0/1", "192.168.10.5", 80)).isEqualTo(BLOCKED);
    }

    @Test
    void aClassThatContainsItselfIsSaid() {
        String config = ZONES.replace(" match protocol https\n", " match class-map engineers\n");
        assertThat(new IosFormat().read(ConfigText.of("zbf.cfg", config)).unread())
                .anySatisfy(line -> assertThat(line.text()).contains("contains itself"));
    }

    @Test
    void reflectedEntriesLetAnswersBack() {
        String config = """
                interface Gi0/0
                 ip access-group out out
                 ip access-group in in
                interface Gi0/1
                 ip address 192.168.10.1 255.255.255.0
                ip access-list extended out
                 permit tcp any any eq 443 reflect back
                 permit tcp any any eq 80
                ip access-list extended in
                 evaluate back
                """;
        Asked asked = Asked.of(new IosFormat().read(ConfigText.of("r.cfg", config)));
        assertThat(asked.tcp("Gi0/1", "192.168.10.5", "Gi0/0", "198.51.100.1", 443))
                .isEqualTo(ALLOWED);
        assertThat(asked.tcp("Gi0/1", "192.168.10.5", "Gi0/0", "198.51.100.1", 80))
                .isEqualTo(BLOCKED);
        assertThat(asked.tcp("Gi0/0", "198.51.100.1", "Gi0/1", "192.168.10.5", 443))
                .isEqualTo(BLOCKED);
    }

    @Test
    void aMaskThatTakesTooManyRangesLeavesItsRuleOpen() {
        String config = """
                interface Gi0/0
                 ip access-group a in
                ip access-list extended a
                 permit tcp 10.0.0.0 85.85.85.84 any eq 502
                """;
        Asked asked = Asked.of(new IosFormat().read(ConfigText.of("w.cfg", config)));
        assertThat(asked.tcp("Gi0/0", "10.0.0.4", "Gi0/1", "192.168.10.5", 502)).isEqualTo(OPEN);
        assertThat(asked.tcp("Gi0/0", "10.0.0.4", "Gi0/1", "192.168.10.5", 503)).isEqualTo(BLOCKED);
    }

    @Test
    void aLineThatIsNotUnderstoodLeavesEverythingOpen() {
        String config = LISTS.replace(" 50 permit udp any host 192.168.10.9 eq ntp\n", " 50 permit udp any where\n");
        Ruleset rules = new IosFormat().read(ConfigText.of("rt.cfg", config));
        assertThat(rules.unread()).anySatisfy(line -> {
            assertThat(line.decides()).isTrue();
            assertThat(line.at().display()).isEqualTo("rt.cfg:39");
        });
        assertThat(Asked.of(rules).tcp(IN, "10.10.2.7", OUT, "192.168.10.5", 502))
                .isEqualTo(OPEN);
    }
}
