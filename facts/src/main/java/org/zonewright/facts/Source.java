package org.zonewright.facts;

import java.util.Comparator;

/// The identity of one source: the sensor it belongs to and what distinguishes this file or stream from every other.
///
/// `digest` is `sha256:…` of the bytes as stored, or where none was asked for a fingerprint of what was read. Two
/// contributions of one source are the same facts; the later one replaces the earlier.
public record Source(String sensor, String file, String digest, Basis basis) implements Comparable<Source> {
    private static final Comparator<Source> ORDER =
            Comparator.comparing(Source::sensor).thenComparing(Source::digest).thenComparing(Source::file);

    @Override
    public int compareTo(Source other) {
        return ORDER.compare(this, other);
    }
}
