package org.zonewright.report.reach;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zonewright.assess.Subject;
import org.zonewright.assess.reach.Basis;
import org.zonewright.assess.reach.Broken;
import org.zonewright.assess.reach.Cut;
import org.zonewright.assess.reach.Foothold;
import org.zonewright.assess.reach.FunctionHit;
import org.zonewright.assess.reach.Ground;
import org.zonewright.assess.reach.Reach;
import org.zonewright.assess.reach.ReachedAsset;
import org.zonewright.assess.reach.Route;
import org.zonewright.assess.reach.Spread;
import org.zonewright.assess.reach.Step;
import org.zonewright.assess.reach.Watch;
import org.zonewright.assess.reach.WhatIf;
import org.zonewright.base.Texts;
import org.zonewright.plant.Conduit;
import org.zonewright.report.json.JsonOut;

/// Reach as JSON, format `zonewright/reach/1`: what it rests on, how far a breach of each zone gets, who answers for
/// watching each conduit; for a foothold every asset with and without pivoting, routes to essential functions and cuts;
/// for a what-if the same after the change, the traffic that it would stop, and the levels that it moves.
public final class ReachJson {
    /// The value of the field `format`.
    public static final String FORMAT = "zonewright/reach/1";

    private final JsonOut json;

    private ReachJson(JsonOut json) {
        this.json = json;
    }

    /// Writes and leaves the stream open.
    ///
    /// @throws IOException where the stream cannot take it
    public static void write(
            Reach reach,
            Optional<Foothold> foothold,
            Optional<WhatIf> change,
            Instant at,
            Texts texts,
            OutputStream stream)
            throws IOException {
        RouteWords words = new RouteWords(texts);
        JsonOut.write(stream, texts, json -> {
            ReachJson out = new ReachJson(json);
            json.text("format", FORMAT);
            json.time("at", Optional.of(at));
            out.state(reach, foothold);
            json.texts("notes", words.ground(reach.ground()));
            change.ifPresent(what -> json.object("whatIf", () -> {
                out.state(what.after(), foothold);
                out.broken(what.broken());
                out.levels(what);
            }));
            json.texts(
                    "statements",
                    List.of(texts.say("report.reach.statement"), texts.say("assess.statement.no-certification")));
        });
    }

    private void state(Reach reach, Optional<Foothold> foothold) {
        ground(reach.ground());
        json.list("containment", () -> reach.containment()
                .forEach(row -> json.item(() -> {
                    json.text("zone", row.zone().value());
                    json.number("assets", row.assets());
                    json.number("reached", row.reached());
                    json.number("zones", row.zones());
                })));
        json.list("conduits", () -> reach.input()
                .plant()
                .conduits()
                .forEach(conduit -> json.item(() -> {
                    json.text("id", conduit.id().value());
                    json.text("watch", watch(reach, conduit));
                })));
        foothold.flatMap(from -> reach.from(from, true))
                .ifPresent(spread -> json.object("from", () -> {
                    json.text("foothold", spread.foothold().label());
                    json.number("others", spread.others());
                    assets("reached", spread);
                    reach.from(spread.foothold(), false).ifPresent(direct -> assets("withoutPivoting", direct));
                    functions(reach, spread);
                    reach.keepIn(spread.foothold()).ifPresent(cut -> cut("keepIn", cut));
                }));
    }

    private static String watch(Reach reach, Conduit conduit) {
        return Watch.of(reach.input().plant(), conduit).id();
    }

    private void ground(Ground ground) {
        json.object("ground", () -> {
            json.texts(
                    "enforced", ground.enforced().stream().map(Object::toString).toList());
            json.texts("observed", ground.seen().stream().map(Object::toString).toList());
            json.texts("declared", ground.drawn().stream().map(Object::toString).toList());
            json.texts("unknown", ground.silent().stream().map(Object::toString).toList());
            json.texts(
                    "forwardingUnsaid",
                    ground.unsaid().stream().map(Subject::id).toList());
        });
    }

    private void assets(String name, Spread spread) {
        json.list(name, () -> spread.assets().forEach(asset -> json.item(() -> asset(asset))));
    }

