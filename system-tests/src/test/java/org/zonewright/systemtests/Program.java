package org.zonewright.systemtests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The built program, run as a user runs it: a process of its own, judged by its streams and exit code.
final class Program {
    private static final Path DIST =
            Path.of("../cli/target/dist").toAbsolutePath().normalize();
    private static final long LIMIT_SECONDS = 120;

    private Program() {}

    /// The launcher.
    static String path() {
        return DIST.resolve("bin/zonewright").toString();
    }

    /// What a run said.
    record Run(int exit, String out, String err) {}

    /// Arguments, and further ones after them.
    static String[] words(String[] more, String... arguments) {
        return Stream.concat(Stream.of(arguments), Stream.of(more)).toArray(String[]::new);
    }

    /// Runs the program in a folder.
    static Run in(Path folder, String... arguments) throws IOException, InterruptedException {
        return in(folder, Map.of(), arguments);
    }

    /// Runs the program in a folder, with further variables of its environment.
    static Run in(Path folder, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(DIST.resolve("bin/zonewright").toString()));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile("zonewright-out", ".txt");
        Path err = Files.createTempFile("zonewright-err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        Process process = builder.directory(folder.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("no end after " + LIMIT_SECONDS + " s: " + command);
        }
        Run run = new Run(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
        Files.delete(out);
        Files.delete(err);
        return run;
    }
}
