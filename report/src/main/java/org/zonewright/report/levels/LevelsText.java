package org.zonewright.report.levels;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.zonewright.assess.Subject;
import org.zonewright.assess.levels.Assumption;
import org.zonewright.assess.levels.Bound;
import org.zonewright.assess.levels.Levels;
import org.zonewright.assess.levels.PlaceLevels;
import org.zonewright.base.Texts;
import org.zonewright.report.discovery.TextTable;
import org.zonewright.standard.FoundationalRequirement;
import org.zonewright.standard.RequirementId;
import org.zonewright.standard.SecurityLevel;

/// The levels of zones and conduits as a table for a terminal: what is wanted, what evidence shows and at most could
/// be, what makers claim, and which requirements keep a level down.
public final class LevelsText {
    private static final int WIDTH = 118;
    private static final int MOST_CAPS = 4;

    private LevelsText() {}

    /// The levels of these places, in their order.
    public static String write(Levels levels, List<Subject> places, Texts texts) {
        StringBuilder out = new StringBuilder();
        out.append(texts.say("report.levels.head", levels.stage().word())).append("\n\n");
        Set<Integer> solid = IntStream.rangeClosed(1, FoundationalRequirement.values().length + 1)
                .boxed()
                .collect(Collectors.toSet());
        TextTable table = new TextTable(solid);
        List<String> heading = new ArrayList<>(List.of(texts.say("report.levels.place"), ""));
        Arrays.stream(FoundationalRequirement.values()).map(Enum::name).forEach(heading::add);
        table.add(heading);
        places.forEach(place -> levels.of(place).ifPresent(here -> rows(here, texts, table)));
        table.write(out, WIDTH);
        out.append('\n');
        places.forEach(place -> levels.of(place).ifPresent(here -> caps(here, texts, out)));
        assumptions(levels.assumptions(), texts, out);
        return out.toString();
    }

    private static void rows(PlaceLevels here, Texts texts, TextTable table) {
        row(here.place().id(), texts.say("report.levels.target"), table, requirement -> here.target(requirement)
                .map(LevelsText::number)
                .orElse("–"));
        row("", texts.say("report.levels.achieved"), table, requirement -> span(here.achieved(requirement)));
        row("", texts.say("report.levels.capable"), table, requirement -> span(here.capability(requirement)));
    }

    private static void row(String place, String kind, TextTable table, Function<FoundationalRequirement, String> of) {
        List<String> cells = new ArrayList<>(List.of(place, kind));
        Arrays.stream(FoundationalRequirement.values()).map(of).forEach(cells::add);
        table.add(cells);
    }

    private static String number(SecurityLevel level) {
        return String.valueOf(level.number());
    }

    /// `2` where that is certain, `0…2` where more may be so than was shown.
    static String span(Bound bound) {
        String evidenced = number(bound.evidenced());
        return bound.isExact() ? evidenced : evidenced + "…" + number(bound.atMost());
    }

    /// Which requirements hold a level below its target, those that failed before those that nobody showed.
    private static void caps(PlaceLevels here, Texts texts, StringBuilder out) {
        for (FoundationalRequirement requirement : FoundationalRequirement.values()) {
            Bound achieved = here.achieved(requirement);
            boolean reached = here.target(requirement)
                    .map(target -> achieved.evidenced().isAtLeast(target))
                    .orElse(true);
            if (!reached) {
                List<String> parts = new ArrayList<>();
                if (!achieved.cappedBy().isEmpty()) {
                    parts.add(texts.say("report.levels.capped", list(achieved.cappedBy())));
                }
                if (!achieved.missing().isEmpty()) {
                    parts.add(texts.say("report.levels.missing", list(achieved.missing())));
                }
                out.append(texts.say(
                                "report.levels.why", here.place().id(), requirement.name(), String.join("; ", parts)))
                        .append('\n');
            }
        }
    }

    private static String list(List<RequirementId> requirements) {
        String first =
                requirements.stream().limit(MOST_CAPS).map(String::valueOf).collect(Collectors.joining(", "));
        return requirements.size() > MOST_CAPS ? first + " +" + (requirements.size() - MOST_CAPS) : first;
    }

    private static void assumptions(List<Assumption> assumptions, Texts texts, StringBuilder out) {
        for (Assumption assumption : assumptions) {
            out.append(texts.say(
                            "report.levels.assumption",
                            assumption.place().id(),
                            assumption.provider(),
                            list(assumption.requirements())))
                    .append('\n');
        }
    }
}
