package org.zonewright.intake.config.uci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.facts.policy.Answer.Verdict.ALLOWED;
import static org.zonewright.facts.policy.Answer.Verdict.BLOCKED;
import static org.zonewright.facts.policy.Answer.Verdict.OPEN;

import org.junit.jupiter.api.Test;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.facts.policy.Path;
import org.zonewright.facts.policy.PortSet;
import org.zonewright.facts.policy.Rule;
import org.zonewright.facts.policy.Ruleset;
import org.zonewright.facts.policy.Service;
import org.zonewright.facts.policy.Translation;
import org.zonewright.facts.policy.Unread;
import org.zonewright.intake.config.Asked;
import org.zonewright.intake.config.build.ConfigText;

/// The firewall of OpenWrt decides as it would: a zone's rules before its forwardings, redirects behind them, its own
/// policy, then the default.
class UciFormatTest {
    private static final String CONFIG = """
            package network

            config interface 'lan'
            	option device 'br-lan'
            	option ipaddr '10.10.0.1'
            	option netmask '255.255.0.0'

            config interface 'cell'
            	option ipaddr '192.168.10.1/24'

            package firewall

            config defaults
            	option input 'REJECT'
            	option output 'ACCEPT'
            	option forward 'REJECT' # in doubt, no

            config zone
            	option name 'office'
            	list network 'lan'
            	list network 'lan2'
            	option input 'ACCEPT'
            	option output 'ACCEPT'
            	option forward 'ACCEPT'

            config zone
            	option name 'cells'
            	option network 'cell cell2'
            	option input 'DROP'
            	option forward 'REJECT'

            config zone
            	option name "wan"
            	list network 'wan'
            	option masq '1'

            config forwarding
            	option src 'office'
            	option dest 'wan'

            config rule
            	option name 'engineering'
            	option src 'office'
            	option dest 'cells'
            	list src_ip '10.10.1.7'
            	list src_ip '10.10.2.0/24'
            	option dest_ip '192.168.10.0/28'
            	option dest_port '502 44818-44820'
            	option proto 'tcp'
            	option log '1'
            	option target 'ACCEPT'

            config rule
            	option name 'no telnet'
            	option src '*'
            	option dest '*'
            	option dest_port '23'
            	option target 'REJECT'

            config rule
            	option src 'office'
            	option dest 'wan'
            	option dest_ip '198.51.100.66'
            	option proto 'all'
            	option target 'DROP'

            config rule
            	option src 'wan'
            	option proto 'icmp'
            	option icmp_type 'echo-request'
            	option family 'ipv4'
            	option target 'ACCEPT'

            config rule
            	option src 'office'
            	option dest 'cells'
            	option src_mac '00:00:5e:00:53:01'
            	option dest_port '80'
            	option target 'ACCEPT'

            config rule
            	option enabled '0'
            	option src 'wan'
            	option dest 'cells'
            	option target 'ACCEPT'

            config redirect
            	option src 'wan'
            	option src_dport '8080'
            	option dest 'cells'
            	option dest_ip '192.168.10.80'
            	option dest_port '80'
            	option proto 'tcp'
            """;

    private static final Ruleset RULES = new UciFormat().read(ConfigText.of("firewall", CONFIG));
    private static final Asked THROUGH = Asked.of(RULES);

    @Test
    void zonesAndTheirNetworksAreRead() {
        assertThat(new UciFormat().recognises(CONFIG)).isTrue();
        assertThat(new UciFormat().recognises("config interface 'lan'\n\toption proto 'static'\n"))
                .isFalse();
        assertThat(RULES.unread()).isEmpty();
        assertThat(RULES.interfaces()).hasSize(5);
        assertThat(RULES.interfaces().getFirst().networks())
                .containsExactly(AddressSet.parse("10.10.0.0/16").orElseThrow());
        assertThat(RULES.interfaces().get(2).zone()).contains("cells");
    }

