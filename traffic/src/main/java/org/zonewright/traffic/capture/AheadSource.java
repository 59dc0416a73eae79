package org.zonewright.traffic.capture;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/// Reads another source on a thread of its own, some chunks ahead, so that unpacking and digesting run beside the
/// decoding of frames.
///
/// The other source is touched by that thread alone until [#close()] returns. Bytes are handed on as soon as the
/// other source gives some. `read` and `close` are for one thread.
final class AheadSource implements ByteSource {
    /// 8 MB in all: a reader that gets no processor for some milliseconds does not stop the unpacking.
    private static final int CHUNKS = 32;

    private static final int CHUNK_LENGTH = 256 * 1024;

    /// Bytes, or the end (`length` -1), or what the other source threw.
    private static final class Chunk {
        final byte[] bytes = new byte[CHUNK_LENGTH];
        int length;

        @Nullable
        Throwable failure;
    }

    private final ByteSource in;
    private final BlockingQueue<Chunk> empty = new ArrayBlockingQueue<>(CHUNKS);
    private final BlockingQueue<Chunk> full = new ArrayBlockingQueue<>(CHUNKS);
    private final Thread thread;
    private @Nullable Chunk current;
    private int position;

    AheadSource(ByteSource in) {
        this.in = in;
        for (int i = 0; i < CHUNKS; i++) {
            empty.add(new Chunk());
        }
        thread = Thread.ofPlatform().daemon().name("capture-ahead").start(this::readAhead);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Chunk chunk = current == null ? take() : current;
        current = chunk;
        rethrow(chunk.failure);
        if (chunk.length < 0) {
            return -1;
        }
        int count = Math.min(length, chunk.length - position);
        System.arraycopy(chunk.bytes, position, target, offset, count);
        position += count;
        if (position == chunk.length) {
            current = null;
            empty.add(chunk);
        }
        return count;
    }

    /// Stops the thread, which takes until its read of the other source returns. The other source stays open.
    @Override
    public void close() {
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Chunk take() throws InterruptedIOException {
        position = 0;
        try {
            return full.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    private void readAhead() {
        try {
            boolean more = true;
            while (more && !Thread.currentThread().isInterrupted()) {
                Chunk chunk = empty.take();
                more = fill(chunk);
                full.put(chunk);
            }
        } catch (InterruptedException e) {
            // Closed: nobody wants more.
            Thread.currentThread().interrupt();
        }
    }

    private boolean fill(Chunk chunk) {
        try {
            chunk.length = in.read(chunk.bytes, 0, CHUNK_LENGTH);
            return chunk.length >= 0;
        } catch (IOException | RuntimeException | Error e) {
            chunk.failure = e;
            return false;
        }
    }

    private static void rethrow(@Nullable Throwable failure) throws IOException {
        switch (failure) {
            case null -> {}
            case IOException e -> throw e;
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new IllegalStateException(failure);
        }
    }
}
