package org.zonewright.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zonewright.assess.observation.ObservationRule;
import org.zonewright.assess.observation.ObservationRules;
import org.zonewright.assess.observation.RulePage;
import org.zonewright.base.Problem;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Texts;
import org.zonewright.report.assessment.RulesJson;

/// `zonewright rules`: what is held against requirements when it is seen on the network, and why.
final class RulesCommand implements Verb {
    private final Declaration declared = new Declaration(
                    this,
                    "rules",
                    "Lists the observation rules, or prints the page of one: what it reads, which requirements of"
                            + " IEC 62443-3-3 it contradicts or indicates gaps against, why, and what it cannot see.")
            .examples("zonewright rules", "zonewright rules telnet", "zonewright rules --format json");

    enum Format {
        text,
        json
    }

    private final Given<Optional<String>> id = declared.parameter("ID", "A rule; all of them if not given.")
            .arity("0..1")
            .text();

    private final Given<Format> format =
            declared.option("--format", "FORMAT", "text (default) or json.").choice(Format.text);

    private final Main main;

    RulesCommand(Main main) {
        this.main = main;
    }

    @Override
    public Declaration declared() {
        return declared;
    }

    /// 0, or 2 if there is no such rule.
    @Override
    public Integer call() {
        ObservationRules rules = ObservationRules.shipped();
        List<ObservationRule> wanted =
                id.value().map(name -> rules.find(name).stream().toList()).orElse(rules.all());
        Console console = main.console();
        if (wanted.isEmpty()) {
            console.say(List.of(Problem.of(
                    CliProblem.UNKNOWN_RULE,
                    new SourceRef.OnCommandLine(id.value().orElse("")),
                    id.value().orElse(""))));
            return ExitCode.FAILED.code();
        }
        switch (format.value()) {
            case text -> console.result(text(wanted, console.texts()));
            case json -> console.result(stream -> RulesJson.write(rules.version(), wanted, console.texts(), stream));
        }
        return ExitCode.CLEAN.code();
    }

    private String text(List<ObservationRule> wanted, Texts texts) {
        return id.value().isPresent()
                ? RulePage.of(wanted.getFirst(), texts)
                : wanted.stream().map(rule -> line(rule, texts)).collect(Collectors.joining());
    }

    private static String line(ObservationRule rule, Texts texts) {
        String requirements = rule.requirements().stream().map(String::valueOf).collect(Collectors.joining(", "));
        return "%-28s %-11s %-32s %s%n"
                .formatted(rule.id(), rule.force().id(), requirements, texts.say(rule.title()))
                .replace("\r\n", "\n");
    }
}
