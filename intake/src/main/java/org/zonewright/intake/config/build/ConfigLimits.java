package org.zonewright.intake.config.build;

/// How much of a configuration is read. Honest ones have some megabytes, some hundred thousand lines, and cost some
/// million steps.
///
/// `maxBytes` and `maxLines` are of the file; `maxSteps` counts rules, elements of XML or JSON, and ranges of
/// addresses and ports that sets are put together from, so that groups within groups cannot multiply.
public record ConfigLimits(int maxBytes, int maxLines, long maxSteps) {
    public static final ConfigLimits USUAL = new ConfigLimits(64 << 20, 2_000_000, 20_000_000);
}
