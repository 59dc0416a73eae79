package org.zonewright.facts.memory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// An array of longs, all 0 at first, that is a file in memory: what of it is not in use the system may write out,
/// and it counts as the file's memory, not as the process's own. For an index, which is read all over. The file is
/// deleted as that of [SpillFile] is; its room on disk comes free once the garbage collector has found the closed
/// array. Mutable; one thread.
final class MappedLongs implements AutoCloseable {
    /// The longest: 1 GB.
    static final int MOST = 1 << 27;

    private static final int BLOCK_BYTES = 1 << 20;

    private final FileChannel channel;
    private final LongBuffer longs;
    private final Path folder;

    MappedLongs(Path folder, int length) {
        this.folder = folder;
        try {
            Path file = Files.createTempFile(folder, "zonewright-", ".spill");
            channel = FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            fill((long) length * Long.BYTES);
            longs = channel.map(FileChannel.MapMode.READ_WRITE, 0, (long) length * Long.BYTES)
                    .order(ByteOrder.nativeOrder())
                    .asLongBuffer();
        } catch (IOException e) {
            throw new SpillFailure(folder.toString(), e);
        }
    }

    /// Writes the file out before it is mapped: a full disk is an error here, and would be a crash later.
    private void fill(long bytes) throws IOException {
        ByteBuffer zeros = ByteBuffer.allocate(BLOCK_BYTES);
        for (long at = 0; at < bytes; ) {
            zeros.clear().limit((int) Math.min(BLOCK_BYTES, bytes - at));
            while (zeros.hasRemaining()) {
                at += channel.write(zeros, at);
            }
        }
    }

    long get(int place) {
        return longs.get(place);
    }

    void put(int place, long value) {
        longs.put(place, value);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new SpillFailure(folder.toString(), e);
        }
    }
}