    private void asset(ReachedAsset asset) {
        json.text("kind", asset.asset().kind().id());
        json.text("id", asset.asset().id());
        asset.zone().ifPresent(zone -> json.text("zone", zone.value()));
        asset.service().ifPresent(service -> json.textUnlessEmpty("service", service));
        json.texts("functions", asset.functions());
        json.number("steps", asset.steps());
        json.number("difficulty", asset.difficulty());
        json.texts("basis", asset.bases().stream().map(Basis::id).toList());
    }

    private void functions(Reach reach, Spread spread) {
        json.list("essentialFunctions", () -> {
            for (FunctionHit hit : spread.functions()) {
                json.item(() -> {
                    json.text("id", hit.function().value());
                    json.texts(
                            "reached", hit.reached().stream().map(Subject::id).toList());
                    json.number("steps", hit.steps());
                    json.number("difficulty", hit.difficulty());
                    spread.easiest(hit.easiest()).ifPresent(route -> route("easiest", route));
                    spread.shortest(hit.nearest()).ifPresent(route -> route("shortest", route));
                    reach.protect(spread.foothold(), hit.reached()).ifPresent(cut -> cut("cut", cut));
                });
            }
        });
    }

    private void route(String name, Route route) {
        json.object(name, () -> {
            json.number("difficulty", route.difficulty());
            json.list("steps", () -> route.steps().forEach(step -> json.item(() -> step(step))));
            json.texts("restsOn", route.restsOn().stream().map(Object::toString).toList());
        });
    }

    private void step(Step step) {
        json.text("kind", step.kind().id());
        json.text("from", step.from().id());
        json.text("to", step.to().id());
        step.via().ifPresent(via -> json.text("via", via.id()));
        json.textUnlessEmpty("service", step.service());
        json.texts("functions", step.functions());
        json.texts("basis", step.bases().stream().map(Basis::id).toList());
        step.conduit().ifPresent(conduit -> json.text("conduit", conduit.value()));
        step.flow().ifPresent(flow -> json.text("flow", flow.value()));
        step.rule().ifPresent(rule -> json.text("rule", rule));
        json.text("hurdle", step.hurdle().id());
        json.number("difficulty", step.hurdle().level());
        json.texts("restsOn", step.restsOn().stream().map(Object::toString).toList());
    }

    private void cut(String name, Cut cut) {
        json.object(name, () -> {
            json.number("points", cut.points());
            cut.cost().ifPresent(cost -> json.text("cost", cost.toPlainString()));
            json.flag("exact", cut.exact());
            json.list("changes", () -> cut.changes().forEach(change -> json.item(() -> change(change))));
        });
    }

    private void change(Cut.Change change) {
        json.text("kind", change.kind().id());
        change.flow().ifPresent(flow -> json.text("flow", flow.value()));
        change.measure().ifPresent(measure -> json.text("measure", measure.value()));
        change.rule().ifPresent(rule -> json.text("rule", rule));
        change.conduit().ifPresent(conduit -> json.text("conduit", conduit.value()));
        if (change.kind() != Cut.Kind.MEASURE) {
            json.text("from", change.from().id());
            json.text("to", change.to().id());
        }
        json.textUnlessEmpty("service", change.service());
        json.flag("used", change.used());
        json.number("points", change.points());
    }

    private void broken(List<Broken> broken) {
        json.list(
                "broken",
                () -> broken.forEach(one -> json.item(() -> {
                    json.text("from", one.from().id());
                    json.text("to", one.to().id());
                    json.text("service", one.service());
                    one.flow().ifPresent(flow -> json.text("flow", flow.value()));
                    one.conduit().ifPresent(conduit -> json.text("conduit", conduit.value()));
                    json.number("conversations", one.conversations());
                    json.place("first", one.first());
                })));
    }

    private void levels(WhatIf change) {
        json.list("levels", () -> LevelChanges.of(change)
                .forEach(row -> json.item(() -> {
                    json.text("place", row.place().id());
                    json.text("fr", row.requirement());
                    json.text("before", row.before());
                    json.text("after", row.after());
                })));
    }
}
