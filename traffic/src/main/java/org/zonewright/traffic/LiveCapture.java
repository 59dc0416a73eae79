package org.zonewright.traffic;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.zonewright.base.ProblemLog;
import org.zonewright.facts.Basis;
import org.zonewright.facts.Contribution;
import org.zonewright.facts.ContributionUnion;
import org.zonewright.facts.Source;
import org.zonewright.traffic.capture.ByteSource;
import org.zonewright.traffic.capture.CaptureReader;

/// A capture that is read while it is being written: what it shows can be asked for at any time, and reading goes on.
///
/// A thread of its own reads the bytes as they come and waits where there are none. It holds the lock while it
/// decodes and lets it go whenever it asks for bytes, so a snapshot is taken between two portions of bytes and sees
/// whole frames; what is half there (a record, a message, a fragment) waits for the rest. When the bytes end, the
/// facts are those that [TrafficReader] reads of the same bytes, so long as the capture was not cut: after
/// [#PART_ROWS] rows in its tables what was read becomes a finished part, kept within the bound of
/// [ContributionUnion], and reading goes on with empty tables. A connection that goes on over a cut counts twice in
/// the number of flows.
///
/// All methods are for any thread.
public final class LiveCapture implements AutoCloseable {
    /// Rows in all tables after which a part is finished: some 60 MB.
    public static final int PART_ROWS = 200_000;

    private final ByteSource bytes;
    private final LiveParts parts;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Thread thread;
    private @Nullable Contribution whole;
    private @Nullable Throwable failure;

    /// Begins to read. `file` is what problems and facts call the capture, `sensor` who saw it. `bytes` is closed
    /// when it has ended; closing it must make a waiting read return.
    public LiveCapture(String file, String sensor, ByteSource bytes, TrafficReader.Options options) {
        this(file, sensor, bytes, options, PART_ROWS, ContributionUnion.Bound.DEFAULT);
    }

    LiveCapture(
            String file,
            String sensor,
            ByteSource bytes,
            TrafficReader.Options options,
            int partRows,
            ContributionUnion.Bound bound) {
        this.bytes = bytes;
        Source source = new Source(sensor, file, "live:" + file, Basis.OBSERVED);
        ContributionUnion earlier = new ContributionUnion(source, true, bound, TrafficProblem.BOUND_REACHED);
        parts = new LiveParts(file, sensor, options, partRows, earlier);
        thread = Thread.ofPlatform().daemon().name("live " + file).start(() -> read(file, options));
    }

    /// The sensor of a file as [TrafficReader] names it.
    public static String sensorOf(String file) {
        return TrafficReader.sensorOf(file);
    }

    private void read(String file, TrafficReader.Options options) {
        lock.lock();
        try {
            ProblemLog problems = parts.problems();
            CaptureReader.Result result = CaptureReader.read(
                    file,
                    this::next,
                    parts,
                    problems,
                    new CaptureReader.Options(Long.MAX_VALUE, options.digest(), false));
            whole = parts.finish(result);
        } catch (RuntimeException | Error e) {
            failure = e; // whoever asks next is told, also that there is no memory
        } finally {
            lock.unlock();
            close();
        }
    }

    private int next(byte[] target, int offset, int length) throws IOException {
        lock.unlock();
        try {
            return bytes.read(target, offset, length);
        } finally {
            lock.lock();
        }
    }

    /// Everything that was read so far. The source's digest is one only when the bytes have ended. Throws
    /// [IllegalStateException] with the cause where reading failed.
    public Contribution snapshot() {
        lock.lock();
        try {
            if (failure != null) {
                throw new IllegalStateException("reading failed", failure);
            }
            return whole == null ? parts.snapshot() : whole;
        } finally {
            lock.unlock();
        }
    }

    /// True if no more is read: the bytes ended, or they cannot be read any further.
    public boolean isEnded() {
        return !thread.isAlive();
    }

    /// Waits until nothing more is read, at most for `limit`, and gives everything that was read by then.
    public Contribution end(Duration limit) throws InterruptedException {
        thread.join(Math.max(1, limit.toMillis()));
        return snapshot();
    }

    /// Rows in the tables and in the parts that are finished: what memory grows with.
    int size() {
        lock.lock();
        try {
            return parts.size();
        } finally {
            lock.unlock();
        }
    }

    /// Ends the bytes. What was read stays.
    @Override
    public void close() {
        try {
            bytes.close();
        } catch (IOException e) {
            lock.lock();
            try {
                parts.unclosed(e);
            } finally {
                lock.unlock();
            }
        }
    }
}
