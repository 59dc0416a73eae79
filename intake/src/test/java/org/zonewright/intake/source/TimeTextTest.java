package org.zonewright.intake.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// A time that a log states must not break the reckoning with it, however far away it is.
class TimeTextTest {
    @Test
    void secondsAndDatesAreNanosecondsSince1970() {
        assertThat(TimeText.nanos("1700000000.000001")).contains(1_700_000_000_000_001_000L);
        assertThat(TimeText.nanos("1970-01-01T01:00:01.5+0100")).contains(1_500_000_000L);
    }

    @Test
    void timesBefore1970AndAfter2100AreNone() {
        assertThat(TimeText.nanos("+999999999-12-31T23:59:59Z")).isEmpty();
        assertThat(TimeText.nanos("1969-12-31T23:59:59Z")).isEmpty();
        assertThat(TimeText.nanos("4102444801")).isEmpty();
        assertThat(TimeText.nanos("-1")).isEmpty();
    }

    @Test
    void theLatestTimeAndTheLongestDurationFitTogether() {
        long latest = TimeText.nanos("4102444800.999999999").orElseThrow();
        assertThat(Math.addExact(latest, TimeText.length("4102444800.999999999")))
                .isPositive();
    }
}
