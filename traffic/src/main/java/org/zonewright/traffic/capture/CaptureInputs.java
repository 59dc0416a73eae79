package org.zonewright.traffic.capture;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.PatternSyntaxException;
import org.zonewright.base.ProblemLog;
import org.zonewright.base.SourceRef;

/// Finds captures where arguments of a command say: files, folders, globs and `-` for a stream.
///
/// A file that is named is an input whatever it holds, so that its reader says what is wrong with it. In a folder,
/// searched to its depth, the files that start like a capture are inputs, the others are not meant; hidden files and
/// folders, and links to folders, are passed over. A glob (`*`, `?`, `[…]`, `{…}`; `**` also across folders) names
/// files, of which the hidden ones are left out. Order: as given, and by name within a folder or glob. One thread.
public final class CaptureInputs {
    /// The argument that stands for the stream.
    public static final String STREAM = "-";

    private final InputStream stream;
    private final ProblemLog problems;

    /// `stream` is what `-` reads.
    public CaptureInputs(InputStream stream, ProblemLog problems) {
        this.stream = stream;
        this.problems = problems;
    }

    /// The inputs that the arguments name. An argument that names none is a problem.
    public List<CaptureInput> find(List<String> arguments) {
        List<CaptureInput> found = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.equals(STREAM)) {
                found.add(new CaptureInput.InStream(STREAM, stream));
            } else {
                found.addAll(find(argument));
            }
        }
        return found;
    }

    /// True if the file's first bytes, unpacked where need be, are those of a capture.
    public static boolean startsLikeCapture(Path file) throws IOException {
        try (ByteSource in = ByteSource.open(file)) {
            PeekedSource peeked = new PeekedSource(in, CaptureMagic.LENGTH);
            try (ByteSource plain = CaptureMagic.unpacked(peeked, CaptureMagic.compressionOf(peeked.magic()))) {
                return CaptureMagic.containerOf(new PeekedSource(plain, CaptureMagic.LENGTH).magic()) != null;
            }
        } catch (SourceFailure e) {
            // It only starts as if it were compressed.
            return false;
        }
    }

    /// True if the file's first bytes are those of a compressed file that is unpacked while it is read.
    public static boolean isCompressed(Path file) throws IOException {
        try (ByteSource in = ByteSource.open(file)) {
            PeekedSource peeked = new PeekedSource(in, CaptureMagic.LENGTH);
            return CaptureMagic.compressionOf(peeked.magic()) != CaptureFormat.Compression.NONE;
        }
    }

    private List<CaptureInput> find(String argument) {
        Path path;
        try {
            path = Path.of(argument);
        } catch (InvalidPathException e) {
            // On some systems * and ? cannot be in a path.
            return isGlob(argument) ? glob(argument) : none(CaptureProblem.MISSING, argument);
        }
        if (Files.isDirectory(path)) {
            List<CaptureInput> found = walk(argument, path, Integer.MAX_VALUE, this::isCapture);
            return found.isEmpty() ? none(CaptureProblem.NOTHING_USABLE, argument) : found;
        }
        if (Files.exists(path)) {
            return List.of(new CaptureInput.InFile(argument, path));
        }
        return isGlob(argument) ? glob(argument) : none(CaptureProblem.MISSING, argument);
    }

    private List<CaptureInput> glob(String argument) {
        String pattern = argument.replace(File.separatorChar, '/');
        int wild = firstWild(pattern);
        int slash = pattern.lastIndexOf('/', wild);
        String folder = pattern.substring(0, slash + 1);
        String below = pattern.substring(slash + 1);
        Path base = Path.of(folder);
        try {
            PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + below);
            List<CaptureInput> found = Files.isDirectory(base)
                    ? walk(folder, base, depthOf(below), file -> matcher.matches(base.relativize(file)))
                    : List.of();
            return found.isEmpty() ? none(CaptureProblem.NO_MATCH, argument) : found;
        } catch (PatternSyntaxException e) {
            return none(CaptureProblem.NO_MATCH, argument);
        }
    }

    /// The files below `folder` that are wanted, by name; `name` is what the user calls the folder.
    private List<CaptureInput> walk(String name, Path folder, int depth, Predicate<Path> wanted) {
        List<CaptureInput> found = new ArrayList<>();
        String prefix = name.isEmpty() || name.endsWith("/") ? name : name + "/";
        try {
            Files.walkFileTree(folder, Set.of(), depth, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path below, BasicFileAttributes attributes) {
                    return !below.equals(folder) && isHidden(below)
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (!isHidden(file) && Files.isRegularFile(file) && wanted.test(file)) {
                        String below = folder.relativize(file).toString().replace(File.separatorChar, '/');
                        found.add(new CaptureInput.InFile(prefix + below, file));
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    unreadable(file, e);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path below, IOException e) {
                    if (e != null) {
                        unreadable(below, e);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            unreadable(folder, e);
        }
        found.sort(Comparator.comparing(CaptureInput::name));
        return found;
    }

    private boolean isCapture(Path file) {
        try {
            return startsLikeCapture(file);
        } catch (IOException e) {
            unreadable(file, e);
            return false;
        }
    }

    private void unreadable(Path file, IOException e) {
        String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        problems.report(CaptureProblem.READ_FAILED, new SourceRef.InFile(file.toString()), reason);
    }

    private List<CaptureInput> none(CaptureProblem problem, String argument) {
        problems.report(problem, new SourceRef.OnCommandLine(argument));
        return List.of();
    }

    private static boolean isHidden(Path file) {
        Path name = file.getFileName();
        return name != null && name.toString().startsWith(".");
    }

    private static boolean isGlob(String argument) {
        return firstWild(argument) < argument.length();
    }

    /// How many folders down a pattern can reach.
    private static int depthOf(String pattern) {
        return pattern.contains("**")
                ? Integer.MAX_VALUE
                : 1
                        + (int) pattern.chars()
                                .filter(character -> character == '/')
                                .count();
    }

    /// The index of the first character with a meaning in globs, or the length.
    private static int firstWild(String argument) {
        int at = 0;
        while (at < argument.length() && "*?[{".indexOf(argument.charAt(at)) < 0) {
            at++;
        }
        return at;
    }
}
