package org.zonewright.assess.observation;

import java.util.List;
import java.util.stream.Collectors;
import org.zonewright.base.Texts;
import org.zonewright.standard.FoundationalRequirement;

/// The pages of the rules, in Markdown: what `docs/rules` holds and the command line prints.
public final class RulePage {
    private RulePage() {}

    /// The page of one rule.
    public static String of(ObservationRule rule, Texts texts) {
        StringBuilder page = new StringBuilder("# " + texts.say(rule.title()) + "\n\n");
        page.append(texts.say(
                        "rule.page.head",
                        rule.id(),
                        rule.version(),
                        rule.force().id(),
                        requirements(rule),
                        rule.confidence().id()))
                .append('\n');
        section(page, texts.say("rule.page.reads"), rule.reads());
        section(page, texts.say("rule.page.why"), rule.why());
        section(
                page,
                texts.say("rule.page.force"),
                texts.say("rule.page.force." + rule.force().id()));
        section(page, texts.say("rule.page.blind"), texts.say(rule.blind()));
        section(page, texts.say("rule.page.false-positives"), rule.falsePositives());
        section(
                page,
                texts.say("rule.page.condition"),
                rule.parameters().entrySet().stream()
                        .map(line -> line.getKey() + ": " + line.getValue() + "\n")
                        .collect(Collectors.joining("", "```\n", "```")));
        return page.toString();
    }

    private static void section(StringBuilder page, String heading, String words) {
        page.append("\n## ").append(heading).append('\n').append(words).append('\n');
    }

    private static String requirements(ObservationRule rule) {
        return rule.requirements().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /// The rows of a table with every rule, under a heading for each foundational requirement: that of the first
    /// requirement a rule names.
    public static String index(List<ObservationRule> rules, Texts texts) {
        StringBuilder page = new StringBuilder();
        for (FoundationalRequirement requirement : FoundationalRequirement.values()) {
            page.append("\n## FR ")
                    .append(requirement.number())
                    .append('\n')
                    .append(texts.say("rule.page.table"))
                    .append("\n|---|---|---|---|\n");
            rules.stream()
                    .filter(rule -> rule.requirements().getFirst().foundationalRequirement() == requirement)
                    .forEach(rule -> page.append(row(rule, texts)));
        }
        return page.toString();
    }

    private static String row(ObservationRule rule, Texts texts) {
        return "| [" + rule.id() + "](" + rule.id() + ".md) | " + texts.say(rule.title()) + " | "
                + rule.force().id() + " | " + requirements(rule) + " |\n";
    }
}
