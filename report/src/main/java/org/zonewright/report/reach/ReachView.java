package org.zonewright.report.reach;

import java.util.ArrayList;
import java.util.List;
import org.zonewright.assess.reach.Containment;
import org.zonewright.assess.reach.Foothold;
import org.zonewright.assess.reach.FunctionHit;
import org.zonewright.assess.reach.Reach;
import org.zonewright.assess.reach.Spread;
import org.zonewright.base.Texts;
import org.zonewright.plant.Zone;

/// Makes the sheet of reach for a page.
public final class ReachView {
    private static final int MOST_ROWS = 200;
    private static final int MOST_CUTS = 60;
    private static final int MOST_FOOTHOLDS = 4;

    private final Reach reach;
    private final Texts texts;
    private final RouteWords words;

    private ReachView(Reach reach, Texts texts) {
        this.reach = reach;
        this.texts = texts;
        words = new RouteWords(texts);
    }

    /// The zones in the document's order, and the ways from outside and from zones that are not of the SUC.
    public static ReachSheet of(Reach reach, Texts texts) {
        return new ReachView(reach, texts).sheet();
    }

    private ReachSheet sheet() {
        List<Containment> all = reach.containment();
        List<ReachSheet.Row> rows = all.stream()
                .limit(MOST_ROWS)
                .map(row -> row(row, all.size() <= MOST_CUTS))
                .toList();
        List<ReachSheet.Way> ways = new ArrayList<>();
        List<Foothold> footholds = new ArrayList<>(List.of(new Foothold.External()));
        reach.input().plant().zones().stream()
                .filter(zone -> !zone.inSuc())
                .map(Zone::id)
                .limit(MOST_FOOTHOLDS)
                .forEach(zone -> footholds.add(new Foothold.OfZone(zone)));
        footholds.forEach(foothold -> reach.from(foothold, true).ifPresent(spread -> ways(foothold, spread, ways)));
        return new ReachSheet(words.ground(reach.ground()), rows, all.size() - rows.size(), ways);
    }

    private ReachSheet.Row row(Containment row, boolean withCut) {
        return new ReachSheet.Row(
                row.zone().value(), row.reached(), row.assets(), row.zones(), withCut ? keeps(row) : "");
    }

    private String keeps(Containment row) {
        return reach.keepIn(new Foothold.OfZone(row.zone()))
                .map(words::cut)
                .orElseGet(() -> texts.say("report.reach.cut.never"));
    }

    private void ways(Foothold foothold, Spread spread, List<ReachSheet.Way> into) {
        for (FunctionHit hit : spread.functions()) {
            spread.easiest(hit.easiest())
                    .ifPresent(route -> into.add(new ReachSheet.Way(
                            texts.say(
                                    "report.reach.function",
                                    hit.function(),
                                    foothold.label(),
                                    hit.steps(),
                                    hit.difficulty()),
                            route.steps().stream().map(words::step).toList(),
                            texts.say(
                                    "report.reach.protects",
                                    hit.function(),
                                    reach.protect(foothold, hit.reached())
                                            .map(words::cut)
                                            .orElseGet(() -> texts.say("report.reach.cut.never"))))));
        }
    }
}
