package org.zonewright.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// Work beside other work gives what it would give in its place, failures too.
class BesideTest {
    @Test
    void whatIsStartedRunsOnceAndGivesItsResult() {
        AtomicReference<String> ran = new AtomicReference<>("");
        Beside<String> work = Beside.started(() -> ran.accumulateAndGet("x", String::concat));
        assertThat(work.result()).isEqualTo("x");
        assertThat(work.result()).isEqualTo("x");
        assertThat(ran.get()).isEqualTo("x");
    }

    @Test
    void whatIsForLaterRunsOnTheThreadThatAsks() {
        AtomicReference<Thread> thread = new AtomicReference<>();
        Beside<Integer> work = Beside.later(() -> {
            thread.set(Thread.currentThread());
            return 1;
        });
        assertThat(thread.get()).isNull();
        assertThat(work.result()).isEqualTo(1);
        assertThat(thread.get()).isSameAs(Thread.currentThread());
    }

    @Test
    void failuresReachWhoeverAsks() {
        Supplier<String> fails = () -> {
            throw new IllegalArgumentException("no");
        };
        Supplier<String> full = () -> {
            throw new OutOfMemoryError("full");
        };
        assertThatThrownBy(() -> Beside.started(fails).result()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Beside.later(full).result()).isInstanceOf(OutOfMemoryError.class);
    }
}
