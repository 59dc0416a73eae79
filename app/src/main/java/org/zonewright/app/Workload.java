package org.zonewright.app;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.zonewright.traffic.capture.CaptureInput;

/// Which captures are read one by one, by all threads each, and which side by side, by one thread each.
///
/// A thread of its own is the cheapest way to read a file, as long as no thread is left without one. So those that
/// hold more than one thread's share of all bytes get all threads, and so does a capture that is alone.
record Workload(List<CaptureInput> oneByOne, List<CaptureInput> sideBySide) {
    static Workload of(List<CaptureInput> captures, int threads) {
        if (threads == 1 || captures.size() < 2) {
            return new Workload(captures, List.of());
        }
        long[] sizes = captures.stream().mapToLong(Workload::size).toArray();
        long all = 0;
        for (long size : sizes) {
            all += size;
        }
        List<CaptureInput> oneByOne = new ArrayList<>();
        List<CaptureInput> sideBySide = new ArrayList<>();
        for (int i = 0; i < sizes.length; i++) {
            (sizes[i] > all / threads ? oneByOne : sideBySide).add(captures.get(i));
        }
        return new Workload(oneByOne, sideBySide);
    }

    /// Bytes on disk; 0 where that is not known.
    private static long size(CaptureInput capture) {
        try {
            return capture instanceof CaptureInput.InFile file ? Files.size(file.path()) : 0;
        } catch (IOException e) {
            return 0; // whoever reads it says why it cannot be read
        }
    }
}
