package org.zonewright.intake.config.routeros;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.facts.policy.Answer.Verdict.ALLOWED;
import static org.zonewright.facts.policy.Answer.Verdict.BLOCKED;
import static org.zonewright.facts.policy.Answer.Verdict.OPEN;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zonewright.facts.policy.Action;
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

/// An export of RouterOS decides as the router would: chains that jump, lists of addresses and interfaces, negations;
/// a packet that no rule decides is accepted.
class RouterFormatTest {
    private static final String EXPORT = """
            # mar/05/2026 14:07:09 by RouterOS 6.49.10
            # software id = 0000-0000
            /interface ethernet
            set [ find default-name=ether1 ] comment="to the \\"office\\"" name=ether1
            /interface list
            add name=WAN
            add name=CELLS
            add include=WAN,CELLS name=BOTH
            add exclude=WAN include=all name=ODD
            /interface list member
            add interface=ether1 list=WAN
            add interface=ether2 list=CELLS
            add disabled=yes interface=ether3 list=CELLS
            /ip address
            add address=203.0.113.2/24 interface=ether1 network=203.0.113.0
            add address=192.168.10.1/24 interface=ether2 network=192.168.10.0
            /ip firewall address-list
            add address=10.10.1.7 list=eng
            add address=10.10.2.0/24 comment="second, floor" list=eng
            add address=10.10.3.1-10.10.3.9 disabled=yes list=eng
            add address=vendor.example.net list=vendor
            /ip firewall filter
            add action=accept chain=forward comment="answers" \\
                connection-state=established,related,untracked
            add action=drop chain=forward connection-state=invalid
            add action=jump chain=forward dst-address=192.168.10.0/24 jump-target=\\
                cells log=yes protocol=tcp
            add action=accept chain=forward in-interface-list=CELLS out-interface-list=!WAN
            add chain=forward icmp-options=8:0 protocol=icmp
            add action=drop chain=forward disabled=yes
            add action=accept chain=forward dst-address-list=vendor dst-port=443 protocol=tcp
            add action=accept chain=forward dst-address=192.168.10.90 layer7-protocol=web protocol=tcp
            add action=drop chain=forward connection-nat-state=!dstnat connection-state=new in-interface-list=WAN
            add action=drop chain=forward in-interface=ether5
            add action=accept chain=cells dst-port=502,44818-44820 src-address-list=eng
            add action=return chain=cells dst-port=80
            add action=reject chain=cells reject-with=tcp-reset src-address=!10.20.0.0/16
            add action=accept chain=input in-interface=!ether1
            add action=drop chain=input
            /ip firewall nat
            add action=masquerade chain=srcnat out-interface-list=WAN
            add action=dst-nat chain=dstnat dst-address=203.0.113.2 dst-port=8080 in-interface=ether1 protocol=tcp \\
                to-addresses=192.168.10.80 to-ports=80
            /ipv6 firewall filter
            add action=drop chain=forward dst-port=23 protocol=tcp
            /system identity
            set name=rb-plant
            """;

    private static final Ruleset RULES = new RouterFormat().read(ConfigText.of("rb.rsc", EXPORT));
    private static final Asked THROUGH = Asked.of(RULES);

    @Test
    void theDeviceItsTimeAndItsInterfacesAreRead() {
        assertThat(new RouterFormat().recognises(EXPORT)).isTrue();
        assertThat(RULES.device()).isEqualTo("rb-plant");
        assertThat(RULES.taken()).contains(Instant.parse("2026-03-05T14:07:09Z"));
        String newer = EXPORT.replace("mar/05/2026", "2026-03-06");
        assertThat(new RouterFormat().read(ConfigText.of("rb.rsc", newer)).taken())
                .contains(Instant.parse("2026-03-06T14:07:09Z"));
        assertThat(RULES.unread()).isEmpty();
        assertThat(RULES.interfaces().getFirst().zone()).contains("WAN");
        assertThat(RULES.interfaces().getFirst().description()).contains("to the \"office\"");
    }

    @Test
    void chainsAreCalledAndComeBack() {
        assertThat(THROUGH.tcp("ether9", "10.10.1.7", "ether2", "192.168.10.5", 44819))
                .isEqualTo(ALLOWED);
        assertThat(THROUGH.tcp("ether9", "10.10.2.99", "ether2", "192.168.10.5", 502))
                .isEqualTo(ALLOWED);
        assertThat(THROUGH.tcp("ether9", "10.10.3.5", "ether2", "192.168.10.5", 502))
                .isEqualTo(BLOCKED);
        assertThat(THROUGH.tcp("ether9", "10.20.3.5", "ether2", "192.168.10.5", 502))
                .isEqualTo(ALLOWED);
        assertThat(THROUGH.tcp("ether9", "10.10.3.5", "ether2", "192.168.10.5", 80))
                .isEqualTo(ALLOWED);
        assertThat(THROUGH.tcp("ether5", "10.10.3.5", "ether2", "192.168.10.5", 80))
                .isEqualTo(BLOCKED);
    }

