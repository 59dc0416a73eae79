package org.zonewright.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.zonewright.base.Problem;
import org.zonewright.base.ProblemLog;
import org.zonewright.base.SourceRef;
import org.zonewright.facts.Contribution;
import org.zonewright.facts.Facts;
import org.zonewright.intake.config.ConfigSource;
import org.zonewright.intake.device.DescribedStations;
import org.zonewright.intake.list.AssetListReading;
import org.zonewright.intake.list.AssetLists;
import org.zonewright.intake.list.UnplacedRow;
import org.zonewright.intake.other.OtherSources;
import org.zonewright.intake.source.SourceReading;
import org.zonewright.traffic.ProtocolFunctions;
import org.zonewright.traffic.TrafficReader;
import org.zonewright.traffic.capture.CaptureInput;

/// Reads captures, asset lists, configurations and other sources to facts. Captures are read on at most `threads`
/// threads, side by side or all threads on one; the result does not depend on how many.
public final class Sources {
    private final TrafficReader.Options options;
    private final int threads;
    private final Optional<Read> prepared;

    public Sources(TrafficReader.Options options, int threads) {
        this(options, threads, Optional.empty());
    }

    private Sources(TrafficReader.Options options, int threads, Optional<Read> prepared) {
        this.options = options;
        this.threads = Math.max(1, threads);
        this.prepared = prepared;
    }

    /// What was read: the facts, the rows of lists that have no address to hold on to, and the problems that belong
    /// to no source.
    public record Read(Facts facts, List<UnplacedRow> unplaced, List<Problem> problems) {
        public Read {
            unplaced = List.copyOf(unplaced);
            problems = List.copyOf(problems);
        }
    }

    /// Sources that were read before, such as captures that are followed: whatever is asked for, this is the answer.
    public static Sources prepared(Read read) {
        return new Sources(new TrafficReader.Options(0, false), 1, Optional.of(read));
    }

    /// Has something done beside the reading of sources, or later, where one thread is all there may be.
    <T> Beside<T> beside(Supplier<T> work) {
        return threads > 1 ? Beside.started(work) : Beside.later(work);
    }

    public Read read(Inputs inputs) {
        return prepared.orElseGet(() -> readNow(inputs));
    }

    private Read readNow(Inputs inputs) {
        ProblemLog problems = new ProblemLog();
        problems.addAll(inputs.problems());
        List<Contribution> contributions = new ArrayList<>(captures(inputs.captures(), problems));
        List<UnplacedRow> unplaced = new ArrayList<>();
        for (Path file : inputs.lists()) {
            AssetListReading reading = AssetLists.read(file);
            contributions.add(reading.contribution());
            unplaced.addAll(reading.unplaced());
        }
        inputs.configurations().forEach(file -> contributions.add(ConfigSource.read(file)));
        List<SourceReading> others = others(inputs);
        others.forEach(reading -> contributions.add(reading.contribution()));
        contributions.replaceAll(DescribedStations.of(others)::named);
        return new Read(Facts.of(contributions), unplaced, problems.problems());
    }

    /// Reads the other sources, which name functions as captures do.
    public static List<SourceReading> others(Inputs inputs) {
        return new OtherSources(ProtocolFunctions::meanings).read(inputs.others());
    }

    /// Reads one file if it is another source.
    public static Optional<SourceReading> other(Path file) {
        try {
            return OtherSources.recognise(file)
                    .map(format -> new OtherSources(ProtocolFunctions::meanings).read(Map.of(file, format)))
                    .map(List::getFirst);
        } catch (IOException e) {
            return Optional.empty(); // whoever reads it next says why it cannot be read
        }
    }

    private List<Contribution> captures(List<CaptureInput> captures, ProblemLog problems) {
        List<Contribution> read = new ArrayList<>();
        Workload workload = Workload.of(captures, threads);
        TrafficReader withAll = new TrafficReader(options.withThreads(threads));
        for (CaptureInput capture : workload.oneByOne()) {
            try {
                read.add(withAll.read(capture));
            } catch (IOException e) {
                unreadable(capture, e, problems);
            }
        }
        if (!workload.sideBySide().isEmpty()) {
            read.addAll(inParallel(workload.sideBySide(), problems));
        }
        return read;
    }

    private List<Contribution> inParallel(List<CaptureInput> captures, ProblemLog problems) {
        List<Contribution> read = new ArrayList<>();
        TrafficReader.Options alone = options.withThreads(1);
        try (ExecutorService workers = Executors.newFixedThreadPool(Math.min(threads, captures.size()))) {
            List<Future<Contribution>> running = captures.stream()
                    .map(capture ->
                            workers.submit((Callable<Contribution>) () -> new TrafficReader(alone).read(capture)))
                    .toList();
            for (int i = 0; i < running.size(); i++) {
                try {
                    read.add(running.get(i).get());
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof IOException cause)) {
                        throw new IllegalStateException(
                                "reading " + captures.get(i).name() + " failed", e.getCause());
                    }
                    unreadable(captures.get(i), cause, problems);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    workers.shutdownNow();
                    throw new IllegalStateException("interrupted while reading captures", e);
                }
            }
        }
        return read;
    }

    private static void unreadable(CaptureInput capture, IOException e, ProblemLog problems) {
        String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        problems.report(InputProblem.UNREADABLE, new SourceRef.InFile(capture.name()), reason);
    }
}
