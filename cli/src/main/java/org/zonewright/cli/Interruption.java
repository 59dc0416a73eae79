package org.zonewright.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Ctrl-C, or being asked to end: the command that runs is told, ends in its own way, and its exit code is the
/// program's. Without this the JVM would end with a code of its own and half a result.
///
/// `isAsked` and `await` are for the command's thread.
final class Interruption implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::end, "interruption");
    private volatile int code = ExitCode.FAILED.code();

    Interruption() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void end() {
        asked.countDown();
        try {
            if (!done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                code = ExitCode.FAILED.code();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(code);
    }

    boolean isAsked() {
        return asked.getCount() == 0;
    }

    /// Waits this long, or until the end is asked for.
    void await(Duration time) {
        try {
            if (asked.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            asked.countDown();
        }
    }

    /// Everything is written; the program ends with this code.
    int done(ExitCode exit) {
        code = exit.code();
        return code;
    }

    @Override
    public void close() {
        done.countDown();
        if (!isAsked()) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
