package org.zonewright.app;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/// Work that does not depend on what its caller does meanwhile, on a thread of its own or on the caller's.
///
/// What the work throws is thrown to whoever asks for its result.
final class Beside<T> {
    private final FutureTask<T> work;

    private Beside(Supplier<T> work) {
        this.work = new FutureTask<>(work::get);
    }

    /// Begins at once on a thread of its own.
    static <T> Beside<T> started(Supplier<T> work) {
        Beside<T> started = new Beside<>(work);
        Thread thread = new Thread(started.work, "beside");
        thread.setDaemon(true); // nobody waits for it who gave up
        thread.start();
        return started;
    }

    /// Begins when somebody asks for the result, on that thread.
    static <T> Beside<T> later(Supplier<T> work) {
        return new Beside<>(work);
    }

    T result() {
        work.run(); // does nothing where it has begun
        try {
            return work.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException exception ? exception : new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for another thread", e);
        }
    }
}
