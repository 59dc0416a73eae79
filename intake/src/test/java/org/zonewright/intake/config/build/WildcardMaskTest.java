package org.zonewright.intake.config.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.zonewright.facts.Ipv4Address;
import org.zonewright.facts.policy.AddressSet;

/// A wildcard mask takes exactly the addresses that differ in its ones, and too many ranges are refused rather than
/// listed.
class WildcardMaskTest {
    @Test
    void theMasksThatPeopleWriteAreRanges() {
        assertThat(WildcardMask.of("10.1.2.77", "0.0.0.255")).isEqualTo(AddressSet.parse("10.1.2.0/24"));
        assertThat(WildcardMask.of("10.1.2.77", "0.0.0.0")).isEqualTo(AddressSet.parse("10.1.2.77"));
        assertThat(WildcardMask.of("1.2.3.4", "255.255.255.255")).contains(AddressSet.anyIpv4());
    }

    @Test
    void everyAddressIsInItIfAndOnlyIfTheOtherBitsAgree() {
        Random random = new Random(4711);
        for (int i = 0; i < 200; i++) {
            int mask = 0;
            for (int bit = 0; bit < 6; bit++) {
                mask |= 1 << random.nextInt(Integer.SIZE);
            }
            int base = random.nextInt();
            AddressSet set = WildcardMask.of(new Ipv4Address(base).toString(), new Ipv4Address(mask).toString())
                    .orElseThrow();
            int near = base ^ (random.nextInt() & mask) ^ (random.nextInt(4) == 0 ? 1 << random.nextInt(32) : 0);
            assertThat(set.contains(new Ipv4Address(near))).isEqualTo((near & ~mask) == (base & ~mask));
        }
    }

    @Test
    void tooManyRangesAndTextsThatAreNoAddressGiveNothing() {
        assertThat(WildcardMask.of("10.0.0.0", "85.85.85.84")).isEmpty();
        assertThat(WildcardMask.of("10.0.0", "0.0.0.255")).isEmpty();
        assertThat(WildcardMask.of("10.0.0.0", "many")).isEmpty();
    }
}
