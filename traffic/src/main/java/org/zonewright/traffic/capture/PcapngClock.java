package org.zonewright.traffic.capture;

/// Turns the ticks of a pcapng interface into nanoseconds since 1970. Immutable.
///
/// `if_tsresol` says how long a tick is: the power of 10 that its low seven bits name, or of 2 where its top bit is
/// set; `if_tsoffset` says how many seconds to add. A time that does not fit 64 bits becomes the nearest that does.
final class PcapngClock {
    /// What an interface has that says nothing: microseconds.
    static final PcapngClock MICROSECONDS = new PcapngClock(6, 0);

    private static final long NANOS = 1_000_000_000L;
    private static final int POWER_OF_TWO = 0x80;

    private final int exponent;
    private final boolean binary;
    private final long multiplier;
    private final long divisor;
    private final long offset;

    private PcapngClock(int resolution, long offsetSeconds) {
        binary = (resolution & POWER_OF_TWO) != 0;
        exponent = resolution & ~POWER_OF_TWO;
        multiplier = binary || exponent > 9 ? 0 : powerOfTen(9 - exponent);
        divisor = binary || exponent <= 9 ? 0 : powerOfTen(exponent - 9);
        offset = offsetSeconds * NANOS;
    }

    /// True for resolutions that a clock can be made of: ticks from a second down to 10^-27 or 2^-63 of it.
    static boolean canCount(int resolution) {
        return (resolution & POWER_OF_TWO) != 0 ? (resolution & ~POWER_OF_TWO) < 64 : resolution <= 27;
    }

    /// True for offsets that leave room for a time: those of some 290 years around 1970.
    static boolean canShift(long offsetSeconds) {
        return Math.abs(offsetSeconds) <= Long.MAX_VALUE / NANOS && offsetSeconds != Long.MIN_VALUE;
    }

    static PcapngClock of(int resolution, long offsetSeconds) {
        return new PcapngClock(resolution, offsetSeconds);
    }

    /// The time of `ticks`, an unsigned number.
    long nanos(long ticks) {
        long nanos;
        if (multiplier != 0) {
            nanos = Math.unsignedMultiplyHigh(ticks, multiplier) == 0 ? ticks * multiplier : -1;
        } else if (binary) {
            nanos = binaryNanos(ticks);
        } else {
            nanos = Long.divideUnsigned(ticks, divisor);
        }
        return shifted(nanos < 0 ? Long.MAX_VALUE : nanos);
    }

    private long shifted(long nanos) {
        return offset > 0 && nanos > Long.MAX_VALUE - offset ? Long.MAX_VALUE : nanos + offset;
    }

    /// Negative if it does not fit.
    private long binaryNanos(long ticks) {
        long seconds = ticks >>> exponent;
        if (seconds < 0 || seconds > Long.MAX_VALUE / NANOS - 1) {
            return -1;
        }
        long fraction = ticks - (seconds << exponent);
        // Below a nanosecond nothing is lost by dropping bits; above 2^32 the product would not fit.
        int dropped = Math.max(0, exponent - 32);
        return seconds * NANOS + (((fraction >>> dropped) * NANOS) >>> (exponent - dropped));
    }

    private static long powerOfTen(int power) {
        long value = 1;
        for (int i = 0; i < power; i++) {
            value *= 10;
        }
        return value;
    }
}
