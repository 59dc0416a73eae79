package org.zonewright.intake.config.junos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.facts.policy.Answer.Verdict.ALLOWED;
import static org.zonewright.facts.policy.Answer.Verdict.BLOCKED;
import static org.zonewright.facts.policy.Answer.Verdict.OPEN;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.facts.policy.Path;
import org.zonewright.facts.policy.PolicyAlgebra;
import org.zonewright.facts.policy.PolicyTooComplex;
import org.zonewright.facts.policy.PortSet;
import org.zonewright.facts.policy.Rule;
import org.zonewright.facts.policy.Ruleset;
import org.zonewright.facts.policy.Translation;
import org.zonewright.facts.policy.Unread;
import org.zonewright.intake.config.Asked;
import org.zonewright.intake.config.build.ConfigText;

/// The configuration of an SRX decides as it would: policies of a pair of zones before those for all, books of a zone
/// before the global one; commands and braces say the same.
class JunosFormatTest {
    private static final String COMMANDS = """
            set version 21.4R3
            set system host-name srx-plant
            set interfaces ge-0/0/0 unit 0 description "to the office"
            set interfaces ge-0/0/0 unit 0 family inet address 10.10.0.1/16
            set interfaces ge-0/0/1 unit 0 family inet address 192.168.10.1/24
            set interfaces ge-0/0/2 unit 7 family inet address 192.168.20.1/24
            set routing-options static route 192.168.40.0/24 next-hop 192.168.10.254
            set routing-options static route 0.0.0.0/0 next-hop 10.10.0.254
            set security zones security-zone office interfaces ge-0/0/0.0
            set security zones security-zone office host-inbound-traffic system-services ssh
            set security zones security-zone office address-book address eng 10.10.1.0/24
            set security zones security-zone cells interfaces ge-0/0/1.0 host-inbound-traffic system-services ping
            set security zones security-zone cells interfaces ge-0/0/2.7
            set security address-book global address plc-5 192.168.10.5/32
            set security address-book global address plcs range-address 192.168.10.16 to 192.168.10.19
            set security address-book global address vendor dns-name support.example.net
            set security address-book global address-set control address plc-5
            set security address-book global address-set control address-set more
            set security address-book global address-set more address plcs
            set security address-book lab address eng 10.10.9.0/24
            set security address-book lab attach zone cells
            set applications application modbus protocol tcp
            set applications application modbus destination-port 502
            set applications application cip term a protocol tcp
            set applications application cip term a destination-port 44818-44820
            set applications application cip term b protocol udp
            set applications application cip term b source-port 1024-65535
            set applications application cip term b destination-port 2222
            set applications application-set control application modbus
            set applications application-set control application cip
            set security policies from-zone office to-zone cells policy engineering match source-address eng
            set security policies from-zone office to-zone cells policy engineering match destination-address control
            set security policies from-zone office to-zone cells policy engineering match application control
            set security policies from-zone office to-zone cells policy engineering then permit
            set security policies from-zone office to-zone cells policy engineering then log session-init
            set security policies from-zone office to-zone cells policy engineering description "asked for"
            set security policies from-zone office to-zone cells policy people match source-address any
            set security policies from-zone office to-zone cells policy people match destination-address plc-5
            set security policies from-zone office to-zone cells policy people match application junos-ssh
            set security policies from-zone office to-zone cells policy people match source-identity technician
            set security policies from-zone office to-zone cells policy people then permit
            set security policies from-zone office to-zone cells policy off match source-address any
            set security policies from-zone office to-zone cells policy off match destination-address any
            set security policies from-zone office to-zone cells policy off match application any
            set security policies from-zone office to-zone cells policy off then permit
            set security policies from-zone office to-zone cells policy no match source-address any
            set security policies from-zone office to-zone cells policy no match destination-address any
            set security policies from-zone office to-zone cells policy no match application junos-telnet
            set security policies from-zone office to-zone cells policy no then deny
            set security policies from-zone cells to-zone office policy lab match source-address eng
            set security policies from-zone cells to-zone office policy lab match destination-address any-ipv4
            set security policies from-zone cells to-zone office policy lab match destination-address-excluded
            set security policies from-zone cells to-zone office policy lab match application junos-https
            set security policies from-zone cells to-zone office policy lab then permit
            set security policies global policy all match source-address any
            set security policies global policy all match destination-address plc-5
            set security policies global policy all match application junos-telnet
            set security policies global policy all match application junos-http
            set security policies global policy all then permit
            set security policies global policy out match from-zone cells
            set security policies global policy out match to-zone office
            set security policies global policy out match source-address any
            set security policies global policy out match destination-address vendor
            set security policies global policy out match application junos-https
            set security policies global policy out then permit
            set security nat destination pool web address 192.168.10.80/32
            set security nat destination pool web address port 80
            set security nat destination rule-set in from zone office
            set security nat destination rule-set in rule r1 match destination-address 10.10.200.1/32
            set security nat destination rule-set in rule r1 match destination-port 8080
            set security nat destination rule-set in rule r1 then destination-nat pool web
            set security nat static rule-set st from zone office
            set security nat static rule-set st rule r2 match destination-address 10.10.200.5/32
            set security nat static rule-set st rule r2 then static-nat prefix 192.168.10.5/32
            set security nat source rule-set out from zone cells
            set security nat source rule-set out to zone office
            set security nat source rule-set out rule r3 match source-address 192.168.0.0/16
            set security nat source rule-set out rule r3 then source-nat interface
            deactivate security policies from-zone office to-zone cells policy off
            """;

