package org.zonewright.bench;

import org.zonewright.traffic.capture.FrameSink;

/// Adds up what was captured and looks no further.
final class RecordCounter implements FrameSink {
    private long bytes;

    long bytes() {
        return bytes;
    }

    @Override
    public void networkInterface(int id, int linkType, String name, int snapLength) {}

    @Override
    public void frame(
            byte[] bytes,
            int offset,
            int captured,
            long wireLength,
            long nanos,
            int interfaceId,
            long number,
            long fileOffset) {
        this.bytes += captured;
    }

    @Override
    public void lost(long frames) {}
}
