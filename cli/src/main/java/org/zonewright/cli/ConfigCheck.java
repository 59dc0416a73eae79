package org.zonewright.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.zonewright.base.Problem;
import org.zonewright.base.Texts;
import org.zonewright.facts.policy.PolicyAlgebra;
import org.zonewright.facts.policy.PolicyTooComplex;
import org.zonewright.facts.policy.Rule;
import org.zonewright.facts.policy.RuleNote;
import org.zonewright.facts.policy.Ruleset;
import org.zonewright.facts.policy.Stage;
import org.zonewright.intake.config.ConfigFile;
import org.zonewright.report.markup.Printable;

/// How a firewall's configuration is understood, and which of its rules never decide, decide nothing new, let
/// everything through, or were never used.
final class ConfigCheck {
    private final Console console;

    ConfigCheck(Console console) {
        this.console = console;
    }

    /// 0 if every line was understood, 1 if not or if a rule is noted, 2 if nothing could be read.
    ExitCode check(Path file, StringBuilder result) {
        ConfigFile.Reading reading = ConfigFile.read(file);
        console.sayAll(reading.problems());
        if (reading.rules().isEmpty()) {
            return ExitCode.FAILED;
        }
        Ruleset rules = reading.rules().get();
        Texts texts = console.texts();
        int count = rules.chains().values().stream()
                .mapToInt(chain -> chain.rules().size())
                .sum();
        line(
                result,
                texts.say(
                        "cli.check.config",
                        file,
                        rules.format(),
                        count,
                        rules.chains().size()));
        for (Stage stage : rules.stages()) {
            line(
                    result,
                    "  "
                            + texts.say(
                                    stage.accepts() ? "cli.check.stage.accepts" : "cli.check.stage.drops",
                                    texts.say("cli.check.path." + stage.path().id()),
                                    Printable.of(stage.name())));
        }
        line(
                result,
                "  "
                        + texts.say(
                                "cli.check.config-left",
                                rules.translations().size(),
                                rules.unread().size(),
                                open(rules)));
        return notes(rules, result, texts) || isFaulty(reading.problems()) ? ExitCode.FINDINGS : ExitCode.CLEAN;
    }

    private static long open(Ruleset rules) {
        return rules.chains().values().stream()
                .flatMap(chain -> chain.rules().stream())
                .filter(rule -> !rule.match().open().isEmpty())
                .count();
    }

    private static boolean isFaulty(List<Problem> problems) {
        return problems.stream().anyMatch(problem -> problem.kind().id().equals("config.not-understood"));
    }

    /// True if a rule is noted.
    private static boolean notes(Ruleset rules, StringBuilder result, Texts texts) {
        List<RuleNote> notes;
        try {
            notes = PolicyAlgebra.of(rules).notes();
        } catch (PolicyTooComplex e) {
            line(result, "  " + texts.say("cli.check.config-complex", Printable.of(e.device())));
            return true;
        }
        for (RuleNote note : notes) {
            String because =
                    note.because().stream().limit(3).map(ConfigCheck::name).collect(Collectors.joining(", "));
            line(
                    result,
                    "  "
                            + texts.say(
                                    "cli.check.note." + note.kind().id(),
                                    note.rule().at().display(),
                                    name(note.rule()),
                                    because));
        }
        return !notes.isEmpty();
    }

    private static String name(Rule rule) {
        return Printable.of(
                rule.comment().map(text -> rule.id() + " (" + text + ")").orElse(rule.id()));
    }

    private static void line(StringBuilder result, String text) {
        result.append(text).append('\n');
    }
}
