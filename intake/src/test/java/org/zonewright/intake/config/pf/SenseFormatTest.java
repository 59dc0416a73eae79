package org.zonewright.intake.config.pf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zonewright.facts.policy.Answer.Verdict.ALLOWED;
import static org.zonewright.facts.policy.Answer.Verdict.BLOCKED;
import static org.zonewright.facts.policy.Answer.Verdict.OPEN;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.facts.policy.Path;
import org.zonewright.facts.policy.Rule;
import org.zonewright.facts.policy.Ruleset;
import org.zonewright.facts.policy.Translation;
import org.zonewright.intake.config.Asked;
import org.zonewright.intake.config.build.ConfigText;
import org.zonewright.intake.source.RefusedSource;

/// A backup of pfSense or OPNsense decides as pf would: floating rules first, quick ones in their order, of the
/// others the last; aliases within aliases; what no rule lets in stays out.
class SenseFormatTest {
    private static final String CONFIG = """
            <?xml version="1.0"?>
            <pfsense>
              <version>22.9</version>
              <revision><time>1772719629</time><description><![CDATA[admin: changed]]></description></revision>
              <system>
                <hostname>fw-lab</hostname>
                <webgui><protocol>https</protocol><port>8443</port></webgui>
                <ssh><enable>enabled</enable></ssh>
              </system>
              <interfaces>
                <wan><enable/><if>em0</if><descr>WAN</descr><ipaddr>203.0.113.2</ipaddr><subnet>24</subnet><blockpriv/></wan>
                <lan><enable/><if>em1</if><ipaddr>10.10.0.1</ipaddr><subnet>16</subnet></lan>
                <opt1><enable/><if>em2</if><descr><![CDATA[cells]]></descr><ipaddr>192.168.10.1</ipaddr><subnet>24</subnet></opt1>
                <opt2><enable/><if>em3</if><ipaddr>dhcp</ipaddr></opt2>
              </interfaces>
              <gateways><gateway_item><interface>opt1</interface><name>CELLS</name></gateway_item></gateways>
              <staticroutes><route><network>192.168.40.0/24</network><gateway>CELLS</gateway></route></staticroutes>
              <aliases>
                <alias><name>plcs</name><type>host</type><address>192.168.10.5 192.168.10.7-192.168.10.9 more</address></alias>
                <alias><name>more</name><type>network</type><address>192.168.10.64/29</address></alias>
                <alias><name>control</name><type>port</type><address>502 44818:44820 others</address></alias>
                <alias><name>others</name><type>port</type><address>102</address></alias>
                <alias><name>list</name><type>urltable</type><address>https://lists.example.net/a</address></alias>
                <alias><name>vendor</name><type>host</type><address>support.example.net 198.51.100.9</address></alias>
              </aliases>
              <filter>
                <rule><type>pass</type><interface>lan</interface><ipprotocol>inet</ipprotocol><tracker>11</tracker>
                  <protocol>tcp</protocol><source><network>lan</network></source>
                  <destination><address>plcs</address><port>control</port></destination><log/>
                  <descr><![CDATA[engineering]]></descr></rule>
                <rule><type>block</type><interface>lan</interface><ipprotocol>inet46</ipprotocol>
                  <source><any/></source><destination><network>opt1</network></destination></rule>
                <rule><type>pass</type><interface>lan</interface><ipprotocol>inet</ipprotocol><disabled/>
                  <source><any/></source><destination><any/></destination></rule>
                <rule><type>pass</type><interface>lan</interface><ipprotocol>inet</ipprotocol><protocol>tcp/udp</protocol>
                  <source><any/></source><destination><any/><not/><port>53</port></destination></rule>
                <rule><type>pass</type><interface>lan</interface><ipprotocol>inet</ipprotocol><protocol>tcp</protocol>
                  <source><any/></source><destination><address>list</address><port>443</port></destination></rule>
                <rule><type>pass</type><interface>lan</interface><ipprotocol>inet</ipprotocol><protocol>tcp</protocol>
                  <source><any/></source><destination><network>wan</network><not/><port>8000:8010</port></destination>
                  <gateway>BACKUP</gateway></rule>
                <rule><type>pass</type><interface>opt1</interface><ipprotocol>inet</ipprotocol><protocol>icmp</protocol>
                  <icmptype>echoreq</icmptype><source><any/></source><destination><network>lanip</network></destination></rule>
                <rule><type>block</type><floating>yes</floating><quick>yes</quick><direction>out</direction>
                  <interface>wan</interface><ipprotocol>inet</ipprotocol><protocol>tcp</protocol>
                  <source><any/></source><destination><any/><port>23</port></destination></rule>
                <rule><type>pass</type><floating>yes</floating><direction>in</direction><interface>opt1,lan</interface>
                  <ipprotocol>inet</ipprotocol><protocol>tcp</protocol><source><any/></source>
                  <destination><any/><port>9999</port></destination></rule>
                <rule><type>block</type><floating>yes</floating><direction>in</direction><interface>opt1</interface>
                  <ipprotocol>inet</ipprotocol><protocol>tcp</protocol><source><any/></source>
                  <destination><address>10.10.5.5</address><port>9999</port></destination></rule>
                <rule><type>pass</type><interface>wan</interface><ipprotocol>inet</ipprotocol><protocol>tcp</protocol>
                  <source><any/></source><destination><address>192.168.10.80</address><port>80</port></destination></rule>
              </filter>
              <nat>
                <rule><interface>wan</interface><protocol>tcp</protocol><source><any/></source>
                  <destination><network>wanip</network><port>8080</port></destination>
                  <target>192.168.10.80</target><local-port>80</local-port><associated-rule-id>nat_1</associated-rule-id></rule>
                <rule><interface>wan</interface><protocol>tcp</protocol><source><address>198.51.100.0/24</address></source>
                  <destination><network>wanip</network><port>5000:5004</port></destination>
                  <target>192.168.10.81</target><local-port>6000</local-port><associated-rule-id>pass</associated-rule-id></rule>
                <onetoone><interface>wan</interface><external>203.0.113.9</external>
                  <source><address>192.168.10.9</address></source><destination><any/></destination></onetoone>
                <outbound><mode>hybrid</mode></outbound>
              </nat>
            </pfsense>
            """;

