package org.zonewright.app.watch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.zonewright.app.InputProblem;
import org.zonewright.base.Problem;
import org.zonewright.base.ProblemLog;
import org.zonewright.base.SourceRef;
import org.zonewright.facts.Contribution;
import org.zonewright.traffic.LiveCapture;
import org.zonewright.traffic.TrafficReader;
import org.zonewright.traffic.capture.CaptureInput;
import org.zonewright.traffic.capture.CaptureInputs;
import org.zonewright.traffic.capture.CaptureProblem;

/// A growing file, or the files of a folder or glob, which appear, grow, are renamed and removed. Mutable; one
/// thread.
///
/// The [#OPEN] files that were written last are followed; the others are read once and read again if they grow. What
/// was
/// read of a file that is gone is put away, and so are the oldest beyond [#KEPT]. A capture is known by its first
/// frame:
/// one that was renamed or compressed does not count twice.
final class FollowedFiles implements Followed {
    static final int OPEN = 8;
    static final int KEPT = 32;

    /// Problems after which nothing more of a file can be read.
    static final Set<String> STOPS_READING = Set.of(
            CaptureProblem.NOT_A_CAPTURE.id(),
            CaptureProblem.OTHER_FORMAT.id(),
            CaptureProblem.UNSUPPORTED_VERSION.id(),
            CaptureProblem.BAD_RECORD.id(),
            CaptureProblem.BAD_BLOCK.id(),
            CaptureProblem.DAMAGED_COMPRESSION.id());

    private final String argument;
    private final boolean single;
    private final TrafficReader.Options options;
    private final Archive archive = new Archive();
    private final Map<Path, FilePart> parts = new TreeMap<>();
    private final Set<String> said = new HashSet<>();
    private ProblemLog problems = new ProblemLog();
    private boolean missing;

    FollowedFiles(WatchPlace.InFiles place, TrafficReader.Options options) {
        argument = place.argument();
        this.options = options;
        single = isFile(argument);
    }

    private static boolean isFile(String argument) {
        try {
            return Files.isRegularFile(Path.of(argument));
        } catch (InvalidPathException e) {
            return false; // some systems allow no * or ? in a path: a glob
        }
    }

    @Override
    public void look() {
        Map<Path, String> found = find();
        parts.values().forEach(FilePart::catchUp);
        for (FilePart part : List.copyOf(parts.values())) {
            part.hasEnded();
            if (!found.containsKey(part.path()) || part.isGone()) {
                part.rest();
                parts.remove(part.path());
                putAway(part);
            } else if (part.isAtRest() && part.hasGrown()) {
                readAgain(part);
            }
        }
        List<Path> newest = newestFirst(found.keySet());
        for (Path file : newest.reversed()) {
            if (!parts.containsKey(file)) {
                open(file, found.getOrDefault(file, file.toString()));
            }
            FilePart part = parts.get(file);
            if (part != null && newest.indexOf(file) >= OPEN) {
                part.rest();
            }
            if (newest.indexOf(file) >= KEPT && part != null && !part.isPutAway()) {
                putAway(part);
            }
        }
        parts.values().forEach(FilePart::catchUp);
    }

    /// The files that are there now, with what the user calls them.
    private Map<Path, String> find() {
        ProblemLog log = new ProblemLog();
        Map<Path, String> found = new LinkedHashMap<>();
        for (CaptureInput input : new CaptureInputs(InputStream.nullInputStream(), log).find(List.of(argument))) {
            if (input instanceof CaptureInput.InFile file && Files.isRegularFile(file.path())) {
                found.put(file.path(), file.name());
            }
        }
        for (Problem problem : log.problems()) {
            if (said.add(problem.kind().id() + problem.where().display()) && parts.isEmpty()) {
                problems.add(problem);
            }
        }
        missing = found.isEmpty() && log.problems().stream().anyMatch(one -> one.kind() == CaptureProblem.MISSING);
        return found;
    }

    private static List<Path> newestFirst(Set<Path> files) {
        Map<Path, Long> modified = new HashMap<>();
        files.forEach(file -> modified.put(file, file.toFile().lastModified()));
        List<Path> sorted = new ArrayList<>(files);
        sorted.sort(Comparator.<Path>comparingLong(file -> -modified.getOrDefault(file, 0L))
                .thenComparing(Comparator.<Path>naturalOrder().reversed()));
        return sorted;
    }

    private void open(Path file, String name) {
        String sensor = LiveCapture.sensorOf(name);
        try {
            parts.put(file, new FilePart(file, name, single ? sensor : RingNames.of(sensor), options));
        } catch (IOException e) {
            String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            if (Files.exists(file) && said.add(name)) {
                problems.report(InputProblem.UNREADABLE, new SourceRef.InFile(name), reason);
            }
        }
    }

    private void readAgain(FilePart part) {
        if (part.isPutAway()) {
            if (said.add("late " + part.path())) {
                problems.report(
                        WatchProblem.GREW_LATE, new SourceRef.InFile(part.path().toString()));
            }
        } else {
            parts.remove(part.path());
        }
    }

    /// Puts away what was read of a file, unless that is known under another name.
    private void putAway(FilePart part) {
        part.rest();
        part.contribution().ifPresent(read -> {
            boolean elsewhere = parts.values().stream()
                    .filter(other -> other != part)
                    .flatMap(other -> other.contribution().stream())
                    .anyMatch(other -> sameStream(other, read));
            if (!elsewhere && !archive.has(read)) {
                archive.add(read, problems);
            }
        });
        part.putAway();
    }

    private static boolean sameStream(Contribution one, Contribution two) {
        return Archive.frames(one) > 0 && one.source().stream().equals(two.source().stream());
    }

    /// Of files that begin alike the longest counts.
    @Override
    public List<Contribution> contributions() {
        Map<String, Contribution> byStream = new LinkedHashMap<>();
        for (FilePart part : parts.values()) {
            part.contribution().ifPresent(read -> {
                if (archive.has(read)) {
                    if (archive.hasLessOf(read) && said.add("late " + read.source().stream())) {
                        problems.report(
                                WatchProblem.GREW_LATE,
                                new SourceRef.InFile(read.source().file()));
                    }
                } else {
                    String key = Archive.frames(read) == 0 ? read.source().file() : read.source().stream();
                    byStream.merge(key, read, (one, two) -> Archive.frames(one) >= Archive.frames(two) ? one : two);
                }
            });
        }
        List<Contribution> all = new ArrayList<>(archive.contributions());
        all.addAll(byStream.values());
        return all;
    }

    @Override
    public List<Problem> problems() {
        List<Problem> now = problems.problems();
        problems = new ProblemLog();
        return now;
    }

    /// A file that was never there is not waited for: its name may be misspelt.
    @Override
    public boolean isOver() {
        return missing && parts.isEmpty() && archive.contributions().isEmpty();
    }

    @Override
    public void end() {
        parts.values().forEach(FilePart::rest);
    }
}
