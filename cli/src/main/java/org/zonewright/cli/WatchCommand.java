package org.zonewright.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.zonewright.app.InputProblem;
import org.zonewright.app.watch.Look;
import org.zonewright.app.watch.SiteWatch;
import org.zonewright.app.watch.WatchPlace;
import org.zonewright.base.Problem;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Texts;
import org.zonewright.facts.CaptureSummary;
import org.zonewright.report.watch.WatchEvent;
import org.zonewright.report.watch.WatchLines;
import org.zonewright.traffic.TrafficReader;
import org.zonewright.traffic.capture.CaptureInputs;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `zonewright watch`: what is new on the network, as it appears.
@Command(
        name = "watch",
        description =
                "Follows interfaces, growing capture files or rings of files, and shows new assets, new flows and, with a"
                        + " plant document, new violations as they appear, a line each. Interfaces are opened for listening"
                        + " only: nothing is ever sent. Ctrl-C ends it with a summary.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  zonewright watch -i eth1 --plant plant.yaml",
            "  zonewright watch /var/captures/tap-core.pcapng --until 8h",
            "  zonewright watch '/var/captures/ring/*.pcapng' --plant plant.yaml --every 1m --out report",
            "  ssh tap-1 tcpdump -U -w - -i eth1 | zonewright watch - --format json",
            "",
            "Exit code: 0 nothing is open, 1 findings are open at the end, 2 nothing usable was read."
        },
        mixinStandardHelpOptions = true)
final class WatchCommand implements Callable<Integer> {
    enum Format {
        text,
        json
    }

    /// How often result files are written at most: they are for people.
    private static final Duration WRITING = Duration.ofMinutes(1);

    /// After a look that took long the next one waits this many times as long.
    private static final int REST = 4;

    @Parameters(
            arity = "0..*",
            paramLabel = "PLACE",
            description = "A capture file that grows, a folder or a glob (in quotation marks) for a ring of files, or -"
                    + " for a capture on standard input.")
    private List<String> places = List.of();

    @Option(
            names = {"-i", "--interface"},
            paramLabel = "NAME",
            description = "A network interface, listened on by dumpcap or tcpdump; may be given several times.")
    private List<String> interfaces = List.of();

    @Option(names = "--plant", paramLabel = "FILE", description = "The plant document that violations are told by.")
    private Optional<Path> plant = Optional.empty();

    @Option(
            names = "--every",
            paramLabel = "DURATION",
            converter = Durations.Converter.class,
            description = "How often to look and to judge, such as 5s or 1m; 10s if not given.")
    private Duration every = Duration.ofSeconds(10);

    @Option(
            names = "--until",
            paramLabel = "WHEN",
            converter = Durations.UntilConverter.class,
            description = "When to end: a length of time (90s, 30m, 8h, 7d) or a time (2026-11-22T12:00:00Z). 0s looks"
                    + " once. Without it, Ctrl-C ends.")
    private Optional<Durations.Until> until = Optional.empty();

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json, one object a line.")
    private Format format = Format.text;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Write the results of assess there, of everything so far: at the end, and at a look at most"
                    + " once a minute.")
    private Optional<Path> out = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @ParentCommand
    private Main main = Main.NONE;

    @Override
    public Integer call() {
        if (places.isEmpty() && interfaces.isEmpty()) {
            throw new CommandLine.ParameterException(spec.commandLine(), "Name an interface (-i) or a file to watch");
        }
        Console console = main.console();
        if (plant.isPresent() && !Files.isReadable(plant.get())) {
            console.say(List.of(Problem.of(
                    InputProblem.UNREADABLE, new SourceRef.InFile(plant.get().toString()), "there is no such file")));
            return ExitCode.FAILED.code();
        }
        TrafficReader.Options options = new TrafficReader.Options(main.seed(), false);
        try (Interruption interruption = new Interruption();
                SiteWatch watch = new SiteWatch(watched(), plant, path(), options)) {
            return interruption.done(watch(watch, interruption));
        }
    }

    private static String path() {
        String path = System.getenv("PATH");
        return path == null ? "" : path;
    }

    private List<WatchPlace> watched() {
        List<WatchPlace> all = new ArrayList<>();
        interfaces.forEach(name -> all.add(new WatchPlace.OnInterface(name)));
        places.forEach(place -> all.add(
                place.equals(CaptureInputs.STREAM)
                        ? new WatchPlace.OnStream(place, System.in)
                        : new WatchPlace.InFiles(place)));
        return all;
    }

    private ExitCode watch(SiteWatch watch, Interruption interruption) {
        Console console = main.console();
        Instant begin = now();
        Optional<Instant> end = until.map(moment -> moment.from(begin));
        if (!interfaces.isEmpty()) {
            console.say("cli.watch.listening", String.join(", ", interfaces));
        }
        Instant written = begin;
        show(watch.look(begin));
        Instant looked = begin;
        while (!interruption.isAsked()
                && !watch.isOver()
                && end.map(now()::isBefore).orElse(true)) {
            Duration took = Duration.between(looked, now());
            interruption.await(pause(took, end));
            looked = now();
            if (!interruption.isAsked()) {
                Look look = watch.look(looked);
                show(look);
                if (out.isPresent() && !looked.isBefore(written.plus(WRITING))) {
                    SiteResults.write(look.site(), out.get(), false, main);
                    written = looked;
                }
            }
        }
        return summary(watch.end(now()), begin);
    }

    private Instant now() {
        return main.now().truncatedTo(ChronoUnit.MICROS);
    }

    private Duration pause(Duration took, Optional<Instant> end) {
        Duration rest = took.multipliedBy(REST);
        Duration pause = every.compareTo(rest) < 0 ? rest : every;
        Duration left = end.map(moment -> Duration.between(now(), moment)).orElse(pause);
        Duration shorter = left.compareTo(pause) < 0 ? left : pause;
        return shorter.isNegative() ? Duration.ZERO : shorter;
    }

    private void show(Look look) {
        Console console = main.console();
        Texts texts = console.texts();
        if (!look.events().isEmpty()) {
            console.part(stream -> {
                for (WatchEvent event : look.events()) {
                    switch (format) {
                        case text ->
                            stream.write((WatchLines.text(event, texts) + "\n").getBytes(StandardCharsets.UTF_8));
                        case json -> WatchLines.json(event, texts, stream);
                    }
                }
            });
        }
        console.sayAll(look.problems());
    }

    private ExitCode summary(Look last, Instant begin) {
        show(last);
        Console console = main.console();
        if (!last.isUsable()) {
            List<String> named = new ArrayList<>(interfaces);
            named.addAll(places);
            console.say(List.of(
                    Problem.of(InputProblem.NOTHING_READ, new SourceRef.OnCommandLine(String.join(" ", named)))));
            return ExitCode.FAILED;
        }
        out.ifPresent(folder -> SiteResults.write(last.site(), folder, false, main));
        long open = last.site().assessment().findings().stream()
                .filter(finding -> finding.counts())
                .count();
        console.say(
                "cli.watch.summary",
                begin.truncatedTo(ChronoUnit.SECONDS),
                last.at().truncatedTo(ChronoUnit.SECONDS),
                last.site().discovery().captures().stream()
                        .mapToLong(CaptureSummary::frames)
                        .sum(),
                last.site().discovery().inventory().assets().size(),
                last.site().discovery().inventory().conversations().size(),
                open);
        return open > 0 ? ExitCode.FINDINGS : ExitCode.CLEAN;
    }
}