    @Test
    void listsOfInterfacesAndTheirNegationDecide() {
        assertThat(THROUGH.tcp("ether2", "192.168.10.5", "ether5", "172.16.0.1", 22))
                .isEqualTo(ALLOWED);
        assertThat(THROUGH.udp("ether5", "172.16.0.1", "ether2", "192.168.10.5", 22))
                .isEqualTo(BLOCKED);
        assertThat(THROUGH.udp("ether1", "198.51.100.1", "ether2", "192.168.10.5", 22))
                .isEqualTo(BLOCKED);
    }

    @Test
    void whatIsTranslatedInwardsIsNotKeptOutAsStrange() {
        assertThat(THROUGH.tcp("ether1", "198.51.100.1", "ether2", "192.168.10.80", 80))
                .isEqualTo(ALLOWED);
        assertThat(THROUGH.tcp("ether1", "198.51.100.1", "ether2", "192.168.10.81", 80))
                .isEqualTo(BLOCKED);
    }

    @Test
    void hostNamesAndOtherConditionsLeaveARuleOpen() {
        assertThat(THROUGH.tcp("ether5", "10.10.3.5", "ether1", "198.51.100.7", 443))
                .isEqualTo(OPEN);
        assertThat(THROUGH.tcp("ether5", "10.20.0.1", "ether2", "192.168.10.90", 8443))
                .isEqualTo(OPEN);
        Service echo = Service.to(Service.ICMP, PortSet.of(8 * 256));
        assertThat(THROUGH.may("ether5", "10.20.0.1", "ether2", "192.168.10.90", echo))
                .isEqualTo(ALLOWED);
    }

    @Test
    void theFamiliesHaveRulesOfTheirOwn() {
        assertThat(THROUGH.tcp("ether5", "2001:db8::1", "ether2", "2001:db8::2", 23))
                .isEqualTo(BLOCKED);
        assertThat(THROUGH.tcp("ether5", "2001:db8::1", "ether2", "2001:db8::2", 22))
                .isEqualTo(ALLOWED);
    }

    @Test
    void theDeviceIsJudgedByItsOwnChain() {
        Asked device = Asked.of(RULES, Path.TO_DEVICE);
        assertThat(device.tcp("ether1", "198.51.100.1", "", "203.0.113.2", 22)).isEqualTo(BLOCKED);
        assertThat(device.tcp("ether2", "192.168.10.5", "", "192.168.10.1", 22)).isEqualTo(ALLOWED);
        assertThat(Asked.of(RULES, Path.FROM_DEVICE).tcp("", "203.0.113.2", "", "198.51.100.1", 22))
                .isEqualTo(ALLOWED);
    }

    @Test
    void aLineIsCarriedOnAndKeepsTheNumberOfItsBeginning() {
        List<Rule> forward = Asked.rules(RULES, "ip filter forward");
        assertThat(forward.getFirst().comment()).contains("answers");
        assertThat(forward.get(2).action()).isEqualTo(new Action.Jump("ip filter cells"));
        assertThat(forward.get(2).logged()).isTrue();
        assertThat(forward.get(2).at().display()).isEqualTo("rb.rsc:26");
        assertThat(forward.get(5).enabled()).isFalse();
    }

    @Test
    void translationsAreRead() {
        assertThat(RULES.translations())
                .extracting(Translation::kind)
                .containsExactly(Translation.Kind.SOURCE, Translation.Kind.DESTINATION);
        assertThat(RULES.translations().getFirst().to()).isEmpty();
        assertThat(RULES.translations().get(1).to())
                .contains(AddressSet.parse("192.168.10.80").orElseThrow());
        assertThat(RULES.translations().get(1).port()).contains(PortSet.of(80));
    }

    @Test
    void anActionThatIsNotKnownLeavesEverythingOpen() {
        Ruleset rules = new RouterFormat().read(ConfigText.of("rb.rsc", """
                /ip firewall filter
                add action=teleport chain=forward
                /ip firewall filter add chain=forward action=drop
                /interface bridge filter
                add action=drop chain=forward
                """));
        assertThat(rules.unread()).extracting(Unread::decides).containsExactly(true, true);
        assertThat(Asked.rules(rules, "ip filter forward")).hasSize(1);
        assertThat(Asked.of(rules).tcp("a", "10.0.0.1", "b", "10.0.0.2", 1)).isEqualTo(OPEN);
    }

    @Test
    void anInterfaceListThatContainsItselfIsSaid() {
        Ruleset rules = new RouterFormat().read(ConfigText.of("rb.rsc", """
                /interface list
                add include=B name=A
                add include=A name=B
                /ip firewall filter
                add action=drop chain=forward in-interface-list=A
                """));
        assertThat(rules.unread()).isNotEmpty().allMatch(Unread::decides);
    }
}
