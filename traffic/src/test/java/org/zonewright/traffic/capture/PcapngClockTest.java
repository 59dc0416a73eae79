package org.zonewright.traffic.capture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Protects the conversion of every resolution a file may name, without overflow.
class PcapngClockTest {
    private static final long NANOS = 1_000_000_000L;

    @Test
    void powersOfTenAboveAndBelowANanosecond() {
        assertThat(PcapngClock.of(0, 0).nanos(5)).isEqualTo(5 * NANOS);
        assertThat(PcapngClock.of(3, 0).nanos(1500)).isEqualTo(1500 * 1_000_000L);
        assertThat(PcapngClock.of(6, 0).nanos(1_700_000_000_123_456L)).isEqualTo(1_700_000_000_123_456_000L);
        assertThat(PcapngClock.of(9, 0).nanos(123)).isEqualTo(123);
        assertThat(PcapngClock.of(12, 0).nanos(123_999)).isEqualTo(123);
        assertThat(PcapngClock.of(27, 0).nanos(-1)).isEqualTo(18);
    }

    @Test
    void powersOfTwo() {
        assertThat(PcapngClock.of(0x80, 0).nanos(7)).isEqualTo(7 * NANOS);
        assertThat(PcapngClock.of(0x81, 0).nanos(3)).isEqualTo(1_500_000_000L);
        assertThat(PcapngClock.of(0xA0, 0).nanos((9L << 32) + (1L << 31))).isEqualTo(9_500_000_000L);
        assertThat(PcapngClock.of(0xBF, 0).nanos((1L << 63) + (1L << 62))).isEqualTo(1_500_000_000L);
    }

    @Test
    void offsetsAreAddedInSeconds() {
        assertThat(PcapngClock.of(6, 10).nanos(1)).isEqualTo(10 * NANOS + 1000);
        assertThat(PcapngClock.of(6, -10).nanos(1)).isEqualTo(-10 * NANOS + 1000);
    }

    @Test
    void timesThatDoNotFitBecomeTheLastThatDoes() {
        assertThat(PcapngClock.of(0, 0).nanos(-1)).isEqualTo(Long.MAX_VALUE);
        assertThat(PcapngClock.of(6, 0).nanos(Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
        assertThat(PcapngClock.of(9, 0).nanos(Long.MIN_VALUE)).isEqualTo(Long.MAX_VALUE);
        assertThat(PcapngClock.of(0x80, 0).nanos(-1)).isEqualTo(Long.MAX_VALUE);
        assertThat(PcapngClock.of(9, 9_000_000_000L).nanos(Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void saysWhatItCannotCount() {
        assertThat(PcapngClock.canCount(27)).isTrue();
        assertThat(PcapngClock.canCount(28)).isFalse();
        assertThat(PcapngClock.canCount(0x80 | 63)).isTrue();
        assertThat(PcapngClock.canCount(0x80 | 64)).isFalse();
        assertThat(PcapngClock.canShift(9_223_372_036L)).isTrue();
        assertThat(PcapngClock.canShift(9_223_372_037L)).isFalse();
        assertThat(PcapngClock.canShift(Long.MIN_VALUE)).isFalse();
    }
}
