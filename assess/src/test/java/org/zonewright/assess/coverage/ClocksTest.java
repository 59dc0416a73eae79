package org.zonewright.assess.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zonewright.standard.catalogue.Catalogues;
import org.zonewright.standard.catalogue.LawCatalogue;
import org.zonewright.standard.catalogue.NationalOverlay;
import org.zonewright.standard.catalogue.NationalOverlays;

/// Protects people in the worst hour: a report that is due too late on our clock is one that they send too late.
class ClocksTest {
    private static final LawCatalogue NIS2 = Catalogues.shipped().nis2();
    private static final LawCatalogue CRA = Catalogues.shipped().cra();

    private static String due(LawCatalogue law, String duty, Trigger trigger, String time, ZoneId zone) {
        return Clocks.of(law, Map.of(trigger, Instant.parse(time)), zone).stream()
                .filter(clock -> clock.duty().equals(duty))
                .findFirst()
                .orElseThrow()
                .due()
                .map(Instant::toString)
                .orElse("not due");
    }

    @ParameterizedTest
    @CsvSource({
        "Art. 23(4)(a), AWARENESS,    2026-11-22T10:00:00Z, 2026-11-23T10:00:00Z",
        "Art. 23(4)(b), AWARENESS,    2026-11-22T10:00:00Z, 2026-11-25T10:00:00Z",
        "Art. 23(4)(c), REQUEST,      2026-11-22T10:00:00Z, not due",
        "Art. 23(4)(d), NOTIFICATION, 2026-11-25T10:00:00Z, 2026-12-25T10:00:00Z",
        "Art. 23(4)(d), NOTIFICATION, 2026-01-31T10:00:00Z, 2026-02-28T10:00:00Z",
        "Art. 23(4)(d), NOTIFICATION, 2028-01-31T10:00:00Z, 2028-02-29T10:00:00Z",
        "Art. 23(4)(d), NOTIFICATION, 2026-03-31T23:30:00Z, 2026-04-30T23:30:00Z",
        "Art. 23(4)(d), AWARENESS,    2026-03-31T23:30:00Z, not due",
        "Art. 23(4)(e), HANDLED,      2026-12-31T10:00:00Z, 2027-01-31T10:00:00Z",
    })
    void reportsOfNis2AreDue(String duty, Trigger trigger, String time, String due) {
        assertThat(due(NIS2, duty, trigger, time, ZoneOffset.UTC)).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({
        "Art. 14(2)(a), AWARENESS,    2026-11-22T10:00:00Z, 2026-11-23T10:00:00Z",
        "Art. 14(2)(b), AWARENESS,    2026-11-22T10:00:00Z, 2026-11-25T10:00:00Z",
        "Art. 14(2)(c), REMEDY,       2026-11-22T10:00:00Z, 2026-12-06T10:00:00Z",
        "Art. 14(2)(c), REMEDY,       2028-02-20T10:00:00Z, 2028-03-05T10:00:00Z",
        "Art. 14(4)(a), AWARENESS,    2026-11-22T10:00:00Z, 2026-11-23T10:00:00Z",
        "Art. 14(4)(b), AWARENESS,    2026-11-22T10:00:00Z, 2026-11-25T10:00:00Z",
        "Art. 14(4)(c), NOTIFICATION, 2026-10-31T10:00:00Z, 2026-11-30T10:00:00Z",
    })
    void reportsOfTheCyberResilienceActAreDue(String duty, Trigger trigger, String time, String due) {
        assertThat(due(CRA, duty, trigger, time, ZoneOffset.UTC)).isEqualTo(due);
    }

    /// On 25 October 2026 clocks in Berlin go back an hour; the day is 25 hours long.
    @Test
    void hoursRunThroughAndMonthsKeepTheTimeOfDay() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        String start = "2026-10-24T20:00:00Z";
        assertThat(due(NIS2, "Art. 23(4)(a)", Trigger.AWARENESS, start, berlin)).isEqualTo("2026-10-25T20:00:00Z");
        assertThat(due(NIS2, "Art. 23(4)(d)", Trigger.NOTIFICATION, start, berlin))
                .isEqualTo("2026-11-24T21:00:00Z");
    }

    /// In UTC it is still 30 January, in Helsinki already the 31st: the zone decides where the month ends.
    @Test
    void theZoneDecidesWhichDayItIs() {
        String start = "2026-01-30T22:30:00Z";
        assertThat(due(NIS2, "Art. 23(4)(d)", Trigger.NOTIFICATION, start, ZoneId.of("Europe/Helsinki")))
                .isEqualTo("2026-02-27T22:30:00Z");
        assertThat(due(NIS2, "Art. 23(4)(d)", Trigger.NOTIFICATION, start, ZoneOffset.UTC))
                .isEqualTo("2026-02-28T22:30:00Z");
    }

    @Test
    void everyClockOfTheLawsHasATriggerThatWeKnow() {
        List<Clock> clocks = Stream.concat(
                        Stream.of(NIS2, CRA).map(law -> Clocks.of(law, Map.of(), ZoneOffset.UTC)),
                        NationalOverlays.shipped().stream()
                                .map((NationalOverlay overlay) -> Clocks.of(overlay, Map.of(), ZoneOffset.UTC)))
                .flatMap(List::stream)
                .toList();
        assertThat(clocks).hasSize(12).allSatisfy(clock -> {
            assertThat(clock.trigger())
                    .as(clock.duty() + " from " + clock.from())
                    .isPresent();
            assertThat(clock.due()).isEmpty();
        });
    }
}