    @Test
    void rulesForwardingsAndPoliciesDecideInTheirOrder() {
        assertThat(THROUGH.tcp("lan", "10.10.2.9", "cell2", "192.168.10.15", 44819))
                .isEqualTo(ALLOWED);
        assertThat(THROUGH.tcp("lan2", "10.10.1.7", "cell", "192.168.10.15", 502))
                .isEqualTo(ALLOWED);
        assertThat(THROUGH.tcp("lan", "10.10.1.8", "cell", "192.168.10.15", 502))
                .isEqualTo(BLOCKED);
        assertThat(THROUGH.udp("lan", "10.10.1.7", "cell", "192.168.10.15", 502))
                .isEqualTo(BLOCKED);
        assertThat(THROUGH.tcp("lan", "10.10.1.7", "wan", "198.51.100.1", 443)).isEqualTo(ALLOWED);
        assertThat(THROUGH.tcp("lan", "10.10.1.7", "wan", "198.51.100.66", 443)).isEqualTo(BLOCKED);
        assertThat(THROUGH.tcp("lan", "10.10.1.7", "wan", "198.51.100.1", 23)).isEqualTo(BLOCKED);
    }

    @Test
    void aZonesPolicyIsForItsOwnNetworksAlone() {
        assertThat(THROUGH.tcp("lan", "10.10.1.7", "lan2", "10.20.0.1", 80)).isEqualTo(ALLOWED);
        assertThat(THROUGH.tcp("cell", "192.168.10.5", "cell2", "192.168.20.5", 80))
                .isEqualTo(BLOCKED);
        assertThat(THROUGH.tcp("wan", "198.51.100.1", "lan", "10.10.1.7", 80)).isEqualTo(BLOCKED);
    }

    @Test
    void aHardwareAddressLeavesItsRuleOpen() {
        assertThat(THROUGH.tcp("lan", "10.10.9.9", "cell", "192.168.10.5", 80)).isEqualTo(OPEN);
    }

    @Test
    void aRedirectTranslatesAndLetsIn() {
        assertThat(THROUGH.tcp("wan", "198.51.100.1", "cell", "192.168.10.80", 80))
                .isEqualTo(ALLOWED);
        assertThat(THROUGH.tcp("wan", "198.51.100.1", "cell", "192.168.10.80", 8080))
                .isEqualTo(BLOCKED);
        Translation redirect = RULES.translations().getFirst();
        assertThat(redirect.kind()).isEqualTo(Translation.Kind.DESTINATION);
        assertThat(redirect.port()).contains(PortSet.of(80));
        assertThat(RULES.translations().get(1).kind()).isEqualTo(Translation.Kind.SOURCE);
    }

    @Test
    void theDeviceHasRulesOfItsOwn() {
        Asked device = Asked.of(RULES, Path.TO_DEVICE);
        assertThat(device.tcp("lan", "10.10.1.7", "", "10.10.0.1", 22)).isEqualTo(ALLOWED);
        assertThat(device.tcp("cell", "192.168.10.5", "", "192.168.10.1", 22)).isEqualTo(BLOCKED);
        Service echo = Service.to(Service.ICMP, PortSet.of(8 * 256));
        assertThat(device.may("wan", "198.51.100.1", "", "203.0.113.1", echo)).isEqualTo(ALLOWED);
        assertThat(device.tcp("wan", "198.51.100.1", "", "203.0.113.1", 22)).isEqualTo(BLOCKED);
        assertThat(Asked.of(RULES, Path.FROM_DEVICE).tcp("", "10.10.0.1", "wan", "198.51.100.1", 443))
                .isEqualTo(ALLOWED);
    }

    @Test
    void namesLogsAndLinesStayWithTheirRule() {
        Rule rule = Asked.rules(RULES, "forward office").getFirst();
        assertThat(rule.comment()).contains("engineering");
        assertThat(rule.logged()).isTrue();
        assertThat(rule.at().display()).isEqualTo("firewall:41");
    }

    @Test
    void scriptsAndWordsThatAreNotKnownLeaveEverythingOpen() {
        Ruleset rules = new UciFormat().read(ConfigText.of("firewall", CONFIG + """
                config include
                	option path '/etc/firewall.user'
                config rule
                	option src 'wan'
                	option dest 'cells'
                	option dest_port 'many'
                	option target 'ACCEPT'
                config rule
                	option src 'wan'
                	option target 'TELEPORT'
                what is this
                """));
        assertThat(rules.unread()).hasSize(4).allMatch(Unread::decides);
        assertThat(Asked.of(rules).tcp("cell", "192.168.10.5", "wan", "198.51.100.1", 80))
                .isEqualTo(OPEN);
    }
}
