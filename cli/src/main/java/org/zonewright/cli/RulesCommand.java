package org.zonewright.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.zonewright.assess.observation.ObservationRule;
import org.zonewright.assess.observation.ObservationRules;
import org.zonewright.assess.observation.RulePage;
import org.zonewright.base.Problem;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Texts;
import org.zonewright.report.assessment.RulesJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `zonewright rules`: what is held against requirements when it is seen on the network, and why.
@Command(
        name = "rules",
        description = "Lists the observation rules, or prints the page of one: what it reads, which requirements of"
                + " IEC 62443-3-3 it contradicts or indicates gaps against, why, and what it cannot see.",
        footerHeading = "%nExamples:%n",
        footer = {"  zonewright rules", "  zonewright rules telnet", "  zonewright rules --format json"},
        mixinStandardHelpOptions = true)
final class RulesCommand implements Callable<Integer> {
    enum Format {
        text,
        json
    }

    @Parameters(arity = "0..1", paramLabel = "ID", description = "A rule; all of them if not given.")
    private Optional<String> id = Optional.empty();

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json.")
    private Format format = Format.text;

    @ParentCommand
    private Main main = Main.NONE;

    /// 0, or 2 if there is no such rule.
    @Override
    public Integer call() {
        ObservationRules rules = ObservationRules.shipped();
        List<ObservationRule> wanted =
                id.map(name -> rules.find(name).stream().toList()).orElse(rules.all());
        Console console = main.console();
        if (wanted.isEmpty()) {
            console.say(List.of(
                    Problem.of(CliProblem.UNKNOWN_RULE, new SourceRef.OnCommandLine(id.orElse("")), id.orElse(""))));
            return ExitCode.FAILED.code();
        }
        switch (format) {
            case text -> console.result(text(wanted, console.texts()));
            case json -> console.result(stream -> RulesJson.write(rules.version(), wanted, console.texts(), stream));
        }
        return ExitCode.CLEAN.code();
    }

    private String text(List<ObservationRule> wanted, Texts texts) {
        return id.isPresent()
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
