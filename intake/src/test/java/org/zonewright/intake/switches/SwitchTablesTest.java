package org.zonewright.intake.switches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.intake.other.SourceFiles.facts;
import static org.zonewright.intake.other.SourceFiles.problems;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zonewright.intake.other.SourceFiles;
import org.zonewright.intake.source.SourceReading;

/// Tables pasted from a switch's console must give who is where, whatever the maker's columns, and never be taken for
/// what they are not.
class SwitchTablesTest {
    @TempDir
    private Path folder;

    private SourceReading read(String... lines) {
        return SourceFiles.read(new SourceFiles(folder).write("session.txt", lines))
                .getFirst();
    }

    @Test
    void aSessionWithCiscoTablesTellsPortsAndOwners() {
        SourceReading reading = read(
                "SW-NORD-1#show mac address-table",
                "          Mac Address Table",
                "-------------------------------------------",
                "",
                "Vlan    Mac Address       Type        Ports",
                "----    -----------       --------    -----",
                " All    0100.0ccc.cccc    STATIC      CPU",
                "  10    001b.1b12.3456    DYNAMIC     Gi1/0/3",
                "Total Mac Addresses for this criterion: 2",
                "SW-NORD-1#show ip arp",
                "Protocol  Address          Age (min)  Hardware Addr   Type   Interface",
                "Internet  10.1.0.11               3   001b.1b12.3456  ARPA   Vlan10",
                "Internet  10.1.0.99               0   Incomplete      ARPA");
        assertThat(facts(reading))
                .contains(
                        "00:1b:1b:12:34:56 switch.port SW-NORD-1 Gi1/0/3 (switch-table)",
                        "00:1b:1b:12:34:56 switch.vlan 10 (switch-table)",
                        "00:1b:1b:12:34:56 owns-address 10.1.0.11 (switch-table)",
                        "10.1.0.11 switch.vlan 10 (switch-table)")
                .noneMatch(fact -> fact.contains("10.1.0.99") || fact.startsWith("01:00:0c"));
        assertThat(problems(reading))
                .containsExactly(
                        "source.rows-left-out session.txt [arp, 1, incomplete]",
                        "source.rows-left-out session.txt [mac, 1, group]");
    }

    @Test
    void tablesOfHirschmannAreUnderstood() {
        assertThat(facts(read(
                        "(GRS105)#show mac-addr-table",
                        "VLAN ID  MAC Address        Interface  IfIndex  Status",
                        "-------  -----------------  ---------  -------  ----------",
                        "1        EC:E5:55:12:34:56  1/3        3        learned",
                        "1        EC:E5:55:00:00:01  cpu/1      25       management")))
                .containsExactly(
                        "ec:e5:55:12:34:56 list.row 4 (switch-table)",
                        "ec:e5:55:12:34:56 switch.port GRS105 1/3 (switch-table)",
                        "ec:e5:55:12:34:56 switch.vlan 1 (switch-table)");
        assertThat(facts(read(
                        "Mac Address                Interface    IfIndex    Status",
                        "-----------------------    ---------    -------    -------",
                        "00:14:EC:E5:55:12:34:57    1/4          4          Learned")))
                .contains(
                        "ec:e5:55:12:34:57 switch.port 1/4 (switch-table)",
                        "ec:e5:55:12:34:57 switch.vlan 20 (switch-table)");
    }

    @Test
    void tablesOfScalanceAreUnderstood() {
        assertThat(facts(read(
                        "SCALANCE-X# show mac-address-table",
                        "Vlan    Mac Address            Type      Ports",
                        "----    -----------            ----      -----",
                        "1       00:1b:1b:aa:bb:cc      Learnt    P0.4",
                        "SCALANCE-X# show ip arp",
                        "Address          Hardware Address    Type   Interface  Mapping",
                        "-------          ----------------    ----   ---------  -------",
                        "192.168.1.7      00:1b:1b:aa:bb:cc   ARPA   vlan1      Dynamic")))
                .contains(
                        "00:1b:1b:aa:bb:cc switch.port SCALANCE-X P0.4 (switch-table)",
                        "00:1b:1b:aa:bb:cc owns-address 192.168.1.7 (switch-table)",
                        "192.168.1.7 switch.vlan 1 (switch-table)");
    }

    @Test
    void listsOfAssetsAndOtherTextAreNotTaken() {
        SourceFiles files = new SourceFiles(folder);
        assertThat(SourceFiles.read(
                        files.write("assets.csv", "Name;MAC Address;VLAN;Port", "PLC;00:1b:1b:aa:bb:cc;1;3"),
                        files.write("letter.txt", "The MAC address and the port are on the label.", "Regards")))
                .isEmpty();
    }
}
