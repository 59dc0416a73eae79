package org.zonewright.report.reach;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zonewright.assess.Subject;
import org.zonewright.assess.reach.Broken;
import org.zonewright.assess.reach.Containment;
import org.zonewright.assess.reach.Cut;
import org.zonewright.assess.reach.Foothold;
import org.zonewright.assess.reach.FunctionHit;
import org.zonewright.assess.reach.Reach;
import org.zonewright.assess.reach.ReachedAsset;
import org.zonewright.assess.reach.Route;
import org.zonewright.assess.reach.Spread;
import org.zonewright.assess.reach.WhatIf;
import org.zonewright.base.Texts;
import org.zonewright.report.discovery.TextTable;

/// How far a breach gets, for a terminal.
public final class ReachText {
    private static final int WIDTH = 118;

    /// Above so many zones the cut of each is not sought for the table; it is for one foothold.
    private static final int MOST_CUTS = 60;

    private final Texts texts;
    private final RouteWords words;
    private final StringBuilder out = new StringBuilder();

    private ReachText(Texts texts) {
        this.texts = texts;
        words = new RouteWords(texts);
    }

    /// Every zone: what a breach of it reaches, and what would keep it in.
    public static String zones(Reach reach, Texts texts) {
        ReachText text = new ReachText(texts);
        text.ground(reach);
        text.containment(reach);
        reach.from(new Foothold.External(), true).ifPresent(text::functions);
        return text.out.toString();
    }

    /// One foothold: every asset with and without pivoting, the ways to essential functions, and what cuts them.
    public static String foothold(Reach reach, Foothold foothold, Texts texts) {
        ReachText text = new ReachText(texts);
        text.ground(reach);
        Optional<Spread> spread = reach.from(foothold, true);
        if (spread.isPresent()) {
            text.spread(reach, foothold, spread.get());
            text.functions(spread.get());
            text.cuts(reach, foothold, spread.get());
        }
        return text.out.toString();
    }

    /// What a change would bring: reach before and after, and the traffic that it would stop.
    public static String whatIf(WhatIf change, Optional<Foothold> foothold, Texts texts) {
        ReachText text = new ReachText(texts);
        text.change(change, foothold);
        return text.out.toString();
    }

    private void line(String key, Object... arguments) {
        out.append(texts.say(key, arguments)).append('\n');
    }

    private void ground(Reach reach) {
        line("report.reach.head");
        words.ground(reach.ground()).forEach(sentence -> out.append(sentence).append('\n'));
        out.append('\n');
    }

    private void containment(Reach reach) {
        List<Containment> rows = reach.containment();
        TextTable table = new TextTable(Set.of(1, 2));
        table.add(List.of(
                texts.say("report.reach.zone"), texts.say("report.reach.reached"), texts.say("report.reach.zones")));
        for (Containment row : rows) {
            table.add(List.of(
                    row.zone().value(), texts.say("report.reach.of", row.reached(), row.assets()), "" + row.zones()));
        }
        table.write(out, WIDTH);
        out.append('\n');
        if (rows.size() <= MOST_CUTS) {
            line("report.reach.keeps");
            for (Containment row : rows) {
                String keeps = reach.keepIn(new Foothold.OfZone(row.zone()))
                        .map(words::cut)
                        .orElse(texts.say("report.reach.cut.never"));
                out.append("  ").append(row.zone()).append(": ").append(keeps).append('\n');
            }
            out.append('\n');
        }
    }

    private void spread(Reach reach, Foothold foothold, Spread spread) {
        int direct = reach.from(foothold, false).map(one -> one.assets().size()).orElse(0);
        line(
                "report.reach.from",
                foothold.label(),
                spread.assets().size(),
                spread.others(),
                spread.zoneIds().size(),
                direct);
        TextTable table = new TextTable(Set.of(4, 5));
        table.add(List.of(
                texts.say("report.reach.zone"),
                texts.say("report.reach.asset"),
                texts.say("report.reach.service"),
                texts.say("report.reach.functions"),
                texts.say("report.reach.steps"),
                texts.say("report.reach.difficulty"),
                texts.say("report.reach.basis")));
        for (ReachedAsset asset : spread.assets()) {
            table.add(List.of(
                    asset.zone().map(Object::toString).orElse("–"),
                    asset.asset().id(),
                    asset.service().filter(service -> !service.isEmpty()).orElse("–"),
                    String.join(" ", asset.functions()),
                    "" + asset.steps(),
                    "" + asset.difficulty(),
                    words.bases(asset.bases().stream().toList())));
        }
        table.write(out, WIDTH);
        out.append('\n');
    }