    private static final Ruleset RULES = new JunosFormat().read(ConfigText.of("srx.set", COMMANDS));
    private static final Asked THROUGH = Asked.of(RULES);
    private static final String OFFICE = "ge-0/0/0.0";
    private static final String CELL = "ge-0/0/1.0";

    @Test
    void theDeviceItsZonesAndItsNetworksAreRead() {
        assertThat(new JunosFormat().recognises(COMMANDS)).isTrue();
        assertThat(RULES.device()).isEqualTo("srx-plant");
        assertThat(RULES.unread()).isEmpty();
        assertThat(RULES.interfaces().getFirst().zone()).contains("office");
        assertThat(RULES.interfaces().getFirst().description()).contains("to the office");
        assertThat(RULES.interfaces().get(1).networks())
                .containsExactly(
                        AddressSet.parse("192.168.10.0/24").orElseThrow(),
                        AddressSet.parse("192.168.40.0/24").orElseThrow());
    }

    @Test
    void setsOfAddressesAndApplicationsDecide() {
        assertThat(THROUGH.tcp(OFFICE, "10.10.1.7", CELL, "192.168.10.5", 502)).isEqualTo(ALLOWED);
        assertThat(THROUGH.tcp(OFFICE, "10.10.1.7", "ge-0/0/2.7", "192.168.10.19", 44819))
                .isEqualTo(ALLOWED);
        assertThat(THROUGH.tcp(OFFICE, "10.10.1.7", CELL, "192.168.10.20", 502)).isEqualTo(BLOCKED);
        assertThat(THROUGH.tcp(OFFICE, "10.10.2.7", CELL, "192.168.10.5", 502)).isEqualTo(BLOCKED);
        assertThat(THROUGH.tcp(OFFICE, "10.10.2.7", CELL, "192.168.10.99", 81)).isEqualTo(BLOCKED);
    }

    @Test
    void aZonesOwnBookComesFirst() {
        assertThat(Asked.rules(RULES, "from-zone cells to-zone office")
                        .getFirst()
                        .match()
                        .source())
                .isEqualTo(AddressSet.parse("10.10.9.0/24").orElseThrow());
    }

    @Test
    void policiesForAllComeBehindThoseOfThePairAndTheDefaultBehindBoth() {
        assertThat(THROUGH.tcp(OFFICE, "10.10.2.7", CELL, "192.168.10.5", 23)).isEqualTo(BLOCKED);
        assertThat(THROUGH.tcp(OFFICE, "10.10.2.7", CELL, "192.168.10.5", 80)).isEqualTo(ALLOWED);
        assertThat(THROUGH.tcp(CELL, "192.168.10.9", CELL, "192.168.10.5", 23)).isEqualTo(ALLOWED);
        assertThat(THROUGH.tcp(CELL, "192.168.10.9", "ge-0/0/9.0", "192.168.10.5", 23))
                .isEqualTo(BLOCKED);
        String permitting = COMMANDS + "set security policies default-policy permit-all\n";
        Asked asked = Asked.of(new JunosFormat().read(ConfigText.of("srx.set", permitting)));
        assertThat(asked.tcp(OFFICE, "10.10.2.7", CELL, "192.168.10.99", 81)).isEqualTo(ALLOWED);
    }

    @Test
    void peopleAndHostNamesLeaveAPolicyOpen() {
        assertThat(THROUGH.tcp(OFFICE, "10.10.2.7", CELL, "192.168.10.5", 22)).isEqualTo(OPEN);
        assertThat(THROUGH.tcp(CELL, "192.168.10.5", OFFICE, "198.51.100.7", 443))
                .isEqualTo(OPEN);
        assertThat(THROUGH.tcp(CELL, "192.168.10.5", OFFICE, "198.51.100.7", 80))
                .isEqualTo(BLOCKED);
    }

    @Test
    void whatReachesTheDeviceIsSaidByZoneOrByInterface() {
        Asked device = Asked.of(RULES, Path.TO_DEVICE);
        assertThat(device.tcp(OFFICE, "10.10.1.7", "", "10.10.0.1", 22)).isEqualTo(ALLOWED);
        assertThat(device.tcp(OFFICE, "10.10.1.7", "", "10.10.0.1", 23)).isEqualTo(BLOCKED);
        assertThat(device.tcp(CELL, "192.168.10.5", "", "192.168.10.1", 22)).isEqualTo(BLOCKED);
    }

