package org.zonewright.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.zonewright.traffic.capture.ByteSource;

/// A capture in memory, so that what is measured is decoding and not a disk. Mutable by whoever holds the bytes, which
/// nobody changes.
final class Workload {
    private static final int SWEPT = 50_000;

    private final byte[] bytes;

    private Workload(byte[] bytes) {
        this.bytes = bytes;
    }

    /// `plant`, `one` (a single conversation) and `sweep` are made here; any other name is a file's.
    static Workload of(String name) throws IOException {
        return new Workload(
                switch (name) {
                    case "plant" -> PollingPlant.capture();
                    case "one" -> PollingPlant.oneConversation();
                    case "sweep" -> PortSweep.capture(SWEPT);
                    default -> Files.readAllBytes(Path.of(name));
                });
    }

    /// The bytes, from the start.
    ByteSource open() {
        return new ByteSource() {
            private int position;

            @Override
            public int read(byte[] target, int offset, int length) {
                int count = Math.min(length, bytes.length - position);
                System.arraycopy(bytes, position, target, offset, count);
                position += count;
                return count == 0 ? -1 : count;
            }
        };
    }
}
