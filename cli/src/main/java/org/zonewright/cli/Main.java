package org.zonewright.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.zonewright.base.Problem;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Texts;
import picocli.CommandLine;

/// The program `zonewright`: the verbs, and what becomes of failures.
public final class Main {
    /// The launcher's word for the file in which the build gathered the texts of all modules. Without it each
    /// module's jar is opened for them, which takes longer.
    private static final String TEXTS = "zonewright.texts";

    /// What the library would look for at every start, in all jars and by reflection, and no argument is of: classes
    /// of the JDK from times of day to connections with databases, and a language's functions.
    private static final Map<String, String> UNWANTED = Map.of(
            "picocli.converters.excludes", "java[.](?!time[.]Instant).*",
            "picocli.disable.closures", "true");

    private static final class English {
        static final Texts TEXTS = texts();
    }

    private final Console console =
            new Console(new PrintStream(System.err, true, StandardCharsets.UTF_8), () -> English.TEXTS);

    private Main() {}

    /// Runs one command and leaves with its exit code.
    ///
    /// @param args the command line as the user typed it
    public static void main(String[] args) {
        System.exit(run(args));
    }

    /// Runs one command and gives its exit code.
    static int run(String... args) {
        Main main = new Main();
        try {
            return commandLine(main, args)
                    .setCaseInsensitiveEnumValuesAllowed(true)
                    .setExecutionExceptionHandler((failure, command, parsed) -> main.failed(failure))
                    .execute(args);
        } catch (OutOfMemoryError e) {
            return main.failed(new IllegalStateException(e)); // what filled the memory is gone by now
        }
    }

    private static Texts texts() {
        String file = System.getProperty(TEXTS);
        try {
            return file == null ? Texts.english() : Texts.of(Files.readAllBytes(Path.of(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("the product's own texts cannot be read", e);
        }
    }

    private static Map<String, Function<Main, Verb>> verbs() {
        Map<String, Function<Main, Verb>> verbs = new LinkedHashMap<>();
        verbs.put("assess", AssessCommand::new);
        verbs.put("discover", DiscoverCommand::new);
        verbs.put("draft", DraftCommand::new);
        verbs.put("verify", VerifyCommand::new);
        verbs.put("risk", RiskCommand::new);
        verbs.put("check", CheckCommand::new);
        verbs.put("firewall", FirewallCommand::new);
        verbs.put("watch", WatchCommand::new);
        verbs.put("levels", LevelsCommand::new);
        verbs.put("gaps", GapsCommand::new);
        verbs.put("reach", ReachCommand::new);
        verbs.put("explain", ExplainCommand::new);
        verbs.put("rules", RulesCommand::new);
        verbs.put("coverage", CoverageCommand::new);
        verbs.put("enforce", EnforceCommand::new);
        verbs.put("evidence", EvidenceCommand::new);
        return verbs;
    }

    /// Only the verb that is asked for is made ready; where none is named, all of them are, for the help and for
    /// suggestions.
    private static CommandLine commandLine(Main main, String... args) {
        UNWANTED.forEach(System::setProperty);
        Program program = new Program();
        Map<String, Function<Main, Verb>> verbs = verbs();
        Function<Main, Verb> named = args.length > 0 ? verbs.get(args[0]) : null;
        if (named != null) {
            program.declared().then(named.apply(main));
        } else if (!Declaration.isVersion(args)) {
            verbs.values().forEach(verb -> program.declared().then(verb.apply(main)));
        }
        return new CommandLine(program.declared().spec());
    }

    Console console() {
        return console;
    }

    /// The time now: only the edge knows it.
    Instant now() {
        return Instant.now();
    }

    /// The program and its version, as reports name it.
    String product() {
        return version();
    }

    private static String version() {
        String version = Main.class.getPackage().getImplementationVersion();
        return "zonewright " + (version == null ? "(not packaged)" : version);
    }

    /// A number that whoever wrote an input cannot know: it is drawn from this start's time.
    long seed() {
        return new SplittableRandom().nextLong();
    }

    /// What is told of a failure: a result that could not be written, or too little memory, as a problem; anything
    /// else is ours, is logged whole and named by its log.
    private int failed(Exception failure) {
        if (failure instanceof WriteFailure unwritten && unwritten.isClosedPipe()) {
            return ExitCode.FAILED.code(); // the reader, such as `head`, has had enough: nobody wants a message
        }
        if (failure instanceof WriteFailure unwritten) {
            console.say(List.of(unwritten.problem()));
        } else if (MemoryFailure.problem(failure).isPresent()) {
            console.say(MemoryFailure.problem(failure).stream().toList());
        } else {
            console.say(List.of(Problem.of(
                    CliProblem.INTERNAL,
                    new SourceRef.InFile(log(failure)),
                    failure.getClass().getSimpleName())));
        }
        return ExitCode.FAILED.code();
    }

    private static String log(Exception failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text, true));
        try {
            Path log = Files.createTempFile("zonewright-", ".log");
            Files.writeString(log, text.toString());
            return log.toString();
        } catch (IOException e) {
            return failure.toString();
        }
    }

    /// The program without a verb: there is nothing to do then but to say which there are.
    private static final class Program implements Verb {
        private final Declaration declared = new Declaration(
                this,
                "zonewright",
                "From what is on a plant's network to a defended IEC 62443 zone-and-conduit design.");

        Program() {
            declared.note("It only listens: nothing is ever sent into a plant, and nothing leaves this machine.");
            declared.spec().versionProvider(() -> new String[] {version()});
        }

        @Override
        public Declaration declared() {
            return declared;
        }

        @Override
        public Integer call() {
            declared.spec().commandLine().usage(System.out);
            return ExitCode.CLEAN.code();
        }
    }
}
