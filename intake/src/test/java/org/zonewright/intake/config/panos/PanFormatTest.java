package org.zonewright.intake.config.panos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.facts.policy.Answer.Verdict.ALLOWED;
import static org.zonewright.facts.policy.Answer.Verdict.BLOCKED;
import static org.zonewright.facts.policy.Answer.Verdict.OPEN;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.facts.policy.Path;
import org.zonewright.facts.policy.Rule;
import org.zonewright.facts.policy.Ruleset;
import org.zonewright.facts.policy.Translation;
import org.zonewright.facts.policy.Unread;
import org.zonewright.intake.config.Asked;
import org.zonewright.intake.config.build.ConfigText;

/// The configuration of a Palo Alto Networks firewall decides as it would: first match, zones, shared objects, what
/// passes within a zone; an application leaves its rule open; a rule that names an address before its translation
/// speaks of what is behind it.
class PanFormatTest {
    private static String rule(String name, String from, String to, String source, String destination, String rest) {
        return "<entry name=\"" + name + "\">" + list("from", from) + list("to", to) + list("source", source)
                + list("destination", destination) + rest + "</entry>\n";
    }

    private static String list(String name, String members) {
        StringBuilder text = new StringBuilder("<" + name + ">");
        for (String member : members.split(" ", -1)) {
            text.append("<member>").append(member).append("</member>");
        }
        return text.append("</").append(name).append(">").toString();
    }

    private static final String ANY_APPLICATION = list("application", "any") + list("source-user", "any");

    private static final String CONFIG = """
            <?xml version="1.0"?>
            <config version="10.1.0" urldb="paloaltonetworks">
            <shared><address><entry name="plc-5"><ip-netmask>192.168.10.5</ip-netmask></entry>
            <entry name="eng"><ip-netmask>10.99.0.0/16</ip-netmask></entry></address></shared>
            <devices><entry name="localhost.localdomain">
            <deviceconfig><system><hostname>pa-plant</hostname></system></deviceconfig>
            <network><interface><ethernet>
            <entry name="ethernet1/1"><layer3><ip><entry name="10.10.0.1/16"/></ip></layer3><comment>office</comment></entry>
            <entry name="ethernet1/2"><layer3><units>
            <entry name="ethernet1/2.10"><tag>10</tag><ip><entry name="192.168.10.1/24"/></ip></entry>
            <entry name="ethernet1/2.20"><tag>20</tag><ip><entry name="192.168.20.1/24"/></ip></entry>
            </units></layer3></entry></ethernet></interface>
            <virtual-router><entry name="default"><routing-table><ip><static-route><entry name="far">
            <destination>192.168.40.0/24</destination><interface>ethernet1/2.10</interface></entry></static-route></ip>
            </routing-table></entry></virtual-router></network>
            <vsys><entry name="vsys1">
            <zone><entry name="office"><network><layer3><member>ethernet1/1</member></layer3></network></entry>
            <entry name="cells"><network><layer3><member>ethernet1/2.10</member><member>ethernet1/2.20</member></layer3>
            </network></entry></zone>
            <address><entry name="eng"><ip-range>10.10.1.1-10.10.1.9</ip-range></entry>
            <entry name="vendor"><fqdn>support.example.net</fqdn></entry>
            <entry name="web-out"><ip-netmask>10.10.200.80</ip-netmask></entry>
            <entry name="web-in"><ip-netmask>192.168.10.80</ip-netmask></entry></address>
            <address-group><entry name="control"><static><member>plc-5</member><member>more</member></static></entry>
            <entry name="more"><static><member>web-in</member></static></entry>
            <entry name="tagged"><dynamic><filter>'plc'</filter></dynamic></entry></address-group>
            <service><entry name="modbus"><protocol><tcp><port>502,44818-44820</port></tcp></protocol></entry>
            <entry name="web-8080"><protocol><tcp><port>8080</port></tcp></protocol></entry></service>
            <service-group><entry name="plc"><members><member>modbus</member></members></entry></service-group>
            <rulebase><security><rules>
            """
            + rule(
                    "engineering",
                    "office",
                    "cells",
                    "eng",
                    "control",
                    ANY_APPLICATION + list("service", "plc")
                            + "<action>allow</action><log-end>yes</log-end><description>asked for</description>")
            + rule(
                    "app",
                    "office",
                    "cells",
                    "10.10.2.0/24",
                    "plc-5",
                    list("application", "modbus-base") + list("service", "any") + "<action>allow</action>")
            + rule(
                    "off",
                    "any",
                    "any",
                    "any",
                    "any",
                    ANY_APPLICATION + list("service", "any") + "<action>allow</action><disabled>yes</disabled>")
            + rule(
                    "web",
                    "office",
                    "cells",
                    "any",
                    "web-out",
                    ANY_APPLICATION + list("service", "web-8080") + "<action>allow</action>")
            + rule(
                    "negated",
                    "cells",
                    "office",
                    "eng",
                    "any",
                    ANY_APPLICATION + list("service", "service-https")
                            + "<action>allow</action><negate-source>yes</negate-source>")
            + rule(
                    "dynamic",
                    "office",
                    "cells",
                    "10.10.3.3",
                    "tagged",
                    ANY_APPLICATION + list("service", "modbus") + "<action>allow</action>")
            + rule(
                    "inside",
                    "cells",
                    "cells",
                    "192.168.20.66",
                    "any",
                    ANY_APPLICATION + list("service", "any") + "<action>drop</action><rule-type>intrazone</rule-type>")
            + """
            </rules></security>
            <nat><rules><entry name="in"><from><member>office</member></from><to><member>office</member></to>
            <source><member>any</member></source><destination><member>web-out</member></destination>
            <service>web-8080</service><destination-translation><translated-address>web-in</translated-address>
            <translated-port>80</translated-port></destination-translation></entry>
            <entry name="out"><from><member>cells</member></from><to><member>office</member></to>
            <source><member>plc-5</member></source><destination><member>any</member></destination><service>any</service>
            <source-translation><static-ip><translated-address>10.10.200.5</translated-address>
            <bi-directional>yes</bi-directional></static-ip></source-translation></entry>
            </rules></nat></rulebase>
            </entry></vsys></entry></devices></config>
            """;

