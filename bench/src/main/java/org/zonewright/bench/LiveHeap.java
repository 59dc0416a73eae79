package org.zonewright.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.zonewright.facts.Contribution;
import org.zonewright.traffic.TrafficReader;
import org.zonewright.traffic.capture.ByteSource;

/// Reads a capture on one thread and prints how many bytes of heap its conversations and facts hold when the last
/// frame was read: live objects then, less those before the first frame.
public final class LiveHeap {
    private static final int COLLECTIONS = 4;

    private LiveHeap() {}

    /// A capture's bytes; weighs the heap when the first is asked for and when there are no more.
    private static final class Weighed implements ByteSource {
        private final ByteSource in;
        private long before = -1;
        private long after;

        Weighed(ByteSource in) {
            this.in = in;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (before < 0) {
                before = live();
            }
            int count = in.read(target, offset, length);
            if (count < 0) {
                after = live();
            }
            return count;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    /// The live bytes. Only every fourth collection of the serial collector moves everything together; the others
    /// may leave a twentieth of the old generation to what is dead (`MarkSweepAlwaysCompactCount`,
    /// `MarkSweepDeadRatio`).
    private static long live() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /// Prints the bytes.
    ///
    /// @param args the file
    public static void main(String[] args) throws IOException {
        try (Weighed bytes = new Weighed(ByteSource.open(Path.of(args[0])))) {
            TrafficReader reader = new TrafficReader(new TrafficReader.Options(1, false));
            Contribution facts = reader.read(args[0], bytes);
            System.out.println(
                    (bytes.after - bytes.before) + " " + facts.conversations().size());
        }
    }
}
