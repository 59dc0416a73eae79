package org.zonewright.intake.flowexport;

/// Times of one message. `uptimeMilliseconds` is the exporter's at `exportNanos`; -1 where it has none.
record Clock(long exportNanos, long uptimeMilliseconds) {
    private static final long SECOND = 1_000_000_000L;
    private static final long MILLISECOND = 1_000_000L;
    private static final long UPTIME_WRAPS = 1L << 32;

    static Clock sinceStart(long uptimeMilliseconds, long seconds, long nanos) {
        return new Clock(seconds * SECOND + Math.min(nanos, SECOND - 1), uptimeMilliseconds);
    }

    static Clock exported(long seconds) {
        return new Clock(seconds * SECOND, -1);
    }

    long first(FlowRecord record) {
        return time(record, Element.START_MILLISECONDS, Element.START_SECONDS, Element.FIRST_UPTIME);
    }

    long last(FlowRecord record) {
        return time(record, Element.END_MILLISECONDS, Element.END_SECONDS, Element.LAST_UPTIME);
    }

    private long time(FlowRecord record, int milliseconds, int seconds, int uptime) {
        long inMilliseconds = record.number(milliseconds, -1);
        if (inMilliseconds >= 0 && inMilliseconds < Long.MAX_VALUE / MILLISECOND) {
            return inMilliseconds * MILLISECOND;
        }
        long inSeconds = record.number(seconds, -1);
        if (inSeconds >= 0 && inSeconds < UPTIME_WRAPS) {
            return inSeconds * SECOND;
        }
        long up = record.number(uptime, -1);
        if (up < 0 || uptimeMilliseconds < 0) {
            return exportNanos;
        }
        long before = Math.floorMod(uptimeMilliseconds - up, UPTIME_WRAPS);
        return exportNanos - before * MILLISECOND;
    }
}
