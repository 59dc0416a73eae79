package org.zonewright.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.zonewright.facts.memory.MemoryBudget;
import org.zonewright.traffic.TrafficReader;
import org.zonewright.traffic.capture.CaptureInput;

/// Reads one file again and again in one process, in ways that take turns, and prints a line for each pass:
/// `way`, seconds by the clock, seconds of all processors, bytes or conversations seen. Arguments: the file, how many
/// rounds, and the ways: a number of threads for everything a capture says
/// (`1`, `2` …), `bytes` for its bytes alone, `unpacked` for those of what it is compressed from.
public final class WarmReading {
    private static final int PORTION = 1 << 18;
    /// A warm program shares smaller files than one that has just started.
    private static final long SHARED_FROM = 64L << 20;

    private WarmReading() {}

    /// Runs the passes.
    ///
    /// @param args file, rounds, ways
    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]);
        List<String> ways = new ArrayList<>(List.of(args).subList(2, args.length));
        for (int round = Integer.parseInt(args[1]); round > 0; round--) {
            for (String way : ways) {
                long started = processor();
                long start = System.nanoTime();
                long seen = pass(file, way);
                double seconds = (System.nanoTime() - start) / 1e9;
                double worked = (processor() - started) / 1e9;
                System.out.println(String.format(Locale.ROOT, "%s %.4f %.4f %d", way, seconds, worked, seen));
            }
            ways.addLast(ways.removeFirst());
        }
    }

    /// Nanoseconds that this process has had of all processors.
    private static long processor() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static long pass(Path file, String way) throws IOException {
        return switch (way) {
            case "bytes" -> {
                try (InputStream in = Files.newInputStream(file)) {
                    yield drain(in);
                }
            }
            case "unpacked" -> {
                try (InputStream in = new GZIPInputStream(Files.newInputStream(file), PORTION)) {
                    yield drain(in);
                }
            }
            default -> {
                TrafficReader.Options options = new TrafficReader.Options(
                        1, false, Integer.parseInt(way), SHARED_FROM, MemoryBudget.unbounded());
                yield new TrafficReader(options)
                        .read(new CaptureInput.InFile(file.toString(), file))
                        .conversations()
                        .size();
            }
        };
    }

    private static long drain(InputStream in) throws IOException {
        byte[] bytes = new byte[PORTION];
        long all = 0;
        for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
            all += count;
        }
        return all;
    }
}
