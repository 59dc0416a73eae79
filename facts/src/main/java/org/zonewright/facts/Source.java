package org.zonewright.facts;

import java.util.Comparator;

/// The identity of one source: the sensor it belongs to and what distinguishes this file or stream from every other.
///
/// `digest` is `sha256:…` of the bytes as stored, or where none was asked for a fingerprint of what was read: it
/// changes while a file grows. `stream` does not: it is what the first frame of a capture shows, and for other
/// sources the digest. A source is told from others by its sensor, its stream and its file alone, so that what is
/// read of a file that has grown since replaces what was read before.
public record Source(String sensor, String file, String digest, Basis basis, String stream)
        implements Comparable<Source> {
    private static final Comparator<Source> ORDER =
            Comparator.comparing(Source::sensor).thenComparing(Source::stream).thenComparing(Source::file);

    /// A source that does not grow.
    public Source(String sensor, String file, String digest, Basis basis) {
        this(sensor, file, digest, basis, digest);
    }

    /// 0 for two states of one source, which need not be equal.
    @Override
    public int compareTo(Source other) {
        return ORDER.compare(this, other);
    }
}