    private static Ruleset read(String config) {
        try {
            return new SenseFormat().read(ConfigText.of("config.xml", config));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final Ruleset RULES = read(CONFIG);
    private static final Asked THROUGH = Asked.of(RULES);

    @Test
    void theDeviceItsTimeAndItsInterfacesAreRead() {
        assertThat(new SenseFormat().recognises(CONFIG)).isTrue();
        assertThat(RULES.device()).isEqualTo("fw-lab");
        assertThat(RULES.format()).isEqualTo("pfsense");
        assertThat(RULES.taken()).contains(Instant.ofEpochSecond(1772719629));
        assertThat(RULES.unread()).isEmpty();
        assertThat(RULES.interfaces().get(2).networks())
                .containsExactly(
                        AddressSet.parse("192.168.10.0/24").orElseThrow(),
                        AddressSet.parse("192.168.40.0/24").orElseThrow());
        assertThat(RULES.interfaces().get(2).description()).contains("cells em2");
    }

    @Test
    void aliasesWithinAliasesDecide() {
        assertThat(THROUGH.tcp("lan", "10.10.1.7", "opt1", "192.168.10.8", 44820))
                .isEqualTo(ALLOWED);
        assertThat(THROUGH.tcp("lan", "10.10.1.7", "opt1", "192.168.10.71", 102))
                .isEqualTo(ALLOWED);
        assertThat(THROUGH.tcp("lan", "10.10.1.7", "opt1", "192.168.10.72", 102))
                .isEqualTo(BLOCKED);
        assertThat(THROUGH.tcp("lan", "10.11.1.7", "opt1", "192.168.10.5", 502)).isEqualTo(BLOCKED);
        assertThat(THROUGH.tcp("lan", "10.10.1.7", "opt1", "192.168.10.5", 80)).isEqualTo(BLOCKED);
    }

    @Test
    void whatNoRuleLetsInStaysOut() {
        assertThat(THROUGH.tcp("opt1", "192.168.10.5", "lan", "10.10.1.7", 80)).isEqualTo(BLOCKED);
        assertThat(THROUGH.tcp("opt2", "172.16.0.5", "lan", "10.10.1.7", 9999)).isEqualTo(BLOCKED);
        assertThat(THROUGH.tcp("lan", "2001:db8::1", "wan", "2001:db8::2", 80)).isEqualTo(BLOCKED);
    }

    @Test
    void ofRulesThatAreNotQuickTheLastMatchCounts() {
        assertThat(THROUGH.tcp("opt1", "192.168.10.5", "lan", "10.10.1.7", 9999))
                .isEqualTo(ALLOWED);
        assertThat(THROUGH.tcp("opt1", "192.168.10.5", "lan", "10.10.5.5", 9999))
                .isEqualTo(BLOCKED);
        assertThat(THROUGH.tcp("lan", "10.10.1.7", "opt1", "192.168.10.5", 9999))
                .isEqualTo(BLOCKED);
    }

    @Test
    void aFloatingRuleJudgesWhatLeaves() {
        String open = CONFIG.replace("<disabled/>", "");
        Asked asked = Asked.of(read(open));
        assertThat(asked.tcp("lan", "10.10.1.7", "wan", "198.51.100.1", 22)).isEqualTo(ALLOWED);
        assertThat(asked.tcp("lan", "10.10.1.7", "wan", "198.51.100.1", 23)).isEqualTo(BLOCKED);
        assertThat(Asked.of(RULES, Path.FROM_DEVICE).tcp("", "203.0.113.2", "wan", "198.51.100.1", 23))
                .isEqualTo(BLOCKED);
        assertThat(Asked.of(RULES, Path.FROM_DEVICE).tcp("", "203.0.113.2", "wan", "198.51.100.1", 53))
                .isEqualTo(ALLOWED);
    }

    @Test
    void listsFromElsewhereAndGatewaysLeaveARuleOpenAndANegatedAnyMatchesNothing() {
        assertThat(THROUGH.tcp("lan", "10.10.1.7", "wan", "198.51.100.1", 443)).isEqualTo(OPEN);
        assertThat(THROUGH.tcp("lan", "10.10.1.7", "wan", "198.51.100.1", 8005)).isEqualTo(OPEN);
        assertThat(THROUGH.tcp("lan", "10.10.1.7", "wan", "203.0.113.77", 8005)).isEqualTo(BLOCKED);
        assertThat(THROUGH.udp("lan", "10.10.1.7", "wan", "198.51.100.1", 53)).isEqualTo(BLOCKED);
    }

    @Test
    void privateSendersAreKeptOutWhereThatIsTicked() {
        assertThat(THROUGH.tcp("wan", "198.51.100.7", "opt1", "192.168.10.80", 80))
                .isEqualTo(ALLOWED);
        assertThat(THROUGH.tcp("wan", "10.0.0.7", "opt1", "192.168.10.80", 80)).isEqualTo(BLOCKED);
    }

    @Test
    void administratorsAreNotLockedOutUnlessTheFileSaysSo() {
        Asked device = Asked.of(RULES, Path.TO_DEVICE);
        assertThat(device.tcp("lan", "10.10.1.7", "", "10.10.0.1", 8443)).isEqualTo(ALLOWED);
        assertThat(device.tcp("lan", "10.10.1.7", "", "10.10.0.1", 22)).isEqualTo(ALLOWED);
        assertThat(device.tcp("opt1", "192.168.10.5", "", "192.168.10.1", 8443)).isEqualTo(BLOCKED);
        Asked without = Asked.of(
                read(CONFIG.replace("<port>8443</port>", "<port>8443</port><noantilockout/>")), Path.TO_DEVICE);
        assertThat(without.tcp("lan", "10.10.1.7", "", "10.10.0.1", 8443)).isEqualTo(BLOCKED);
    }

    @Test
    void portForwardsAndTranslationsOneToOneAreRead() {
        assertThat(RULES.translations()).hasSize(5);
        Translation web = RULES.translations().getFirst();
        assertThat(web.match().destination())
                .isEqualTo(AddressSet.parse("203.0.113.2").orElseThrow());
        assertThat(web.to()).contains(AddressSet.parse("192.168.10.80").orElseThrow());
        assertThat(web.port().orElseThrow().toString()).isEqualTo("80");
        assertThat(RULES.translations().get(1).port().orElseThrow().toString()).isEqualTo("6000-6004");
        assertThat(THROUGH.tcp("wan", "198.51.100.7", "opt1", "192.168.10.81", 6004))
                .isEqualTo(ALLOWED);
        assertThat(THROUGH.tcp("wan", "203.0.113.7", "opt1", "192.168.10.81", 6004))
                .isEqualTo(BLOCKED);
    }

    @Test
    void wordsLogsAndLinesStayWithTheirRule() {
        Rule rule = Asked.rules(RULES, "in").stream()
                .filter(one -> one.id().equals("11"))
                .findFirst()
                .orElseThrow();
        assertThat(rule.comment()).contains("engineering");
        assertThat(rule.logged()).isTrue();
        assertThat(rule.at().display()).isEqualTo("config.xml:27");
    }

    @Test
    void theOtherKindKeepsItsAliasesElsewhere() {
        Ruleset rules = read("""
                <?xml version="1.0"?>
                <opnsense>
                  <revision><time>1772719629.4711</time></revision>
                  <system><hostname>opn</hostname></system>
                  <interfaces><lan><if>vtnet0</if><ipaddr>10.0.0.1</ipaddr><subnet>24</subnet></lan></interfaces>
                  <OPNsense><Firewall>
                    <Alias><aliases><alias uuid="1"><enabled>1</enabled><name>plcs</name><type>network</type>
                      <content>192.168.10.0/28
                192.168.20.5</content></alias></aliases></Alias>
                    <Filter><rules><rule uuid="2"><enabled>1</enabled><action>pass</action></rule></rules></Filter>
                  </Firewall></OPNsense>
                  <filter><rule uuid="3"><type>pass</type><interface>lan</interface><ipprotocol>inet</ipprotocol>
                    <direction>in</direction><quick>1</quick><disabled>0</disabled><protocol>TCP</protocol>
                    <source><network>lan</network></source>
                    <destination><address>plcs</address><port>502-503</port></destination></rule></filter>
                </opnsense>
                """);
        assertThat(rules.format()).isEqualTo("opnsense");
        assertThat(rules.unread()).singleElement().satisfies(line -> assertThat(line.decides())
                .isTrue());
        assertThat(Asked.rules(rules, "in").getLast().match().destination())
                .isEqualTo(AddressSet.unionOf(List.of(
                        AddressSet.parse("192.168.10.0/28").orElseThrow(),
                        AddressSet.parse("192.168.20.5").orElseThrow())));
    }

    @Test
    void anAliasThatContainsItselfIsSaid() {
        assertThat(read(CONFIG.replace("192.168.10.64/29", "192.168.10.64/29 plcs"))
                        .unread())
                .singleElement()
                .satisfies(line -> assertThat(line.text()).contains("contains itself"));
    }

    @Test
    void aDocumentTypeAndAFileThatBreaksOffAreRefused() {
        String typed = CONFIG.replace("<pfsense>", "<!DOCTYPE pfsense [<!ENTITY a \"b\">]>\n<pfsense>");
        assertThatThrownBy(() -> new SenseFormat().read(ConfigText.of("config.xml", typed)))
                .isInstanceOf(RefusedSource.class);
        assertThatThrownBy(() ->
                        new SenseFormat().read(ConfigText.of("config.xml", CONFIG.substring(0, CONFIG.length() / 2))))
                .isInstanceOf(RefusedSource.class);
    }
}
