package org.zonewright.report.discovery;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zonewright.facts.inventory.estimate.SystemEstimate;

/// An operating system in one cell: its name, and after a bar what equally sure words say instead.
public final class SystemText {
    private SystemText() {}

    public static String of(SystemEstimate estimate) {
        return Stream.concat(Stream.of(estimate), estimate.against().stream())
                .map(SystemEstimate::name)
                .collect(Collectors.joining(" | "));
    }
}
