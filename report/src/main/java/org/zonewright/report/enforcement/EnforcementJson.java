package org.zonewright.report.enforcement;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.zonewright.base.Texts;
import org.zonewright.enforce.Permit;
import org.zonewright.enforce.Words;
import org.zonewright.enforce.proof.Observed;
import org.zonewright.enforce.proof.Proof;
import org.zonewright.facts.Transport;
import org.zonewright.facts.policy.Box;
import org.zonewright.plant.AllowedFunction;
import org.zonewright.plant.Enforcement.Phase;
import org.zonewright.plant.id.ConduitId;
import org.zonewright.plant.id.FlowId;
import org.zonewright.report.json.JsonOut;

/// Rules of conduits as JSON, format `zonewright/enforcement/1`: permits, flows without a rule, what the target
/// cannot hold, refusals, the files with their text, and the proof where one was asked for.
public final class EnforcementJson {
    /// The value of the field `format`.
    public static final String FORMAT = "zonewright/enforcement/1";

    private EnforcementJson() {}

    /// Writes and leaves the stream open.
    ///
    /// @throws IOException where the stream cannot take it
    public static void write(EnforcementView view, Texts texts, OutputStream stream) throws IOException {
        JsonOut.write(stream, texts, json -> {
            json.text("format", FORMAT);
            json.text("day", view.policy().day().toString());
            json.texts(
                    "conduits",
                    view.policy().conduits().stream().map(ConduitId::value).toList());
            json.textOrNull("realm", view.policy().realm().map(String::valueOf).orElse(""));
            json.text("scope", view.policy().scope().everything() ? "everything" : "crossings");
            json.text("target", view.target().id());
            json.text("mode", view.mode().id());
            json.list(
                    "permits", () -> view.policy().permits().forEach(one -> json.item(() -> permit(one, texts, json))));
            json.list("leftOut", () -> view.policy()
                    .leftOut()
                    .forEach(one -> json.item(() -> {
                        json.text("flow", one.flow().id().value());
                        json.text("conduit", one.conduit().value());
                        json.text("why", one.why().id());
                        json.text("because", texts.say(one.because()));
                    })));
            json.texts("notes", view.policy().notes().stream().map(texts::say).toList());
            json.list("precision", () -> view.statements()
                    .forEach(one -> json.item(() -> {
                        json.text("flow", one.flow().value());
                        json.flag("loses", one.loses());
                        json.text("text", texts.say(one.text()));
                    })));
            json.texts("refused", view.refusals().stream().map(texts::say).toList());
            json.list("files", () -> view.files()
                    .forEach(file -> json.item(() -> {
                        json.text("name", file.name());
                        json.text("text", file.text());
                    })));
            json.texts("written", view.written());
            view.proof().ifPresent(proof -> json.object("proof", () -> proof(proof, json)));
        });
    }

    private static void permit(Permit permit, Texts texts, JsonOut json) {
        json.text("flow", permit.id());
        json.text("conduit", permit.conduit().value());
        json.text("from", permit.from().toString());
        json.text("to", permit.to().toString());
        json.text("service", Words.of(permit.service()));
        json.textOrNull("protocol", permit.protocol().orElse(""));
        json.texts(
                "functions",
                permit.flow().allow().stream().map(AllowedFunction::toString).toList());
        json.texts("notes", permit.notes().stream().map(texts::say).toList());
    }

    private static void proof(Proof proof, JsonOut json) {
        json.flag("holds", proof.holds());
        json.flag("exact", proof.isExact());
        json.texts("readBack", proof.files());
        json.number("notUnderstood", proof.unread());
        boxes("gained", proof.gained(), json);
        boxes("lost", proof.lost(), json);
        boxes("observeDrops", proof.observeDrops(), json);
        json.time("first", proof.first());
        json.time("last", proof.last());
        json.number("judged", proof.judged());
        json.number("passed", proof.passed());
        json.number("blocked", proof.blocked());
        exchanges("allowedUnapproved", proof.allowedUnapproved(), json);
        exchanges("approvedBlocked", proof.approvedBlocked(), json);
        exchanges("beyondPrecision", proof.beyondPrecision(), json);
        json.texts(
                "unseenFlows", proof.unseenFlows().stream().map(FlowId::value).toList());
        json.texts(
                "notProvedFor", proof.unseenPhases().stream().map(Phase::word).toList());
    }

    private static void boxes(String name, List<Box> boxes, JsonOut json) {
        json.texts(name, boxes.stream().map(EnforcementText::text).toList());
    }

    private static void exchanges(String name, List<Observed> observed, JsonOut json) {
        json.list(
                name,
                () -> observed.forEach(one -> json.item(() -> {
                    json.text("from", one.from());
                    json.text("to", one.to());
                    json.text("client", one.client().toString());
                    json.text("server", one.server().toString());
                    json.text("transport", new Transport(one.protocol()).id());
                    one.port().ifPresent(port -> json.number("serverPort", port));
                    json.textOrNull("protocol", one.application());
                    json.texts("flows", one.flows().stream().map(FlowId::value).toList());
                    json.texts("beyond", one.beyond());
                    json.flag("answered", one.answered());
                    json.place("first", one.first());
                })));
    }
}
