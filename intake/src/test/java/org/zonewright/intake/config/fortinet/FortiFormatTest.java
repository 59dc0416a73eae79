package org.zonewright.intake.config.fortinet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.facts.policy.Answer.Verdict.ALLOWED;
import static org.zonewright.facts.policy.Answer.Verdict.BLOCKED;
import static org.zonewright.facts.policy.Answer.Verdict.OPEN;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.facts.policy.Answer;
import org.zonewright.facts.policy.Path;
import org.zonewright.facts.policy.PortSet;
import org.zonewright.facts.policy.Rule;
import org.zonewright.facts.policy.Ruleset;
import org.zonewright.facts.policy.Service;
import org.zonewright.facts.policy.Translation;
import org.zonewright.facts.policy.Unread;
import org.zonewright.intake.config.Asked;
import org.zonewright.intake.config.build.ConfigText;

/// Policies of a FortiGate decide in their order, between interfaces and zones, on what groups, negations and virtual
/// addresses really stand for; virtual domains are apart.
class FortiFormatTest {
    private static final String CONFIG = """
            #config-version=FGT60F-7.2.5-FW-build1517-230606:opmode=0:vdom=0:user=admin
            config system global
                set hostname "fw-water"
                set admin-sport 8443
            end
            config system interface
                edit "office"
                    set vdom "root"
                    set ip 10.10.0.1 255.255.0.0
                    set allowaccess ping https
                    set alias "the offices"
                next
                edit "cell1"
                    set ip 192.168.10.1 255.255.255.0
                next
                edit "cell2"
                    set ip 192.168.20.1 255.255.255.0
                    config ipv6
                        set ip6-address 2001:db8:20::1/64
                    end
                next
                edit "wan"
                    set ip 203.0.113.1 255.255.255.0
                next
            end
            config system zone
                edit "cells"
                    set intrazone allow
                    set interface "cell1" "cell2"
                next
            end
            config firewall address
                edit "all"
                next
                edit "eng"
                    set subnet 10.10.1.0 255.255.255.0
                next
                edit "bad-one"
                    set subnet 10.10.1.66 255.255.255.255
                next
                edit "plcs"
                    set type iprange
                    set start-ip 192.168.10.5
                    set end-ip 192.168.10.9
                next
                edit "vendor"
                    set type fqdn
                    set fqdn "vendor.example.net"
                next
                edit "odd"
                    set type wildcard
                    set wildcard 10.10.0.7 255.255.0.255
                next
            end
            config firewall addrgrp
                edit "allowed"
                    set member "eng" "more"
                    set exclude enable
                    set exclude-member "bad-one"
                next
                edit "more"
                    set member "odd"
                next
            end
            config firewall service custom
                edit "modbus"
                    set tcp-portrange 502
                next
                edit "s7"
                    set tcp-portrange 102:1024-65535
                    set udp-portrange 4000-4010
                next
                edit "echo"
                    set protocol ICMP
                    set icmptype 8
                    unset icmpcode
                next
            end
            config firewall service group
                edit "control"
                    set member "modbus" "s7"
                next
            end
            config firewall vip
                edit "web-in"
                    set extip 203.0.113.10
                    set mappedip "192.168.10.80"
                    set extintf "wan"
                    set portforward enable
                    set extport 8080
                    set mappedport 80
                next
                edit "whole"
                    set extip 203.0.113.11
                    set mappedip "192.168.10.81"
                    set extintf "any"
                next
            end
            config firewall policy
                edit 7
                    set name "engineering"
                    set uuid 00000000-0000-51e0-0000-000000000000
                    set srcintf "office"
                    set dstintf "cells"
                    set action accept
                    set srcaddr "allowed"
                    set dstaddr "plcs"
                    set schedule "always"
                    set service "control"
                    set logtraffic all
                    set comments "asked for by \\"maintenance\\",
            second line"
                next
                edit 3
                    set srcintf "office"
                    set dstintf "cell1"
                    set srcaddr "all"
                    set dstaddr "plcs"
                    set schedule "always"
                    set service "modbus"
                next
                edit 4
                    set status disable
                    set srcintf "any"
                    set dstintf "any"
                    set action accept
                    set srcaddr "all"
                    set dstaddr "all"
                    set schedule "always"
                    set service "ALL"
                next
                edit 5
                    set srcintf "office"
                    set dstintf "cell1"
                    set action accept
                    set srcaddr "all"
                    set dstaddr "all"
                    set dstaddr-negate enable
                    set schedule "always"
                    set service "ALL"
                next
                edit 6
                    set srcintf "office"
                    set dstintf "cell1"
                    set action accept
                    set srcaddr "eng"
                    set srcaddr-negate enable
                    set dstaddr "all"
                    set schedule "always"
                    set service "HTTPS"
                    set groups "technicians"
                next
                edit 8
                    set srcintf "office"
                    set dstintf "wan"
                    set action accept
                    set srcaddr "all"
                    set dstaddr "vendor"
                    set schedule "working-hours"
                    set service "HTTPS"
                    set nat enable
                next
                edit 9
                    set srcintf "wan"
                    set dstintf "cell1"
                    set action accept
                    set srcaddr "all"
                    set dstaddr "web-in" "whole"
                    set schedule "always"
                    set service "HTTP" "modbus"
                next
                edit 10
                    set srcintf "office"
                    set dstintf "cell2"
                    set action accept
                    set srcaddr "eng"
                    set dstaddr "all"
                    set srcaddr6 "all"
                    set dstaddr6 "all"
                    set schedule "always"
                    set service "echo"
                next
            end
            """;

