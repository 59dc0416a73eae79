package org.zonewright.facts.inventory.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zonewright.base.SourceRef;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Basis;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.IdentityFact;
import org.zonewright.facts.Ipv4Address;
import org.zonewright.facts.VantagePoint;

/// An estimate must say how it was come by, how sure it is, and what speaks against it: a patch plan may rest on it.
class OperatingSystemsTest {
    private final List<IdentityFact> facts = new ArrayList<>();

    private OperatingSystemsTest says(Attribute attribute, String value, String method, Confidence confidence) {
        facts.add(new IdentityFact(
                new VantagePoint("tap", "", List.of()),
                new Ipv4Address(0x0a000001),
                attribute,
                value,
                method,
                confidence,
                Basis.OBSERVED,
                new SourceRef.InCapture("tap.pcap", facts.size() + 1, -1)));
        return this;
    }

    private String estimate() {
        return OperatingSystems.of(facts)
                .map(one -> one.name() + " " + one.confidence().id() + " " + one.methods())
                .orElse("none");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Windows 5.1 build 2600 | Windows XP (build 2600)",
                "Windows 2002 Service Pack 3 2600 | Windows XP (build 2600)",
                "Windows Server 2003 3790 Service Pack 2 | Windows Server 2003 or XP x64 (build 3790)",
                "Windows 7 Ultimate 7601 Service Pack 1 | Windows 7 or Server 2008 R2 (build 7601)",
                "Windows 10.0 build 17763 | Windows 10 or Server 2019 (build 17763)",
                "Windows 10.0 build 19045 | Windows 10 (build 19045)",
                "Windows 10.0 build 22631 | Windows 11 (build 22631)",
                "Windows 10.0 build 20348 | Windows Server 2022 (build 20348)",
                "Windows 6.1 | Windows 7 or Server 2008 R2",
                "Windows 10 Enterprise | Windows 10 or later",
                "Windows | Windows",
                "Windows CE 6.0 | Windows CE 6.0",
                "Unix | Unix",
                "VxWorks 6.9 | VxWorks 6.9"
            })
    void versionNumbersGetTheNamesUnderWhichTheyWereSold(String told, String name) {
        says(Attribute.OPERATING_SYSTEM, told, "smb", Confidence.HIGH);
        assertThat(OperatingSystems.of(facts).orElseThrow().name()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SSH-2.0-OpenSSH_8.2p1 Ubuntu-4ubuntu0.11 | ssh | Linux (Ubuntu) medium [ssh]",
                "SSH-2.0-dropbear_2019.78 | ssh | Linux low [ssh]",
                "Microsoft-IIS/6.0 | http | Windows Server 2003 or XP x64 medium [http]",
                "Apache/2.4.41 (Ubuntu) | http | Linux (Ubuntu) medium [http]",
                "Linux/2.x.x, UPnP/1.0, pvConnect UPnP SDK/1.0 | ssdp | Linux medium [ssdp]",
                "Linux plc 4.19.0-rt | snmp | Linux 4.19 high [snmp]",
                "Hardware: x86 - Software: Windows Version 6.1 (Build 7601 Free) | snmp "
                        + "| Windows 7 or Server 2008 R2 (build 7601) high [snmp]",
                "Cisco IOS Software, CE500 Software, Version 12.2(25)SEG, RELEASE | cdp | Cisco IOS 12.2(25)SEG high [cdp]",
                "Siemens, SIMATIC S7, CPU 315 | snmp | none"
            })
    void systemDescriptionsAreSurerThanBannersOfPrograms(String text, String method, String expected) {
        says(Attribute.DESCRIPTION, text, method, Confidence.HIGH);
        assertThat(estimate()).isEqualTo(expected);
    }

    @Test
    void wordsOfTwoProtocolsThatAgreeAreWorthMoreThanOnes() {
        says(Attribute.OPERATING_SYSTEM, "Windows 6.1 build 7601", "ntlm", Confidence.MEDIUM);
        assertThat(estimate()).isEqualTo("Windows 7 or Server 2008 R2 (build 7601) medium [ntlm]");
        says(Attribute.OPERATING_SYSTEM, "Windows 6.1", "netbios", Confidence.MEDIUM);
        assertThat(estimate()).isEqualTo("Windows 7 or Server 2008 R2 (build 7601) high [netbios, ntlm]");
    }

    @Test
    void surerWordsDecideAndWeakerOnesAreNoContradiction() {
        says(Attribute.OPERATING_SYSTEM, "Windows 5.1", "smb", Confidence.HIGH);
        says(new Attribute("http.user-agent"), "Mozilla/5.0 (X11; Linux x86_64)", "http", Confidence.MEDIUM);
        SystemEstimate estimate = OperatingSystems.of(facts).orElseThrow();
        assertThat(estimate.name()).isEqualTo("Windows XP");
        assertThat(estimate.against()).isEmpty();
    }

    @Test
    void equallySureWordsThatDisagreeAreBothTold() {
        says(Attribute.OPERATING_SYSTEM, "Windows 5.1", "smb", Confidence.MEDIUM);
        says(Attribute.OPERATING_SYSTEM, "Windows 6.1", "ntlm", Confidence.MEDIUM);
        SystemEstimate estimate = OperatingSystems.of(facts).orElseThrow();
        assertThat(estimate.name()).isEqualTo("Windows XP");
        assertThat(estimate.confidence()).isEqualTo(Confidence.MEDIUM);
        assertThat(estimate.against()).extracting(SystemEstimate::name).containsExactly("Windows 7 or Server 2008 R2");
    }

    @Test
    void twoFirmwareVersionsOfEqualStandingAreAConflictWithTheirSources() {
        says(Attribute.FIRMWARE, "V2.1", "s7comm", Confidence.HIGH);
        says(Attribute.FIRMWARE, "2.1.0", "profinet-cm", Confidence.HIGH);
        says(Attribute.FIRMWARE, "V.2.1", "lldp", Confidence.HIGH);
        says(Attribute.FIRMWARE, "V2.3", "snmp", Confidence.HIGH);
        says(Attribute.FIRMWARE, "9", "cip", Confidence.MEDIUM);
        List<Conflict> conflicts = Conflicts.of(facts);
        assertThat(conflicts).hasSize(1);
        assertThat(conflicts.getFirst().values()).containsExactly("2.1.0", "V2.3");
        assertThat(conflicts.getFirst().facts())
                .extracting(IdentityFact::method)
                .contains("profinet-cm", "snmp");
    }

    @Test
    void namesOfAProductByDifferentProtocolsAreNoConflict() {
        says(Attribute.MODEL, "S7-1200", "lldp", Confidence.HIGH);
        says(Attribute.MODEL, "6ES7 212-1BE40-0XB0", "s7comm", Confidence.HIGH);
        assertThat(Conflicts.of(facts)).isEmpty();
        says(Attribute.MODEL, "S7-1500", "lldp", Confidence.HIGH);
        assertThat(Conflicts.of(facts)).extracting(Conflict::attribute).containsExactly(Attribute.MODEL);
    }
}
