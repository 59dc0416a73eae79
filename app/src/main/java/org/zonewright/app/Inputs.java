package org.zonewright.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zonewright.base.Problem;
import org.zonewright.base.ProblemLog;
import org.zonewright.base.SourceRef;
import org.zonewright.intake.config.ConfigFile;
import org.zonewright.intake.list.AssetLists;
import org.zonewright.intake.other.OtherSources;
import org.zonewright.intake.source.SourceFormat;
import org.zonewright.traffic.capture.CaptureInput;
import org.zonewright.traffic.capture.CaptureInputs;
import org.zonewright.traffic.capture.CaptureProblem;

/// What the arguments of a command name: captures, asset lists, other sources, configurations and plant documents, each
/// in a fixed order.
///
/// An argument is a file, a folder (searched to its depth), a glob, or `-` for a capture on the stream. Files are
/// told apart by content: what starts like a capture is one; `.csv` and `.xlsx` files whose rows
/// describe devices are asset lists (`.tsv` too, when named); `.yaml` and `.yml` files with the key `zonewright` are
/// plant documents; logs, scans, exports and engineering files are `others`, each with its format; what reads as the
/// rules of a firewall is a configuration. A file that is
/// named and is none of these goes to the capture reader, which says what it is. A file that is given several times
/// counts once.
public record Inputs(
        List<CaptureInput> captures,
        List<Path> lists,
        SequencedMap<Path, SourceFormat> others,
        List<Path> configurations,
        List<Path> documents,
        List<Problem> problems) {
    private static final int LOOK = 64 << 10;

    public Inputs {
        captures = List.copyOf(captures);
        lists = List.copyOf(lists);
        others = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(others));
        configurations = List.copyOf(configurations);
        documents = List.copyOf(documents);
        problems = List.copyOf(problems);
    }

    /// True if nothing was found that could be read.
    public boolean isEmpty() {
        return captures.isEmpty()
                && lists.isEmpty()
                && others.isEmpty()
                && configurations.isEmpty()
                && documents.isEmpty();
    }

    /// Looks at the arguments in their order; `stream` is what `-` reads.
    public static Inputs find(List<String> arguments, InputStream stream) {
        Finder finder = new Finder(stream);
        arguments.forEach(finder::add);
        SequencedMap<Path, SourceFormat> others = new LinkedHashMap<>();
        FilesOnce.files(List.copyOf(finder.others.keySet()))
                .forEach(file -> others.put(file, Objects.requireNonNull(finder.others.get(file))));
        return new Inputs(
                FilesOnce.captures(finder.captures),
                FilesOnce.files(finder.lists),
                others,
                FilesOnce.files(finder.configurations),
                FilesOnce.files(finder.documents),
                finder.problems.problems());
    }

    private static final class Finder {
        private final InputStream stream;
        private final List<CaptureInput> captures = new ArrayList<>();
        private final List<Path> lists = new ArrayList<>();
        private final SequencedMap<Path, SourceFormat> others = new LinkedHashMap<>();
        private final List<Path> configurations = new ArrayList<>();
        private final List<Path> documents = new ArrayList<>();
        private final ProblemLog problems = new ProblemLog();

        private Finder(InputStream stream) {
            this.stream = stream;
        }

        private void add(String argument) {
            Path path = pathOf(argument);
            if (path != null && Files.isDirectory(path)) {
                folder(argument, path);
            } else if (path != null && Files.isRegularFile(path) && isDocument(path)) {
                documents.add(path);
            } else if (path != null && Files.isRegularFile(path) && other(path)) {
                return;
            } else if (path != null && Files.isRegularFile(path) && isTable(path)) {
                lists.add(path);
            } else if (path != null && Files.isRegularFile(path) && ConfigFile.recognises(path)) {
                configurations.add(path);
            } else {
                new CaptureInputs(stream, problems).find(List.of(argument)).forEach(this::addCapture);
            }
        }

        /// A glob names files of any kind.
        private void addCapture(CaptureInput capture) {
            if (capture instanceof CaptureInput.InFile file && Files.isRegularFile(file.path())) {
                if (other(file.path())) {
                    return;
                }
                if (ConfigFile.recognises(file.path())) {
                    configurations.add(file.path());
                    return;
                }
            }
            captures.add(capture);
        }

        /// True if the file is another source, which is noted.
        private boolean other(Path file) {
            try {
                Optional<SourceFormat> format = OtherSources.recognise(file);
                format.ifPresent(found -> others.put(file, found));
                return format.isPresent();
            } catch (IOException e) {
                problems.report(
                        InputProblem.UNREADABLE, new SourceRef.InFile(file.toString()), String.valueOf(e.getMessage()));
                return false;
            }
        }

        private static @Nullable Path pathOf(String argument) {
            try {
                return argument.equals(CaptureInputs.STREAM) ? null : Path.of(argument);
            } catch (InvalidPathException e) {
                return null; // some systems allow no * or ? in a path: the argument is a glob
            }
        }

        private void folder(String argument, Path folder) {
            int before = found();
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> Files.isRegularFile(file) && !isHidden(folder, file))
                        .sorted()
                        .forEach(file -> addFound(file));
            } catch (IOException e) {
                problems.report(
                        InputProblem.UNREADABLE, new SourceRef.InFile(argument), String.valueOf(e.getMessage()));
            }
            ProblemLog ofCaptures = new ProblemLog();
            captures.addAll(new CaptureInputs(stream, ofCaptures).find(List.of(argument)));
            boolean more = found() > before;
            ofCaptures.problems().stream()
                    .filter(problem -> !(more && problem.kind() == CaptureProblem.NOTHING_USABLE))
                    .forEach(problems::add);
        }

        private int found() {
            return lists.size() + others.size() + configurations.size() + documents.size();
        }

        private void addFound(Path file) {
            if (isDocument(file)) {
                documents.add(file);
            } else if (!other(file)) {
                if (isTable(file)) {
                    if (!lowerName(file).endsWith(".tsv") && describesDevices(file)) {
                        lists.add(file);
                    }
                } else if (ConfigFile.recognises(file)) {
                    configurations.add(file);
                }
            }
        }

        private static boolean isHidden(Path folder, Path file) {
            for (Path part : folder.relativize(file)) {
                if (part.toString().startsWith(".")) {
                    return true;
                }
            }
            return false;
        }

        private boolean isDocument(Path file) {
            String name = lowerName(file);
            if (!name.endsWith(".yaml") && !name.endsWith(".yml")) {
                return false;
            }
            return new String(start(file), StandardCharsets.UTF_8)
                    .lines()
                    .anyMatch(line -> line.startsWith("zonewright:"));
        }

        private static boolean isTable(Path file) {
            String name = lowerName(file);
            return name.endsWith(".csv") || name.endsWith(".tsv") || name.endsWith(".xlsx");
        }

        private static String lowerName(Path file) {
            return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        }

        private boolean describesDevices(Path file) {
            try {
                byte[] bytes = lowerName(file).endsWith(".xlsx") ? Files.readAllBytes(file) : start(file);
                return AssetLists.looksLikeAssetList(file.toString(), bytes);
            } catch (IOException e) {
                problems.report(
                        InputProblem.UNREADABLE, new SourceRef.InFile(file.toString()), String.valueOf(e.getMessage()));
                return false;
            }
        }

        private byte[] start(Path file) {
            try (InputStream in = Files.newInputStream(file)) {
                return in.readNBytes(LOOK);
            } catch (IOException e) {
                problems.report(
                        InputProblem.UNREADABLE, new SourceRef.InFile(file.toString()), String.valueOf(e.getMessage()));
                return new byte[0];
            }
        }
    }
}
