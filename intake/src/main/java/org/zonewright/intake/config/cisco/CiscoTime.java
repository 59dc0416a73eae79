package org.zonewright.intake.config.cisco;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Times in the first lines of a configuration: `14:07:09.123 UTC Thu Mar 5 2026`. A zone's abbreviation that is not
/// known is read as UTC.
final class CiscoTime {
    private static final Pattern TIME =
            Pattern.compile("(\\d{2}:\\d{2}:\\d{2})(?:\\.\\d+)? (\\S{1,10}) \\w{3} (\\w{3}) {1,2}(\\d{1,2}) (\\d{4})");
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("HH:mm:ss MMM d yyyy", Locale.ROOT);
    private static final Map<String, String> ZONES = Map.of(
            "CET", "+01:00", "CEST", "+02:00", "CEDT", "+02:00", "EET", "+02:00", "EEST", "+03:00", "EST", "-05:00",
            "EDT", "-04:00", "PST", "-08:00", "PDT", "-07:00");

    private CiscoTime() {}

    static Optional<Instant> in(String line) {
        Matcher time = TIME.matcher(line);
        if (!time.find()) {
            return Optional.empty();
        }
        try {
            ZoneId zone = ZoneOffset.of(ZONES.getOrDefault(time.group(2), "Z"));
            String plain = time.group(1) + " " + time.group(3) + " " + time.group(4) + " " + time.group(5);
            return Optional.of(LocalDateTime.parse(plain, FORMAT).atZone(zone).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty(); // a comment that only looks like a time
        }
    }
}