    private void functions(Spread spread) {
        List<FunctionHit> hits = spread.functions();
        if (hits.isEmpty()) {
            line("report.reach.functions.none", spread.foothold().label());
        }
        for (FunctionHit hit : hits) {
            line("report.reach.function", hit.function(), spread.foothold().label(), hit.steps(), hit.difficulty());
            Optional<Route> easiest = spread.easiest(hit.easiest());
            Optional<Route> shortest = spread.shortest(hit.nearest());
            easiest.ifPresent(route -> route("report.reach.easiest", hit.easiest(), route));
            shortest.filter(route -> !Optional.of(route).equals(easiest))
                    .ifPresent(route -> route("report.reach.shortest", hit.nearest(), route));
        }
        out.append('\n');
    }

    private void route(String key, Subject to, Route route) {
        out.append("  ").append(texts.say(key, to.id(), route.difficulty())).append('\n');
        route.steps()
                .forEach(step -> out.append("    ").append(words.step(step)).append('\n'));
    }

    private void cuts(Reach reach, Foothold foothold, Spread spread) {
        Optional<Cut> keeps = reach.keepIn(foothold);
        keeps.ifPresent(cut -> line("report.reach.keeps-in", words.cut(cut)));
        for (FunctionHit hit : spread.functions()) {
            line(
                    "report.reach.protects",
                    hit.function(),
                    reach.protect(foothold, hit.reached()).map(words::cut).orElse(texts.say("report.reach.cut.never")));
        }
    }

    private void change(WhatIf change, Optional<Foothold> foothold) {
        line("report.reach.what-if");
        List<Containment> before = change.before().containment();
        TextTable table = new TextTable(Set.of(1, 2));
        table.add(List.of(
                texts.say("report.reach.zone"), texts.say("report.reach.before"), texts.say("report.reach.after")));
        boolean changed = false;
        for (Containment now : change.after().containment()) {
            Optional<Containment> was =
                    before.stream().filter(row -> row.zone().equals(now.zone())).findFirst();
            boolean differs = was.filter(row -> row.reached() == now.reached()).isEmpty();
            changed |= differs;
            if (differs) {
                table.add(List.of(
                        now.zone().value(),
                        was.map(row -> texts.say("report.reach.of", row.reached(), row.assets()))
                                .orElse("–"),
                        texts.say("report.reach.of", now.reached(), now.assets())));
            }
        }
        if (changed) {
            table.write(out, WIDTH);
        } else {
            line("report.reach.what-if.same");
        }
        foothold.ifPresent(from -> difference(change, from));
        LevelChanges.of(change).stream()
                .filter(LevelChanges::isOfBoth)
                .forEach(row ->
                        line("report.reach.level", row.place().id(), row.requirement(), row.before(), row.after()));
        line("report.reach.broken", change.broken().size());
        for (Broken broken : change.broken()) {
            out.append("  ");
            line(
                    "report.reach.broken.row",
                    broken.from().id(),
                    broken.to().id(),
                    broken.service(),
                    broken.flow().map(Object::toString).orElse("–"),
                    broken.first().display());
        }
    }

    private void difference(WhatIf change, Foothold from) {
        Set<String> was = ids(change.before(), from);
        Set<String> now = ids(change.after(), from);
        Set<String> gone = new LinkedHashSet<>(was);
        gone.removeAll(now);
        Set<String> fresh = new LinkedHashSet<>(now);
        fresh.removeAll(was);
        line(
                "report.reach.what-if.from",
                from.label(),
                was.size(),
                now.size(),
                gone.isEmpty() ? "–" : String.join(", ", gone),
                fresh.isEmpty() ? "–" : String.join(", ", fresh));
    }

    private static Set<String> ids(Reach reach, Foothold from) {
        Set<String> ids = new LinkedHashSet<>();
        reach.from(from, true).ifPresent(spread -> spread.assets()
                .forEach(asset -> ids.add(asset.asset().id())));
        return ids;
    }
}
