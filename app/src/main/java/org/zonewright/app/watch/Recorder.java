package org.zonewright.app.watch;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zonewright.base.Problem;
import org.zonewright.base.SourceRef;

/// The program that listens on interfaces: dumpcap, which comes with Wireshark, or tcpdump. It only receives; neither
/// it nor anything here ever sends a frame. Immutable.
final class Recorder {
    private static final List<String> PLACES =
            List.of("/usr/bin", "/usr/sbin", "/usr/local/bin", "/opt/homebrew/bin", "C:\\Program Files\\Wireshark");
    private static final Pattern LISTED = Pattern.compile("(?m)^\\d+\\.\\s*(\\S+)");
    private static final int LIST_SECONDS = 10;
    private static final int WORDS = 2_000;

    private final Path program;
    private final boolean dumpcap;

    private Recorder(Path program, boolean dumpcap) {
        this.program = program;
        this.dumpcap = dumpcap;
    }

    /// The recorder of this machine, dumpcap before tcpdump, looked for in the folders of `path` (as in `PATH`) and
    /// where such programs usually are.
    static Optional<Recorder> find(String path) {
        return program("dumpcap", path).map(found -> new Recorder(found, true)).or(() -> program("tcpdump", path)
                .map(found -> new Recorder(found, false)));
    }

    private static Optional<Path> program(String name, String path) {
        List<String> folders = new ArrayList<>(Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(path)
                .toList());
        folders.addAll(PLACES);
        for (String folder : folders) {
            for (String file : List.of(name, name + ".exe")) {
                try {
                    Path found = Path.of(folder, file);
                    if (!folder.isEmpty() && Files.isRegularFile(found) && Files.isExecutable(found)) {
                        return Optional.of(found);
                    }
                } catch (InvalidPathException e) {
                    break; // no folder, whatever PATH says
                }
            }
        }
        return Optional.empty();
    }

    /// What people call it.
    String name() {
        return dumpcap ? "dumpcap" : "tcpdump";
    }

    /// A recorder at work.
    ///
    /// `words` is what it says on its standard error.
    record Run(Process process, Words words) {
        /// Asks it to end, and makes it end if it does not.
        void stop() {
            // By its handle: destroying the process itself would close its output before the last of it is read.
            process.toHandle().destroy();
            try {
                if (!process.waitFor(2, TimeUnit.SECONDS)) {
                    process.toHandle().destroyForcibly();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                process.toHandle().destroyForcibly();
            }
        }
    }

    /// Starts to listen; the process writes a capture to its standard output.
    ///
    /// @throws IOException if the program cannot be started
    Run start(String networkInterface) throws IOException {
        List<String> command = dumpcap
                ? List.of(program.toString(), "-q", "-B", "16", "-i", networkInterface, "-w", "-")
                : List.of(program.toString(), "-n", "-U", "-s", "0", "-B", "16384", "-i", networkInterface, "-w", "-");
        Process process = start(command);
        return new Run(process, new Words(process.getErrorStream()));
    }

    private static Process start(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("LC_ALL", "C"); // what it says is looked into
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    /// The interfaces that it may listen on, in its order; empty where it does not tell.
    List<String> interfaces() {
        try {
            Process process = start(List.of(program.toString(), "-D"));
            Words errors = new Words(process.getErrorStream());
            String listed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(LIST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            return names(listed + "\n" + errors.said());
        } catch (IOException e) {
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    /// The names in a list as both programs print it: `1. eth0 (…)`, `1.eth0 […]`.
    static List<String> names(String listed) {
        List<String> names = new ArrayList<>();
        Matcher line = LISTED.matcher(listed);
        while (line.find()) {
            names.add(line.group(1));
        }
        return names;
    }

    /// Why listening on an interface did not begin, from what the recorder said.
    Problem problem(String networkInterface, String said) {
        SourceRef where = new SourceRef.OnCommandLine(networkInterface);
        String words = said.isBlank() ? "no words" : said.strip().replaceAll("\\s+", " ");
        if (said.contains("ermission") || said.contains("not permitted")) {
            return Problem.of(WatchProblem.NO_RIGHT, where, name(), words, program);
        }
        if (said.contains("o such device") || said.contains("o device named")) {
            return Problem.of(WatchProblem.NO_INTERFACE, where, String.join(", ", interfaces()));
        }
        return Problem.of(WatchProblem.RECORDER_FAILED, where, name(), words);
    }

    /// What a process says, read beside it so that it never waits; the last of it is kept.
    static final class Words {
        private final StringBuilder said = new StringBuilder();
        private final Thread thread;

        Words(InputStream stream) {
            thread = Thread.ofPlatform().daemon().name("recorder-words").start(() -> read(stream));
        }

        private void read(InputStream stream) {
            byte[] some = new byte[512];
            try (stream) {
                for (int count = stream.read(some); count > 0; count = stream.read(some)) {
                    add(new String(some, 0, count, StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                add(" " + e.getMessage());
            }
        }

        private synchronized void add(String more) {
            said.append(more);
            if (said.length() > WORDS) {
                said.delete(0, said.length() - WORDS);
            }
        }

        /// Everything it said, once it has ended; what it said so far if it takes long.
        String said() {
            try {
                thread.join(1_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            synchronized (this) {
                return said.toString();
            }
        }
    }
}
