package org.zonewright.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zonewright.base.Problem;
import org.zonewright.base.SourceRef;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.facts.policy.InterfaceSet;
import org.zonewright.facts.policy.PolicyAlgebra;
import org.zonewright.facts.policy.PolicyTooComplex;
import org.zonewright.facts.policy.PortSet;
import org.zonewright.facts.policy.Question;
import org.zonewright.facts.policy.Ruleset;
import org.zonewright.facts.policy.Service;
import org.zonewright.intake.config.ConfigFile;
import org.zonewright.report.firewall.FirewallAnswers;
import org.zonewright.report.firewall.FirewallDifference;

/// `zonewright firewall`: what a configuration lets through, and what another one lets through differently.
final class FirewallCommand implements Verb {
    private final Declaration declared = new Declaration(
                    this,
                    "firewall",
                    "Answers from a firewall's configuration: may one end open a service of another, which rules"
                            + " decide it, and what a second configuration lets through that the first does not. Exact over every"
                            + " address, port and protocol.")
            .examples(
                    "zonewright firewall fw.nft --from 10.1.0.0/24 --to 10.4.0.1 --service tcp/502",
                    "zonewright firewall fw.nft --from 10.1.0.7 --to 10.4.0.0/24",
                    "zonewright firewall old.conf --against new.conf");

    private static final int LAST_PORT = 0xffff;
    private static final int LAST_PROTOCOL = 255;

    enum Format {
        text,
        json
    }

    private final Given<Path> file =
            declared.parameter("FILE", "The configuration of a firewall.").file(Path.of(""));

    private final Given<Optional<String>> from = declared.option("--from", "ADDRESSES", "Who opens; any if not given.")
            .text();

    private final Given<Optional<String>> to = declared.option("--to", "ADDRESSES", "Who is asked; any if not given.")
            .text();

    private final Given<Optional<String>> service = declared.option(
                    "--service", "SERVICE", "tcp/502, udp/1-1024, icmp or a protocol's number; any if not given.")
            .text();

    private final Given<Optional<String>> in = declared.option(
                    "--in", "NAME", "The interface it comes in by; whatever if not given.")
            .text();

    private final Given<Optional<String>> out = declared.option(
                    "--out", "NAME", "The interface it leaves by; whatever if not given.")
            .text();

    private final Given<Optional<Path>> against = declared.option(
                    "--against", "FILE", "Another configuration: what does it let through differently?")
            .file();

    private final Given<Format> format =
            declared.option("--format", "FORMAT", "text (default) or json.").choice(Format.text);

    private final Main main;

    FirewallCommand(Main main) {
        this.main = main;
    }

    @Override
    public Declaration declared() {
        return declared;
    }

    /// 0, or 1 if two configurations differ or a line was not understood that could decide, or 2 if nothing could be
    /// read.
    @Override
    public Integer call() {
        Console console = main.console();
        Optional<Ruleset> rules = read(file.value(), console);
        if (rules.isEmpty()) {
            return ExitCode.FAILED.code();
        }
        try {
            return against.value().isPresent()
                    ? compare(rules.get(), against.value().get(), console)
                    : answer(rules.get(), console);
        } catch (PolicyTooComplex e) {
            console.say(List.of(Problem.of(
                    CliProblem.RULES_TOO_COMPLEX,
                    new SourceRef.InFile(file.value().toString()),
                    e.device())));
            return ExitCode.FAILED.code();
        }
    }

    private static Optional<Ruleset> read(Path file, Console console) {
        ConfigFile.Reading reading = ConfigFile.read(file);
        console.sayAll(reading.problems());
        return reading.rules();
    }

    private int compare(Ruleset first, Path other, Console console) throws PolicyTooComplex {
        Optional<Ruleset> second = read(other, console);
        if (second.isEmpty()) {
            return ExitCode.FAILED.code();
        }
        FirewallDifference difference = new FirewallDifference(
                file.value().toString(), other.toString(), PolicyAlgebra.compare(first, second.get()));
        switch (format.value()) {
            case text -> console.result(difference.text(console.texts()));
            case json -> console.result(stream -> difference.json(console.texts(), stream));
        }
        boolean unsure = isUnsure(first) || isUnsure(second.get());
        return difference.difference().isNone() && !unsure ? ExitCode.CLEAN.code() : ExitCode.FINDINGS.code();
    }

    private static boolean isUnsure(Ruleset rules) {
        return rules.unread().stream().anyMatch(line -> line.decides());
    }

    private int answer(Ruleset rules, Console console) throws PolicyTooComplex {
        Optional<AddressSet> source = addresses("--from", from.value(), console);
        Optional<AddressSet> destination = addresses("--to", to.value(), console);
        Optional<List<Service>> services = services(console);
        if (source.isEmpty() || destination.isEmpty() || services.isEmpty()) {
            return ExitCode.FAILED.code();
        }
        Question question = new Question(
                in.value().map(InterfaceSet::of).orElse(InterfaceSet.any()),
                out.value().map(InterfaceSet::of).orElse(InterfaceSet.any()),
                source.get(),
                destination.get(),
                services.get());
        FirewallAnswers answers = FirewallAnswers.of(PolicyAlgebra.of(rules), question);
        switch (format.value()) {
            case text -> console.result(answers.text(console.texts()));
            case json -> console.result(stream -> answers.json(console.texts(), stream));
        }
        return isUnsure(rules) ? ExitCode.FINDINGS.code() : ExitCode.CLEAN.code();
    }

    private static Optional<AddressSet> addresses(String option, Optional<String> text, Console console) {
        if (text.isEmpty()) {
            return Optional.of(AddressSet.any());
        }
        Optional<AddressSet> parsed = AddressSet.parse(text.get());
        if (parsed.isEmpty()) {
            console.say(List.of(Problem.of(CliProblem.NO_ADDRESSES, new SourceRef.OnCommandLine(option), text.get())));
        }
        return parsed;
    }

    private Optional<List<Service>> services(Console console) {
        if (service.value().isEmpty()) {
            return Optional.of(List.of());
        }
        Optional<Service> parsed =
                parse(service.value().get().toLowerCase(Locale.ROOT).strip());
        if (parsed.isEmpty()) {
            console.say(List.of(Problem.of(
                    CliProblem.NO_SERVICE,
                    new SourceRef.OnCommandLine("--service"),
                    service.value().get())));
        }
        return parsed.map(List::of);
    }

    private static Optional<Service> parse(String text) {
        int slash = text.indexOf('/');
        String name = slash < 0 ? text : text.substring(0, slash);
        int protocol =
                switch (name) {
                    case "tcp" -> Service.TCP;
                    case "udp" -> Service.UDP;
                    case "icmp" -> Service.ICMP;
                    default -> number(name, LAST_PROTOCOL);
                };
        if (protocol < 0 || slash < 0) {
            return protocol < 0 ? Optional.empty() : Optional.of(Service.of(protocol));
        }
        String ports = text.substring(slash + 1);
        int dash = ports.indexOf('-');
        int first = number(dash < 0 ? ports : ports.substring(0, dash), LAST_PORT);
        int last = number(dash < 0 ? ports : ports.substring(dash + 1), LAST_PORT);
        boolean hasPorts = protocol == Service.TCP || protocol == Service.UDP;
        return hasPorts && first >= 0 && last >= first
                ? Optional.of(Service.to(protocol, PortSet.range(first, last)))
                : Optional.empty();
    }

    /// -1 for what is no number up to the bound.
    private static int number(String text, int most) {
        if (!text.matches("\\d{1,5}")) {
            return -1;
        }
        int number = Integer.parseInt(text);
        return number <= most ? number : -1;
    }
}
