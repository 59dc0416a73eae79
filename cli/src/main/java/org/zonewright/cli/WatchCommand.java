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

/// `zonewright watch`: what is new on the network, as it appears.
final class WatchCommand implements Verb {
    private final Declaration declared = new Declaration(
                    this,
                    "watch",
                    "Follows interfaces, growing capture files or rings of files, and shows new assets, new flows and, with a"
                            + " plant document, new violations as they appear, a line each. Interfaces are opened for listening"
                            + " only: nothing is ever sent. Ctrl-C ends it with a summary.")
            .examples(
                    "zonewright watch -i eth1 --plant plant.yaml",
                    "zonewright watch /var/captures/tap-core.pcapng --until 8h",
                    "zonewright watch '/var/captures/ring/*.pcapng' --plant plant.yaml --every 1m --out report",
                    "ssh tap-1 tcpdump -U -w - -i eth1 | zonewright watch - --format json")
            .note("Exit code: 0 nothing is open, 1 findings are open at the end, 2 nothing usable was read.");

    enum Format {
        text,
        json
    }

    /// How often result files are written at most: they are for people.
    private static final Duration WRITING = Duration.ofMinutes(1);

    /// After a look that took long the next one waits this many times as long.
    private static final int REST = 4;

    private final Given<List<String>> places = declared.parameter(
                    "PLACE",
                    "A capture file that grows, a folder or a glob (in quotation marks) for a ring of files, or -"
                            + " for a capture on standard input.")
            .arity("0..*")
            .texts();

    private final Given<List<String>> interfaces = declared.option(
                    "-i",
                    "--interface",
                    "NAME",
                    "A network interface, listened on by dumpcap or tcpdump; may be given several times.")
            .texts();

    private final Given<Optional<Path>> plant = declared.option(
                    "--plant", "FILE", "The plant document that violations are told by.")
            .file();

    private final Given<Duration> every = declared.option(
                    "--every", "DURATION", "How often to look and to judge, such as 5s or 1m; 10s if not given.")
            .as(Durations::length, Duration.ofSeconds(10));

    private final Given<Optional<Durations.Until>> until = declared.option(
                    "--until",
                    "WHEN",
                    "When to end: a length of time (90s, 30m, 8h, 7d) or a time (2026-11-22T12:00:00Z). 0s looks"
                            + " once. Without it, Ctrl-C ends.")
            .as(Durations::moment);

    private final Given<Format> format = declared.option(
                    "--format", "FORMAT", "text (default) or json, one object a line.")
            .choice(Format.text);

    private final Given<Optional<Path>> out = declared.option(
                    "--out",
                    "DIR",
                    "Write the results of assess there, of everything so far: at the end, and at a look at most"
                            + " once a minute.")
            .file();

    private final Main main;

    WatchCommand(Main main) {
        this.main = main;
    }

    @Override
    public Declaration declared() {
        return declared;
    }

    @Override
    public Integer call() {
        if (places.value().isEmpty() && interfaces.value().isEmpty()) {
            throw declared.misuse("Name an interface (-i) or a file to watch");
        }
        Console console = main.console();
        if (plant.value().isPresent() && !Files.isReadable(plant.value().get())) {
            console.say(List.of(Problem.of(
                    InputProblem.UNREADABLE,
                    new SourceRef.InFile(plant.value().get().toString()),
                    "there is no such file")));
            return ExitCode.FAILED.code();
        }
        TrafficReader.Options options = new TrafficReader.Options(main.seed(), false);
        try (Interruption interruption = new Interruption();
                SiteWatch watch = new SiteWatch(watched(), plant.value(), path(), options)) {
            return interruption.done(watch(watch, interruption));
        }
    }

    private static String path() {
        String path = System.getenv("PATH");
        return path == null ? "" : path;
    }

    private List<WatchPlace> watched() {
        List<WatchPlace> all = new ArrayList<>();
        interfaces.value().forEach(name -> all.add(new WatchPlace.OnInterface(name)));
        places.value()
                .forEach(place -> all.add(
                        place.equals(CaptureInputs.STREAM)
                                ? new WatchPlace.OnStream(place, System.in)
                                : new WatchPlace.InFiles(place)));
        return all;
    }

    private ExitCode watch(SiteWatch watch, Interruption interruption) {
        Console console = main.console();
        Instant begin = now();
        Optional<Instant> end = until.value().map(moment -> moment.from(begin));
        if (!interfaces.value().isEmpty()) {
            console.say("cli.watch.listening", String.join(", ", interfaces.value()));
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
                if (out.value().isPresent() && !looked.isBefore(written.plus(WRITING))) {
                    SiteResults.write(look.site(), out.value().get(), false, main);
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
        Duration pause = every.value().compareTo(rest) < 0 ? rest : every.value();
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
                    switch (format.value()) {
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
            List<String> named = new ArrayList<>(interfaces.value());
            named.addAll(places.value());
            console.say(List.of(
                    Problem.of(InputProblem.NOTHING_READ, new SourceRef.OnCommandLine(String.join(" ", named)))));
            return ExitCode.FAILED;
        }
        out.value().ifPresent(folder -> SiteResults.write(last.site(), folder, false, main));
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