    private static final Ruleset RULES = new FortiFormat().read(ConfigText.of("fgt.conf", CONFIG));

    private static Answer.Verdict tcp(String in, String source, String out, String destination, int port) {
        return Asked.of(RULES).tcp(in, source, out, destination, port);
    }

    @Test
    void everyLineIsUnderstood() {
        assertThat(new FortiFormat().recognises(CONFIG)).isTrue();
        assertThat(RULES.unread()).isEmpty();
        assertThat(RULES.device()).isEqualTo("fw-water");
        assertThat(RULES.interfaces().get(1).zone()).contains("cells");
        assertThat(RULES.interfaces().get(2).networks())
                .containsExactly(
                        AddressSet.parse("192.168.20.0/24").orElseThrow(),
                        AddressSet.parse("2001:db8:20::/64").orElseThrow());
    }

    @Test
    void groupsWithExclusionsAndZonesDecide() {
        assertThat(tcp("office", "10.10.1.7", "cell1", "192.168.10.5", 502)).isEqualTo(ALLOWED);
        assertThat(tcp("office", "10.10.99.7", "cell2", "192.168.10.5", 502)).isEqualTo(ALLOWED);
        assertThat(tcp("office", "10.10.1.66", "cell1", "192.168.10.5", 502)).isEqualTo(BLOCKED);
        assertThat(tcp("office", "10.10.2.8", "cell1", "192.168.10.5", 502)).isEqualTo(BLOCKED);
        assertThat(tcp("office", "10.10.1.7", "cell1", "192.168.10.10", 502)).isEqualTo(BLOCKED);
        assertThat(tcp("cell1", "192.168.10.5", "cell2", "192.168.20.5", 22)).isEqualTo(ALLOWED);
        assertThat(tcp("cell1", "192.168.10.5", "office", "10.10.1.7", 22)).isEqualTo(BLOCKED);
    }

    @Test
    void servicesHaveSourcePortsAndTypes() {
        assertThat(tcp("office", "10.10.1.7", "cell1", "192.168.10.5", 102)).isEqualTo(Answer.Verdict.PARTLY);
        assertThat(Asked.of(RULES).udp("office", "10.10.1.7", "cell1", "192.168.10.5", 4010))
                .isEqualTo(ALLOWED);
    }

    @Test
    void aPolicyThatIsSwitchedOffAndANegationOfEverythingMatchNothing() {
        assertThat(tcp("office", "10.10.9.9", "cell1", "192.168.10.99", 22)).isEqualTo(BLOCKED);
        List<Rule> policies = Asked.rules(RULES, "policy");
        assertThat(policies.stream().filter(rule -> rule.id().equals("4")).map(Rule::enabled))
                .containsExactly(false);
    }

    @Test
    void peopleSchedulesAndHostNamesLeaveAPolicyOpen() {
        assertThat(tcp("office", "10.10.9.9", "cell1", "192.168.10.99", 443)).isEqualTo(OPEN);
        assertThat(tcp("office", "10.10.1.9", "cell1", "192.168.10.99", 443)).isEqualTo(BLOCKED);
        assertThat(tcp("office", "10.10.1.9", "wan", "198.51.100.7", 443)).isEqualTo(OPEN);
        assertThat(Asked.rules(RULES, "policy"))
                .anySatisfy(rule ->
                        assertThat(rule.match().open()).containsExactly("schedule working-hours", "fqdn vendor"));
    }

    @Test
    void aVirtualAddressStandsForWhatIsBehindItAndItsPortAlone() {
        assertThat(tcp("wan", "198.51.100.7", "cell1", "192.168.10.80", 80)).isEqualTo(ALLOWED);
        assertThat(tcp("wan", "198.51.100.7", "cell1", "192.168.10.80", 502)).isEqualTo(BLOCKED);
        assertThat(tcp("wan", "198.51.100.7", "cell1", "192.168.10.81", 502)).isEqualTo(ALLOWED);
        Translation web = RULES.translations().stream()
                .filter(one -> one.id().equals("vip web-in"))
                .findFirst()
                .orElseThrow();
        assertThat(web.kind()).isEqualTo(Translation.Kind.DESTINATION);
        assertThat(web.match().destination())
                .isEqualTo(AddressSet.parse("203.0.113.10").orElseThrow());
        assertThat(web.port().orElseThrow().toString()).isEqualTo("80");
        assertThat(RULES.translations()).extracting(Translation::kind).contains(Translation.Kind.SOURCE);
    }

