package org.zonewright.app.watch;

import java.util.regex.Pattern;

/// What the files of one ring have in common: their name with the parts that count or tell the time as `*`, such as
/// `tap-1_*.pcapng` for `tap-1_00001_20261123010203.pcapng`. So a ring is one sensor, two rings in a folder are two,
/// and
/// patterns of the plant document that fit the files fit the ring.
final class RingNames {
    /// A date with or without a time, a counter of at least five digits (dumpcap), or digits behind the last dot's
    /// word (tcpdump -C).
    private static final Pattern CHANGING = Pattern.compile(
            "(\\d{4}-\\d\\d-\\d\\d([T_ -]?\\d\\d[:.-]?\\d\\d([:.-]?\\d\\d)?)?|\\d{5,})|(?<=\\.p?cap(ng)?)\\d+$");

    private static final Pattern SEVERAL = Pattern.compile("\\*([_-]?\\*)+");

    private RingNames() {}

    static String of(String fileName) {
        return SEVERAL.matcher(CHANGING.matcher(fileName).replaceAll("*")).replaceAll("*");
    }
}
