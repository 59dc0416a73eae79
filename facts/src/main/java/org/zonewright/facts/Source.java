package org.zonewright.facts;

import org.jspecify.annotations.Nullable;

/// The identity of one source: the sensor it belongs to and what distinguishes this file or stream from every other.
///
/// `digest` is `sha256:…` of the bytes as stored, or where none was asked for a fingerprint of what was read: it
/// changes while a file grows. `stream` does not: it is what the first frame of a capture shows, and for other
/// sources the digest. A source is told from others by its sensor, its stream and its file alone, so that what is
/// read of a file that has grown since replaces what was read before.
public record Source(String sensor, String file, String digest, Basis basis, String stream)
        implements Comparable<Source> {
    /// A source that does not grow.
    public Source(String sensor, String file, String digest, Basis basis) {
        this(sensor, file, digest, basis, digest);
    }

    /// 0 for two states of one source, which need not be equal.
    @Override
    public int compareTo(Source other) {
        int bySensor = sensor.compareTo(other.sensor);
        if (bySensor != 0) {
            return bySensor;
        }
        int byStream = stream.compareTo(other.stream);
        return byStream != 0 ? byStream : file.compareTo(other.file);
    }

    // By hand, as all keys that hold an enum.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Source that
                && sensor.equals(that.sensor)
                && file.equals(that.file)
                && digest.equals(that.digest)
                && basis == that.basis
                && stream.equals(that.stream);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * sensor.hashCode() + file.hashCode()) + digest.hashCode();
    }
}