    @Test
    void translationsAreRead() {
        assertThat(RULES.translations())
                .extracting(Translation::kind)
                .containsExactly(
                        Translation.Kind.DESTINATION,
                        Translation.Kind.SOURCE,
                        Translation.Kind.DESTINATION,
                        Translation.Kind.SOURCE);
        Translation web = RULES.translations().get(2);
        assertThat(web.to()).contains(AddressSet.parse("192.168.10.80").orElseThrow());
        assertThat(web.port()).contains(PortSet.of(80));
    }

    @Test
    void logsWordsAndLinesStayWithTheirPolicy() {
        Rule rule = Asked.rules(RULES, "from-zone office to-zone cells").getFirst();
        assertThat(rule.id()).isEqualTo("engineering");
        assertThat(rule.logged()).isTrue();
        assertThat(rule.comment()).contains("asked for");
        assertThat(rule.at().display()).isEqualTo("srx.set:31");
    }

    @Test
    void bracesSayTheSameAsCommands() throws PolicyTooComplex {
        String braces = """
                ## Last commit: 2026-03-05 14:07:09 UTC by admin
                version 21.4R3;
                system {
                    host-name srx-two;
                }
                security {
                    address-book {
                        global {
                            address plc-5 192.168.10.5/32;
                            /* one that is
                               gone */
                            inactive: address gone 192.168.10.6/32;
                        }
                    }
                    policies {
                        from-zone office to-zone cells {
                            policy control {
                                match {
                                    source-address any;
                                    destination-address plc-5;
                                    application [ junos-http junos-https ];
                                }
                                then {
                                    permit;
                                }
                            }
                            inactive: policy everything {
                                match {
                                    source-address any;
                                    destination-address any;
                                    application any;
                                }
                                then {
                                    permit;
                                }
                            }
                        }
                    }
                    zones {
                        security-zone office {
                            interfaces {
                                ge-0/0/0.0;
                            }
                        }
                        security-zone cells {
                            interfaces {
                                ge-0/0/1.0 {
                                    host-inbound-traffic {
                                        system-services {
                                            ping;
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
                """;
        String commands = """
                set security zones security-zone office interfaces ge-0/0/0.0
                set security zones security-zone cells interfaces ge-0/0/1.0
                set security address-book global address plc-5 192.168.10.5/32
                set security policies from-zone office to-zone cells policy control match source-address any
                set security policies from-zone office to-zone cells policy control match destination-address plc-5
                set security policies from-zone office to-zone cells policy control match application junos-http
                set security policies from-zone office to-zone cells policy control match application junos-https
                set security policies from-zone office to-zone cells policy control then permit
                """;
        assertThat(new JunosFormat().recognises(braces)).isTrue();
        Ruleset one = new JunosFormat().read(ConfigText.of("srx.conf", braces));
        Ruleset two = new JunosFormat().read(ConfigText.of("srx.set", commands));
        assertThat(one.unread()).isEmpty();
        assertThat(one.device()).isEqualTo("srx-two");
        assertThat(one.taken()).contains(Instant.parse("2026-03-05T14:07:09Z"));
        assertThat(PolicyAlgebra.compare(one, two).gained()).isEmpty();
        assertThat(PolicyAlgebra.compare(one, two).lost()).isEmpty();
        assertThat(Asked.of(one).tcp(OFFICE, "10.10.2.7", CELL, "192.168.10.5", 443))
                .isEqualTo(ALLOWED);
        assertThat(Asked.of(one).tcp(OFFICE, "10.10.2.7", CELL, "192.168.10.5", 22))
                .isEqualTo(BLOCKED);
    }

    @Test
    void whatIsNotFollowedLeavesEverythingOpen() {
        Ruleset rules = new JunosFormat().read(ConfigText.of("srx.set", COMMANDS + """
                        set interfaces ge-0/0/0 unit 0 family inet filter input strict
                        set logical-systems other security zones security-zone a
                        delete security policies
                        """));
        assertThat(rules.unread()).hasSize(3).allMatch(Unread::decides);
        String self = COMMANDS + "set security address-book global address-set more address-set control\n";
        assertThat(new JunosFormat().read(ConfigText.of("srx.set", self)).unread())
                .singleElement()
                .satisfies(line -> assertThat(line.text()).contains("contains itself"));
    }

    @Test
    void bracesThatBreakOffOrNestTooDeepAreSaid() {
        String cut = "security {\n policies {\n  from-zone a to-zone b {\n";
        assertThat(new JunosFormat().read(ConfigText.of("c", cut)).unread()).anyMatch(Unread::decides);
        String deep = "security {\n policies {\n" + "a {\n".repeat(5000) + "}\n".repeat(5002);
        assertThat(new JunosFormat().read(ConfigText.of("c", deep)).unread()).anyMatch(Unread::decides);
    }
}