    @Test
    void bothFamiliesOfAPolicyAreApart() {
        assertThat(Asked.of(RULES).may("office", "2001:db8::1", "cell2", "2001:db8:20::5", echo()))
                .isEqualTo(ALLOWED);
        assertThat(Asked.of(RULES).may("office", "10.10.9.9", "cell2", "192.168.20.5", echo()))
                .isEqualTo(BLOCKED);
    }

    private static Service echo() {
        return Service.to(1, PortSet.of(8 * 256));
    }

    @Test
    void namesAndCommentsOverSeveralLinesStayWithTheirPolicy() {
        Rule first = Asked.rules(RULES, "policy").get(1);
        assertThat(first.id()).isEqualTo("7");
        assertThat(first.comment()).contains("engineering");
        assertThat(first.logged()).isTrue();
        assertThat(first.at().display()).isEqualTo("fgt.conf:100");
    }

    @Test
    void whoMayAdministerTheDeviceIsRead() {
        Asked device = Asked.of(RULES, Path.TO_DEVICE);
        assertThat(device.tcp("office", "10.10.1.7", "", "10.10.0.1", 8443)).isEqualTo(ALLOWED);
        assertThat(device.tcp("cell1", "192.168.10.5", "", "10.10.0.1", 8443)).isEqualTo(BLOCKED);
        assertThat(device.tcp("office", "10.10.1.7", "", "10.10.0.1", 22)).isEqualTo(BLOCKED);
        assertThat(device.udp("office", "10.10.1.7", "", "10.10.0.1", 500)).isEqualTo(OPEN);
    }

    @Test
    void virtualDomainsAreApart() {
        String config = """
                config vdom
                edit root
                next
                edit plant
                next
                end
                config global
                config system interface
                edit "a"
                set vdom "root"
                next
                edit "b"
                set vdom "plant"
                next
                edit "c"
                set vdom "plant"
                next
                end
                end
                config vdom
                edit root
                config firewall policy
                edit 1
                set srcintf "any"
                set dstintf "any"
                set action accept
                set srcaddr "all"
                set dstaddr "all"
                set service "SSH"
                set schedule "always"
                next
                end
                next
                edit plant
                config firewall policy
                edit 1
                set srcintf "b"
                set dstintf "c"
                set action accept
                set srcaddr "all"
                set dstaddr "all"
                set service "ALL"
                set schedule "always"
                next
                end
                next
                end
                """;
        Ruleset rules = new FortiFormat().read(ConfigText.of("v.conf", config));
        assertThat(rules.unread()).isEmpty();
        Asked asked = Asked.of(rules);
        assertThat(asked.tcp("b", "10.0.0.1", "c", "10.0.1.1", 80)).isEqualTo(ALLOWED);
        assertThat(asked.tcp("a", "10.0.0.1", "c", "10.0.1.1", 80)).isEqualTo(BLOCKED);
        assertThat(asked.tcp("a", "10.0.0.1", "c", "10.0.1.1", 22)).isEqualTo(ALLOWED);
    }

    @Test
    void whatIsNotUnderstoodIsSaidAndASettingThatIsNotKnownLeavesItsPolicyOpen() {
        String config = CONFIG.replace("    edit 3\n", "    edit 3\n        set moon-phase full\n")
                + "config firewall acl\nedit 1\nset status enable\nnext\nend\nfrobnicate\n";
        Ruleset rules = new FortiFormat().read(ConfigText.of("fgt.conf", config));
        assertThat(rules.unread()).extracting(Unread::text).containsExactly("frobnicate", "config firewall acl");
        assertThat(rules.unread()).extracting(Unread::decides).containsOnly(true);
        Optional<Rule> third = Asked.rules(rules, "policy").stream()
                .filter(rule -> rule.id().equals("3"))
                .findFirst();
        assertThat(third.orElseThrow().match().open()).containsExactly("moon-phase full");
    }

    @Test
    void aGroupThatContainsItselfAndAFileThatBreaksOffAreSaid() {
        String self = CONFIG.replace("set member \"odd\"", "set member \"odd\" \"allowed\"");
        assertThat(new FortiFormat().read(ConfigText.of("f", self)).unread())
                .anySatisfy(line -> assertThat(line.text()).contains("contains itself"));
        String cut = CONFIG.substring(0, CONFIG.indexOf("edit 5"));
        assertThat(new FortiFormat().read(ConfigText.of("f", cut)).unread()).anySatisfy(line -> {
            assertThat(line.text()).startsWith("the file ends within");
            assertThat(line.decides()).isTrue();
        });
    }
}
