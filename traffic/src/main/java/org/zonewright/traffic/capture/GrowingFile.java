package org.zonewright.traffic.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The bytes of a file that is being written: at its end the reader waits for more.
///
/// The bytes end where the file stops being what it was: removed, replaced by another under its name, cut shorter or
/// written anew; what it held before is read out first, as far as it is still there. They end too once [#finish()]
/// says that nothing more is wanted. One thread reads; the other methods are for any thread.
public final class GrowingFile implements ByteSource {
    /// The bytes at the beginning by which a file that was written anew is told, even if it is longer than before.
    private static final int HEAD = 256;

    private final Path file;
    private final Duration pause;
    private final FileChannel channel;
    private final @Nullable Object key;
    private final Object monitor = new Object();
    private byte[] head = {};
    private FileTime modified;
    /// It was written since its beginning was compared.
    private boolean touched;
    private long position;
    private long ends;
    private long asked;
    private boolean finished;
    private Optional<Ending> ending = Optional.empty();

    /// Why there are no more bytes.
    public enum Ending {
        /// [#finish()] was called.
        FINISHED,
        /// The file is gone, or another one has its name.
        REMOVED,
        /// The file is shorter than what was read of it, or begins with other bytes.
        REWRITTEN
    }

    /// Opens the file. At its end it is looked at again after each `pause`.
    ///
    /// @throws IOException if it cannot be opened
    public GrowingFile(Path file, Duration pause) throws IOException {
        this.file = file;
        this.pause = pause;
        channel = FileChannel.open(file, StandardOpenOption.READ);
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        key = now.fileKey();
        modified = now.lastModifiedTime();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        boolean last = false;
        while (true) {
            int count = rewritten() ? -1 : channel.read(ByteBuffer.wrap(target, offset, length));
            if (count > 0) {
                remember(target, offset, count);
                return count;
            }
            if (last || !waitForMore()) {
                // What was written before the file was let go may still come.
                if (last || ending().orElse(Ending.FINISHED) == Ending.REWRITTEN) {
                    return -1;
                }
                last = true;
            }
        }
    }

    private void remember(byte[] target, int offset, int count) {
        if (position < HEAD) {
            int more = (int) Math.min(HEAD - position, count);
            head = Arrays.copyOf(head, (int) position + more);
            System.arraycopy(target, offset, head, (int) position, more);
        }
        position += count;
    }

    /// True if the file is no longer the one whose beginning was read.
    private boolean rewritten() throws IOException {
        boolean changed = channel.size() < position;
        if (!changed && position > 0 && (touched || channel.size() > position)) {
            touched = false;
            ByteBuffer now = ByteBuffer.allocate(head.length);
            while (now.hasRemaining() && channel.read(now, now.position()) > 0) {
                // Until the head is there.
            }
            changed = !Arrays.equals(now.array(), head);
        }
        if (changed) {
            end(Ending.REWRITTEN);
        }
        return changed;
    }

    /// Waits at the end of the file; false if nothing more is to come.
    private boolean waitForMore() throws IOException {
        if (ending().isPresent()) {
            return false;
        }
        if (!isThere()) {
            end(Ending.REMOVED);
            return false;
        }
        try {
            if (pausedUnfinished()) {
                return true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        end(Ending.FINISHED);
        return false;
    }

    /// Waits for the length of a pause, or until somebody asks for a look; false if nothing more is wanted.
    private boolean pausedUnfinished() throws InterruptedException {
        synchronized (monitor) {
            ends++;
            monitor.notifyAll();
            long before = asked;
            long until = System.nanoTime() + pause.toNanos();
            long left = pause.toMillis();
            while (!finished && asked == before && left > 0) {
                monitor.wait(left);
                left = (until - System.nanoTime()) / 1_000_000;
            }
            return !finished;
        }
    }

    private boolean isThere() throws IOException {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            touched |= !now.lastModifiedTime().equals(modified);
            modified = now.lastModifiedTime();
            return Objects.equals(key, now.fileKey());
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private void end(Ending why) {
        synchronized (monitor) {
            ending = Optional.of(ending.orElse(why));
            monitor.notifyAll();
        }
    }

    /// What is there now is all: at its end the bytes end.
    public void finish() {
        synchronized (monitor) {
            finished = true;
            monitor.notifyAll();
        }
    }

    /// Why the bytes ended, if they did.
    public Optional<Ending> ending() {
        synchronized (monitor) {
            return ending;
        }
    }

    /// Waits until everything that is there now was read, or the bytes ended; false if it took longer than `limit`.
    public boolean catchUp(Duration limit) throws InterruptedException {
        long until = System.nanoTime() + limit.toNanos();
        synchronized (monitor) {
            // The end that is being looked at now may have been found before.
            long wanted = ends + 2;
            while (ends < wanted && ending.isEmpty()) {
                long left = (until - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return false;
                }
                asked++;
                monitor.notifyAll();
                monitor.wait(Math.min(left, 20));
            }
            return true;
        }
    }

    /// Ends the bytes and lets the file go.
    @Override
    public void close() throws IOException {
        end(Ending.FINISHED);
        channel.close();
    }
}
