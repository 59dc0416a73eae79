package org.zonewright.app.watch;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zonewright.base.Problem;
import org.zonewright.base.ProblemLog;
import org.zonewright.base.SourceRef;
import org.zonewright.facts.Contribution;
import org.zonewright.traffic.LiveCapture;
import org.zonewright.traffic.TrafficReader;
import org.zonewright.traffic.capture.ByteSource;

/// A network interface, by a recorder as a child process. A recorder that ends is started again, each time after a
/// longer pause, as when a cable is pulled; one that never began is a problem and the end. Mutable; one thread.
final class FollowedInterface implements Followed {
    private static final Duration BEGIN = Duration.ofSeconds(5);
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final String name;
    private final Optional<Recorder> recorder;
    private final TrafficReader.Options options;
    private final Archive archive = new Archive();
    private ProblemLog problems = new ProblemLog();
    private Recorder.@Nullable Run run;
    private @Nullable LiveCapture live;
    private Duration pause = Duration.ofSeconds(1);
    private long dueNanos;
    private boolean began;
    private boolean over;

    FollowedInterface(WatchPlace.OnInterface place, Optional<Recorder> recorder, TrafficReader.Options options) {
        name = place.name();
        this.recorder = recorder;
        this.options = options;
    }

    @Override
    public void look() {
        if (recorder.isEmpty()) {
            if (!over) {
                problems.report(WatchProblem.NO_RECORDER, new SourceRef.OnCommandLine(name));
            }
            over = true;
            return;
        }
        if (live != null && live.isEnded()) {
            ended(recorder.get());
        }
        if (live == null && !over && System.nanoTime() - dueNanos >= 0) {
            start(recorder.get());
        }
    }

    private void start(Recorder with) {
        if (name.isEmpty() || name.startsWith("-")) {
            over = true; // the recorder would take it for an option
            problems.report(
                    WatchProblem.NO_INTERFACE, new SourceRef.OnCommandLine(name), String.join(", ", with.interfaces()));
            return;
        }
        try {
            Recorder.Run started = with.start(name);
            run = started;
            live = new LiveCapture(name, name, ByteSource.of(started.process().getInputStream()), options);
            waitForBeginning(live);
        } catch (IOException e) {
            over = true;
            problems.report(
                    WatchProblem.RECORDER_FAILED,
                    new SourceRef.OnCommandLine(name),
                    with.name(),
                    String.valueOf(e.getMessage()));
        }
    }

    /// Waits until the recorder has written the head of its capture, or ended.
    private void waitForBeginning(LiveCapture begun) {
        long until = System.nanoTime() + BEGIN.toNanos();
        try {
            while (System.nanoTime() < until
                    && !begun.isEnded()
                    && begun.snapshot().capture().isEmpty()) {
                Thread.sleep(20);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!begun.isEnded()) {
            began = began || begun.snapshot().capture().isPresent();
        } else if (recorder.isPresent()) {
            ended(recorder.get());
        }
    }

    private void ended(Recorder with) {
        Recorder.Run last = run;
        LiveCapture capture = live;
        if (last == null || capture == null) {
            return;
        }
        last.stop();
        String said = last.words().said();
        Contribution read = capture.snapshot();
        archive.add(read, problems);
        live = null;
        run = null;
        if (!began && read.capture().isEmpty()) {
            over = true;
            problems.add(with.problem(name, said));
            return;
        }
        began = true;
        problems.report(
                WatchProblem.RECORDER_ENDED,
                new SourceRef.OnCommandLine(name),
                with.name(),
                said.isBlank() ? "no words" : said.strip().replaceAll("\\s+", " "));
        pause = Archive.frames(read) > 0 ? Duration.ofSeconds(1) : pause.multipliedBy(2);
        pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        dueNanos = System.nanoTime() + pause.toNanos();
    }

    @Override
    public List<Contribution> contributions() {
        List<Contribution> all = new ArrayList<>(archive.contributions());
        if (live != null) {
            all.add(live.snapshot());
        }
        return all;
    }

    @Override
    public List<Problem> problems() {
        List<Problem> now = problems.problems();
        problems = new ProblemLog();
        return now;
    }

    @Override
    public boolean isOver() {
        return over;
    }

    @Override
    public void end() {
        if (run != null) {
            run.stop();
        }
        if (live != null) {
            Waiting.forEnd(live, LAST_WORDS);
        }
        over = true;
    }
}
