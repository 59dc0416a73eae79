package org.zonewright.report.levels;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.zonewright.assess.levels.Gap;
import org.zonewright.base.Texts;
import org.zonewright.plant.id.AssetId;
import org.zonewright.standard.catalogue.AttackCatalogue;

/// Gaps for a terminal: what limits, what lifts it, and which techniques of ATT&CK for ICS stay open.
public final class GapsText {
    private static final int MOST_ITEMS = 6;

    private GapsText() {}

    /// The gaps in their order; `notice` is MITRE's line, which stands where its techniques are shown.
    public static String write(List<Gap> gaps, String notice, Texts texts) {
        if (gaps.isEmpty()) {
            return texts.say("report.gaps.none") + "\n";
        }
        StringBuilder out = new StringBuilder();
        boolean techniques = false;
        for (Gap gap : gaps) {
            out.append(texts.say(
                            "report.gaps.gap",
                            gap.place().id(),
                            gap.requirement().name(),
                            gap.target().number(),
                            LevelsText.span(gap.achieved()),
                            texts.say("report.gaps.kind." + gap.kind().id())))
                    .append('\n');
            gap.items().stream().limit(MOST_ITEMS).forEach(item -> out.append("    ")
                    .append(texts.say(
                            "report.gaps.item",
                            item.requirement(),
                            item.verdict().achieved().state().id(),
                            item.limiting().map(AssetId::value).orElse("–"),
                            item.verdict().covered(),
                            item.verdict().applicable()))
                    .append('\n'));
            if (gap.items().size() > MOST_ITEMS) {
                out.append("    ")
                        .append(texts.say("report.gaps.more", gap.items().size() - MOST_ITEMS))
                        .append('\n');
            }
            step(gap, texts, out);
            techniques |= techniques(gap, texts, out);
        }
        if (techniques) {
            out.append('\n').append(notice).append('\n');
        }
        return out.toString();
    }

    private static void step(Gap gap, Texts texts, StringBuilder out) {
        if (gap.cheapest().isPresent()) {
            String measures = gap.cheapest().get().measures().stream()
                    .map(String::valueOf)
                    .collect(Collectors.joining(", "));
            out.append("  → ")
                    .append(texts.say(
                            "report.gaps.measures",
                            measures,
                            gap.cheapest().get().cost().toPlainString()))
                    .append('\n');
        } else if (gap.needsOnlyEvidence().size() == gap.items().size()) {
            out.append("  → ")
                    .append(texts.say("report.gaps.evidence", gap.items().size()))
                    .append('\n');
        }
    }

    /// True if there are any.
    private static boolean techniques(Gap gap, Texts texts, StringBuilder out) {
        Set<String> published = ids(gap.techniques().published());
        Set<String> own = ids(gap.techniques().own());
        own.removeAll(published);
        if (!published.isEmpty()) {
            out.append("  ")
                    .append(texts.say("report.gaps.published", String.join(", ", published)))
                    .append('\n');
        }
        if (!own.isEmpty()) {
            out.append("  ")
                    .append(texts.say("report.gaps.own", String.join(", ", own)))
                    .append('\n');
        }
        return !published.isEmpty() || !own.isEmpty();
    }

    private static Set<String> ids(List<AttackCatalogue.Technique> techniques) {
        return techniques.stream().map(AttackCatalogue.Technique::id).collect(Collectors.toCollection(TreeSet::new));
    }
}