    private static Ruleset read(String config) {
        try {
            return new PanFormat().read(ConfigText.of("pa.xml", config));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final Ruleset RULES = read(CONFIG);
    private static final Asked THROUGH = Asked.of(RULES);
    private static final String OFFICE = "ethernet1/1";
    private static final String CELL = "ethernet1/2.10";

    @Test
    void theDeviceItsZonesAndItsNetworksAreRead() {
        assertThat(new PanFormat().recognises(CONFIG)).isTrue();
        assertThat(new PanFormat().recognises("<config><a/></config>")).isFalse();
        assertThat(RULES.device()).isEqualTo("pa-plant");
        assertThat(RULES.unread()).isEmpty();
        assertThat(RULES.interfaces().getFirst().zone()).contains("office");
        assertThat(RULES.interfaces().get(1).networks())
                .containsExactly(
                        AddressSet.parse("192.168.10.0/24").orElseThrow(),
                        AddressSet.parse("192.168.40.0/24").orElseThrow());
    }

    @Test
    void groupsZonesAndServicesDecide() {
        assertThat(THROUGH.tcp(OFFICE, "10.10.1.7", CELL, "192.168.10.5", 502)).isEqualTo(ALLOWED);
        assertThat(THROUGH.tcp(OFFICE, "10.10.1.7", CELL, "192.168.10.80", 44819))
                .isEqualTo(ALLOWED);
        assertThat(THROUGH.tcp(OFFICE, "10.99.1.7", CELL, "192.168.10.5", 502)).isEqualTo(BLOCKED);
        assertThat(THROUGH.tcp(OFFICE, "10.10.9.7", CELL, "192.168.10.9", 22)).isEqualTo(BLOCKED);
        assertThat(THROUGH.tcp(CELL, "192.168.10.5", OFFICE, "10.10.9.7", 443)).isEqualTo(ALLOWED);
        assertThat(THROUGH.tcp(CELL, "10.10.1.7", OFFICE, "10.10.9.7", 443)).isEqualTo(BLOCKED);
    }

    @Test
    void withinAZoneAllPassesUnlessARuleKeepsItOut() {
        assertThat(THROUGH.tcp(CELL, "192.168.10.5", "ethernet1/2.20", "192.168.20.5", 22))
                .isEqualTo(ALLOWED);
        assertThat(THROUGH.tcp("ethernet1/2.20", "192.168.20.66", CELL, "192.168.10.5", 22))
                .isEqualTo(BLOCKED);
        assertThat(THROUGH.tcp("ethernet1/9", "10.10.1.7", CELL, "192.168.10.5", 502))
                .isEqualTo(BLOCKED);
        String strict = CONFIG.replace("<nat>", "<x/><nat>")
                .replace(
                        "</security>",
                        "</security><default-security-rules><rules><entry name=\"intrazone-default\">"
                                + "<action>deny</action></entry></rules></default-security-rules>");
        assertThat(Asked.of(read(strict)).tcp(CELL, "192.168.10.5", "ethernet1/2.20", "192.168.20.5", 22))
                .isEqualTo(BLOCKED);
    }

    @Test
    void applicationsAndDynamicGroupsLeaveARuleOpen() {
        assertThat(THROUGH.tcp(OFFICE, "10.10.2.7", CELL, "192.168.10.5", 502)).isEqualTo(OPEN);
        assertThat(THROUGH.tcp(OFFICE, "10.10.3.3", CELL, "192.168.10.99", 502)).isEqualTo(OPEN);
        assertThat(THROUGH.tcp(OFFICE, "10.10.3.3", CELL, "192.168.10.99", 503)).isEqualTo(BLOCKED);
        assertThat(Asked.rules(RULES, "security rules"))
                .anySatisfy(rule -> assertThat(rule.match().open()).containsExactly("application modbus-base"));
    }

    @Test
    void aRuleThatNamesAnAddressBeforeItsTranslationSpeaksOfWhatIsBehindIt() {
        assertThat(THROUGH.tcp(OFFICE, "10.10.9.9", CELL, "192.168.10.80", 80)).isEqualTo(ALLOWED);
        assertThat(THROUGH.tcp(OFFICE, "10.10.9.9", CELL, "192.168.10.80", 8080))
                .isEqualTo(BLOCKED);
        assertThat(RULES.translations())
                .extracting(Translation::kind)
                .containsExactly(Translation.Kind.DESTINATION, Translation.Kind.SOURCE, Translation.Kind.DESTINATION);
    }

    @Test
    void logsWordsAndLinesStayWithTheirRule() {
        Rule rule = Asked.rules(RULES, "security rules").getFirst();
        assertThat(rule.id()).isEqualTo("engineering");
        assertThat(rule.logged()).isTrue();
        assertThat(rule.comment()).contains("asked for");
        assertThat(rule.at().display()).isEqualTo("pa.xml:31");
        assertThat(Asked.rules(RULES, "security rules")).anyMatch(one -> !one.enabled());
        assertThat(Asked.of(RULES, Path.TO_DEVICE).tcp(OFFICE, "10.10.1.7", "", "10.10.0.1", 443))
                .isEqualTo(OPEN);
    }

    @Test
    void whatAManagerPushedAndActionsThatAreNotKnownLeaveEverythingOpen() {
        String pushed = CONFIG.replace("</devices>", "</devices><panorama><vsys><entry name=\"a\"/></vsys></panorama>")
                .replace("<action>drop</action>", "<action>ponder</action>");
        assertThat(read(pushed).unread()).hasSize(2).allMatch(Unread::decides);
        String self = CONFIG.replace("<member>more</member>", "<member>more</member><member>control</member>");
        assertThat(read(self).unread()).anyMatch(line -> line.text().contains("contains itself") && line.decides());
    }
}
