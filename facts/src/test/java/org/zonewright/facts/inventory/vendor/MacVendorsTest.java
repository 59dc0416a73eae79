package org.zonewright.facts.inventory.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zonewright.facts.MacAddress;

/// The longest assignment wins: a 36-bit block lies inside a 24-bit one that names only the registry. Expected values
/// are from the IEEE's public lists.
class MacVendorsTest {
    private static Optional<String> vendor(long mac) {
        return MacVendors.of(new MacAddress(mac)).map(MacVendors.Assignment::vendor);
    }

    @Test
    void aPrefixOf24BitsNamesItsMaker() {
        assertThat(vendor(0x0000_bc12_3456L)).contains("Rockwell Automation");
        assertThat(MacVendors.of(new MacAddress(0x0000_bc12_3456L))
                        .orElseThrow()
                        .prefix())
                .isEqualTo("00:00:bc");
    }

    @Test
    void entriesAtBothEndsOfTheTableAreFound() {
        assertThat(vendor(0x0000_0000_0001L)).contains("XEROX CORPORATION");
        assertThat(vendor(0xfcfe_c200_0001L)).contains("Invensys Controls UK Limited");
    }

    @Test
    void longerPrefixesWin() {
        MacVendors.Assignment medium =
                MacVendors.of(new MacAddress(0xc85c_e27a_bcdeL)).orElseThrow();
        assertThat(medium.vendor()).isEqualTo("SYNERGY SYSTEMS AND SOLUTIONS");
        assertThat(medium.prefix()).isEqualTo("c8:5c:e2:7");
        MacVendors.Assignment small =
                MacVendors.of(new MacAddress(0x70b3_d500_1000L)).orElseThrow();
        assertThat(small.prefix()).isEqualTo("70:b3:d5:00:1");
    }

    @Test
    void addressesChosenBySoftwareAndGroupsHaveNoMaker() {
        assertThat(vendor(0x0242_c0a8_010aL)).isEmpty();
        assertThat(vendor(0x010c_cd01_0001L)).isEmpty();
        assertThat(vendor(0)).isEmpty();
    }
}
