package org.zonewright.facts;

import java.util.Comparator;

/// The identity of one source: the sensor it belongs to and what distinguishes this file or stream from every other.
///
/// `digest` is `sha256:…` of the file's bytes as stored, or `stream:…` for input that cannot be read twice. Two
/// contributions of one source are the same facts; the later one replaces the earlier.
public record Source(String sensor, String file, String digest, Basis basis) implements Comparable<Source> {
    private static final Comparator<Source> ORDER =
            Comparator.comparing(Source::sensor).thenComparing(Source::digest).thenComparing(Source::file);

    @Override
    public int compareTo(Source other) {
        return ORDER.compare(this, other);
    }
}
