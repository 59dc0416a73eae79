package org.zonewright.traffic.frame;

import java.time.Duration;
import java.util.Arrays;
import org.zonewright.facts.CaptureSummary;

/// Watches the times of frames: long pauses, and steps back on one interface. Mutable; one thread; an ordinary frame
/// costs two comparisons.
///
/// A pause can be judged only when all frames are known, so the candidates are kept: those of at least ten seconds,
/// of which a capture of a week has some ten thousands at most; beyond [#LIMIT] the shorter ones are not.
final class ClockWatch {
    static final int LIMIT = 4096;
    private static final long LEAST_PAUSE = 10_000_000_000L;
    private static final long STEP = 1_000_000_000L;
    private static final int MEANS = 1000;

    private long[] lastByInterface = {};
    private long[] pauses = new long[16];
    private int pauseCount;
    private long longest;
    private long longestAt;
    private long stepsBack;
    private long largestStepBack;
    private long firstStepBackAt;
    private long unordered;

    /// True if a frame comes neither before the latest one of all nor long after it; then nothing else is to be said of
    /// it. False for the first frames.
    boolean ticks(int interfaceId, long nanos, long before) {
        long since = nanos - before;
        if (since < 0 || since >= LEAST_PAUSE || interfaceId >= lastByInterface.length) {
            return false;
        }
        lastByInterface[interfaceId] = nanos;
        return true;
    }

    /// A frame; `before` is the latest time of all frames before it, meaningless for the first one.
    void saw(int interfaceId, long nanos, long before, long number) {
        if (interfaceId >= lastByInterface.length) {
            int known = lastByInterface.length;
            lastByInterface = Arrays.copyOf(lastByInterface, interfaceId + 1);
            Arrays.fill(lastByInterface, known, interfaceId + 1, Long.MIN_VALUE);
        }
        long last = lastByInterface[interfaceId];
        lastByInterface[interfaceId] = nanos;
        if (nanos < last) {
            back(last - nanos, number);
        } else if (number > 1 && nanos - before >= LEAST_PAUSE) {
            pause(nanos - before, number);
        }
    }

    private void back(long step, long number) {
        if (step > 0 && step < STEP) {
            unordered++;
            return;
        }
        stepsBack++;
        largestStepBack = Math.max(largestStepBack, step < 0 ? Long.MAX_VALUE : step);
        if (firstStepBackAt == 0) {
            firstStepBackAt = number;
        }
    }

    private void pause(long length, long number) {
        if (length > longest) {
            longest = length;
            longestAt = number;
        }
        if (pauseCount < LIMIT) {
            if (pauseCount == pauses.length) {
                pauses = Arrays.copyOf(pauses, pauseCount * 2);
            }
            pauses[pauseCount++] = length;
        }
    }

    /// What was seen of `frames` frames between the first and the last time.
    CaptureSummary.Clock summary(long frames, long firstNanos, long lastNanos) {
        double mean = frames < 2 ? 0 : ((double) lastNanos - firstNanos) / (frames - 1);
        long silences = 0;
        for (int i = 0; i < pauseCount; i++) {
            if (pauses[i] >= MEANS * mean) {
                silences++;
            }
        }
        return new CaptureSummary.Clock(
                silences,
                Duration.ofNanos(silences == 0 ? 0 : longest),
                silences == 0 ? 0 : longestAt,
                stepsBack,
                Duration.ofNanos(largestStepBack),
                firstStepBackAt,
                unordered);
    }
}
