package org.zonewright.assess;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.zonewright.base.Text;
import org.zonewright.facts.FunctionClass;
import org.zonewright.plant.Zone;

/// Ranks by consequence: what is reached (up to 50 points), what is done to it (up to 30), and from where (up to 20).
///
/// The points are this product's own and order findings alone. `docs/checks/ranking.md` explains them.
public final class Ranking {
    private static final int SAFETY = 50;
    private static final int NOWHERE = 20;

    private final List<Text> because = new ArrayList<>();
    private int rank;

    private Ranking() {}

    public static Ranking start() {
        return new Ranking();
    }

    /// The zone that is reached, or in which something is wrong; empty where the document has none for it.
    public Ranking reaches(Optional<Zone> zone) {
        int points = zone.map(Ranking::reached).orElse(NOWHERE);
        return add(
                points,
                zone.map(place -> Text.of(
                                place.traits().safetyRelated()
                                        ? "consequence.reaches-safety"
                                        : "consequence.reaches-"
                                                + place.function().word(),
                                points,
                                place.displayName()))
                        .orElseGet(() -> Text.of("consequence.reaches-nowhere", points)));
    }

    private static int reached(Zone zone) {
        if (zone.traits().safetyRelated()) {
            return SAFETY;
        }
        return switch (zone.function()) {
            case CONTROL -> 40;
            case OPERATIONS -> 30;
            case DMZ -> 15;
            case ENTERPRISE, EXTERNAL -> 5;
        };
    }

    /// The classes of function that are used; the gravest counts.
    public Ranking does(Collection<FunctionClass> classes) {
        return classes.stream()
                .max(Comparator.comparingInt(Ranking::done).thenComparing(Comparator.reverseOrder()))
                .map(gravest -> add(done(gravest), Text.of("consequence.does", done(gravest), gravest.id())))
                .orElse(this);
    }

    private static int done(FunctionClass functionClass) {
        return switch (functionClass) {
            case PROGRAM -> 30;
            case OPERATE, WRITE -> 25;
            case CONFIGURE -> 20;
            case TRANSFER, UNKNOWN -> 12;
            case READ -> 8;
            case TIME, ALARM -> 6;
            case DIAGNOSE, DISCOVER -> 4;
            case SESSION -> 2;
        };
    }

    /// The zone that it comes from; empty where the document has none for it.
    public Ranking comesFrom(Optional<Zone> zone) {
        return zone.map(place -> add(
                        origin(place),
                        Text.of("consequence.from-" + place.function().word(), origin(place), place.displayName())))
                .orElseGet(() -> add(15, Text.of("consequence.from-nowhere", 15)));
    }

    private static int origin(Zone zone) {
        return switch (zone.function()) {
            case EXTERNAL -> 20;
            case ENTERPRISE -> 15;
            case DMZ -> 10;
            case OPERATIONS, CONTROL -> 0;
        };
    }

    /// Something that nobody answers for takes part: `what` is `unknown` or `retired`.
    public Ranking stranger(String what) {
        return add(15, Text.of("consequence." + what, 15));
    }

    private Ranking add(int points, Text text) {
        if (points > 0) {
            rank += points;
            because.add(text);
        }
        return this;
    }

    public Consequence consequence() {
        return new Consequence(Math.min(rank, 100), because);
    }
}
