package org.zonewright.assess.levels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Protects claims from being read for another firmware: versions are compared as makers count, not as letters sort.
class VersionsTest {
    @Test
    void versionsOfOneProductAreInTheOrderInWhichTheyCameOut() {
        List<String> order =
                List.of("1.9", "v1.10", "2.0-alpha", "2.0 beta2", "2.0-rc1", "2.0", "2.0b", "2.0.1", "V2.1", "10");
        for (int i = 0; i < order.size(); i++) {
            for (int j = 0; j < order.size(); j++) {
                assertThat(Integer.signum(Versions.compare(order.get(i), order.get(j))))
                        .as(order.get(i) + " and " + order.get(j))
                        .isEqualTo(Integer.compare(i, j));
            }
        }
    }

    @Test
    void spellingDoesNotMatter() {
        for (String same : List.of("V2.0", "v2", "2", " 2.0.0 ", "2_0", "02.00")) {
            assertThat(Versions.compare(same, "2.0")).as(same).isZero();
        }
    }

    @Test
    void everyKindOfPreReleaseIsBeforeItsReleaseAndALoneLetterIsAVersionToo() {
        for (String early : List.of("2.0-rc1", "2.0 beta", "2.0_alpha3", "2.0-pre")) {
            assertThat(Versions.compare(early, "2.0")).as(early).isNegative();
        }
        assertThat(Versions.compare("v", "V")).isZero();
        assertThat(Versions.compare("v", "w")).isNegative();
    }

    @Test
    void bothEndsOfARangeBelongToItAndAMissingEndIsOpen() {
        assertThat(Versions.within("5.1", Optional.of("V5.1"), Optional.of("V5.9")))
                .isTrue();
        assertThat(Versions.within("5.9", Optional.of("V5.1"), Optional.of("V5.9")))
                .isTrue();
        assertThat(Versions.within("5.10", Optional.of("V5.1"), Optional.of("V5.9")))
                .isFalse();
        assertThat(Versions.within("5.0.9", Optional.of("V5.1"), Optional.empty()))
                .isFalse();
        assertThat(Versions.within("9", Optional.of("V5.1"), Optional.empty())).isTrue();
        assertThat(Versions.within("0.1", Optional.empty(), Optional.of("1"))).isTrue();
    }
}
