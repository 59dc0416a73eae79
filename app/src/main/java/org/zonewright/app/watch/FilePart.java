package org.zonewright.app.watch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.zonewright.facts.Contribution;
import org.zonewright.facts.ConversationTable;
import org.zonewright.traffic.LiveCapture;
import org.zonewright.traffic.TrafficReader;
import org.zonewright.traffic.capture.CaptureInputs;
import org.zonewright.traffic.capture.GrowingFile;

/// One file of a place: followed, then at rest, then put away. Mutable; one thread.
final class FilePart {
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration CATCH_UP = Duration.ofSeconds(2);
    private static final Duration READ_OUT = Duration.ofMinutes(30);

    private final Path path;
    private final GrowingFile file;
    private final LiveCapture live;
    private long sizeAtRest = -1;
    private boolean putAway;
    private Optional<Contribution> whole = Optional.empty();

    /// Begins to read the file.
    ///
    /// @throws IOException if it cannot be opened
    FilePart(Path path, String name, String sensor, TrafficReader.Options options) throws IOException {
        this.path = path;
        file = new GrowingFile(path, PAUSE);
        boolean foreign = path.toFile().length() >= 4 && !CaptureInputs.startsLikeCapture(path);
        if (foreign) {
            file.finish(); // so that its reader says now what it is
        }
        live = new LiveCapture(name, sensor, file, options);
    }

    Path path() {
        return path;
    }

    /// Sees to it that what is there is read, unless that takes too long.
    void catchUp() {
        if (!isAtRest()) {
            Waiting.forRest(file, CATCH_UP);
        }
    }

    /// Reads what is there and lets the file go.
    void rest() {
        if (!isAtRest()) {
            file.finish();
            noteEnd(Waiting.forEnd(live, READ_OUT));
        }
    }

    /// Notices that reading has ended by itself; true if it has.
    boolean hasEnded() {
        if (!isAtRest() && live.isEnded()) {
            noteEnd(live.snapshot());
        }
        return isAtRest();
    }

    private void noteEnd(Contribution last) {
        whole = Optional.of(last);
        sizeAtRest = path.toFile().length();
    }

    boolean isAtRest() {
        return sizeAtRest >= 0;
    }

    /// True if the file stopped being what it was: it is removed, or another, or written anew.
    boolean isGone() {
        GrowingFile.Ending why = file.ending().orElse(GrowingFile.Ending.FINISHED);
        return isAtRest()
                && (why != GrowingFile.Ending.FINISHED || path.toFile().length() < sizeAtRest);
    }

    /// True if there is more in the file than when it was let go, and it can be read: a file that is damaged, or no
    /// capture, is not tried again and again.
    boolean hasGrown() {
        boolean readable = whole.map(Contribution::problems).orElseThrow().stream()
                .noneMatch(problem ->
                        FollowedFiles.STOPS_READING.contains(problem.kind().id()));
        return isAtRest() && readable && path.toFile().length() > sizeAtRest;
    }

    /// What was read; empty once it was put away.
    Optional<Contribution> contribution() {
        return putAway ? Optional.empty() : Optional.of(whole.orElseGet(live::snapshot));
    }

    void putAway() {
        putAway = true;
        whole = whole.map(FilePart::withoutFacts);
    }

    private static Contribution withoutFacts(Contribution read) {
        return new Contribution(
                read.source(),
                read.capture(),
                ConversationTable.empty(),
                List.of(),
                List.of(),
                List.of(),
                read.problems(),
                read.problemCounts());
    }

    boolean isPutAway() {
        return putAway;
    }
}
