package org.zonewright.facts.memory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The temporary file of a budget: slots of [#SLOT_LONGS] longs that are written, read and used again. Made when the
/// first page is spilled. Where the system can, it has no name from its opening on, and elsewhere it is deleted when
/// it is closed: nothing is left behind, even by a process that is killed. Thread-safe.
final class SpillFile implements AutoCloseable {
    /// Longs that fit one slot: 24 KiB.
    static final int SLOT_LONGS = 3072;

    private static final int SLOT_BYTES = SLOT_LONGS * Long.BYTES;

    private final Path folder;
    private @Nullable FileChannel channel;
    private ByteBuffer buffer = ByteBuffer.allocate(0); // a slot, once there is a file
    private long slots;
    private long[] free = new long[16];
    private int freeCount;

    SpillFile(Path folder) {
        this.folder = folder;
    }

    /// Where the file is, or will be.
    Path folder() {
        return folder;
    }

    /// Writes the first `count` longs of the page, into `slot` or, if that is negative, into one that is free. Gives
    /// the slot.
    synchronized long write(long[] page, int count, long slot) {
        long to = slot >= 0 ? slot : freeCount > 0 ? free[--freeCount] : slots++;
        try {
            FileChannel file = open();
            buffer.clear();
            buffer.asLongBuffer().put(page, 0, count);
            buffer.limit(count * Long.BYTES);
            long at = to * SLOT_BYTES;
            while (buffer.hasRemaining()) {
                at += file.write(buffer, at);
            }
        } catch (IOException e) {
            throw new SpillFailure(folder.toString(), e);
        }
        return to;
    }

    /// Reads the first `count` longs of a slot that was written.
    synchronized void read(long slot, long[] page, int count) {
        try {
            FileChannel file = open();
            buffer.clear().limit(count * Long.BYTES);
            long at = slot * SLOT_BYTES;
            while (buffer.hasRemaining()) {
                int read = file.read(buffer, at);
                if (read < 0) {
                    throw new IOException("the temporary file ends before its page");
                }
                at += read;
            }
        } catch (IOException e) {
            throw new SpillFailure(folder.toString(), e);
        }
        buffer.flip();
        buffer.asLongBuffer().get(page, 0, count);
    }

    /// Gives a slot back, to be written anew.
    synchronized void free(long slot) {
        if (freeCount == free.length) {
            free = Arrays.copyOf(free, freeCount * 2);
        }
        free[freeCount++] = slot;
    }

    /// Bytes that the file takes on disk at most.
    synchronized long bytes() {
        return slots * SLOT_BYTES;
    }

    private FileChannel open() throws IOException {
        FileChannel open = channel;
        if (open == null) {
            Path file = Files.createTempFile(folder, "zonewright-", ".spill");
            open = FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            channel = open;
            buffer = ByteBuffer.allocateDirect(SLOT_BYTES).order(ByteOrder.nativeOrder());
        }
        return open;
    }

    @Override
    public synchronized void close() {
        FileChannel open = channel;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                throw new SpillFailure(folder.toString(), e);
            }
        }
    }
}
