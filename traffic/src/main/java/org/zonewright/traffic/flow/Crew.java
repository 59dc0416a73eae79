package org.zonewright.traffic.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Threads that read the packets of chunks, each shard's in the order of the capture and by one thread at a time.
///
/// The thread that fills chunks hands them over with [#read(Chunk)] and gets empty ones from [#empty()]; while there
/// is none, it reads packets itself, so that no thread waits as long as there is anything to do. What goes wrong on
/// any thread is thrown on that one.
final class Crew implements AutoCloseable {
    private final List<Shard> shards;
    private final List<Thread> helpers = new ArrayList<>();
    private final Queue<Chunk> empty = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final Condition progress = lock.newCondition();
    private int unread; // chunks
    private boolean over;
    private @Nullable Throwable failure;

    /// `helpers` threads besides the caller's.
    Crew(List<Shard> shards, List<Chunk> chunks, int helpers) {
        this.shards = shards;
        empty.addAll(chunks);
        for (int i = 0; i < helpers; i++) {
            this.helpers.add(Thread.ofPlatform().daemon().name("flows-" + i).start(this::help));
        }
    }

    /// Lets a filled chunk be read.
    void read(Chunk chunk) {
        lock.lock();
        try {
            for (int i = 0; i < chunk.batches.length; i++) {
                if (!chunk.batches[i].isEmpty()) {
                    shards.get(i).waiting.add(chunk);
                    chunk.unread++;
                }
            }
            if (chunk.unread == 0) {
                empty.add(chunk);
            } else {
                unread++;
                work.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /// A chunk to be filled.
    Chunk empty() {
        lock.lock();
        try {
            while (true) {
                rethrow();
                Chunk chunk = empty.poll();
                if (chunk != null) {
                    return chunk;
                }
                if (!readSome()) {
                    progress.awaitUninterruptibly();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /// Waits until everything was read.
    void finish() {
        lock.lock();
        try {
            while (unread > 0) {
                rethrow();
                if (!readSome()) {
                    progress.awaitUninterruptibly();
                }
            }
            rethrow();
        } finally {
            lock.unlock();
        }
    }

    /// Ends the helpers, which takes until each has read what it is at.
    @Override
    public void close() {
        lock.lock();
        try {
            over = true;
            work.signalAll();
        } finally {
            lock.unlock();
        }
        boolean interrupted = false;
        for (Thread helper : helpers) {
            while (helper.isAlive()) {
                try {
                    helper.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void help() {
        lock.lock();
        try {
            while (!over && failure == null) {
                if (!readSome()) {
                    work.awaitUninterruptibly();
                }
            }
        } catch (RuntimeException | Error e) {
            failure = e;
            progress.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Reads one shard's packets of a chunk, without the lock; false if there is nothing to read.
    private boolean readSome() {
        Thread reader = Thread.currentThread();
        Shard mine = longestQueue(reader);
        Shard shard = mine == null ? longestQueue(null) : mine;
        Chunk chunk = shard == null ? null : shard.waiting.poll();
        if (shard == null || chunk == null) {
            return false;
        }
        shard.busy = true;
        shard.reader = reader;
        lock.unlock();
        try {
            shard.read(chunk);
        } finally {
            lock.lock();
        }
        shard.busy = false;
        chunk.unread--;
        if (chunk.unread == 0) {
            unread--;
            empty.add(chunk);
            progress.signalAll();
        }
        if (!shard.waiting.isEmpty()) {
            work.signal();
        }
        return true;
    }

    /// Of the shards that `reader` read last, or of all: what a shard's packets touch is then in the caches of its
    /// core.
    private @Nullable Shard longestQueue(@Nullable Thread reader) {
        Shard longest = null;
        int most = 0;
        for (Shard shard : shards) {
            if (!shard.busy && shard.waiting.size() > most && (reader == null || reader.equals(shard.reader))) {
                longest = shard;
                most = shard.waiting.size();
            }
        }
        return longest;
    }

    private void rethrow() {
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
    }
}
