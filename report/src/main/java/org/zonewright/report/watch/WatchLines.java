package org.zonewright.report.watch;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zonewright.assess.Finding;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Texts;
import org.zonewright.facts.Address;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.FunctionClass;
import org.zonewright.facts.inventory.Asset;
import org.zonewright.facts.inventory.Conversation;
import org.zonewright.facts.inventory.FunctionUse;
import org.zonewright.report.Timestamps;
import org.zonewright.report.discovery.MakeAndModel;
import org.zonewright.report.json.JsonOut;
import org.zonewright.report.markup.Printable;

/// Events as lines: of text for people, of JSON (format `zonewright/watch/1`, one object a line) for programs.
public final class WatchLines {
    /// The value of the field `format`.
    public static final String FORMAT = "zonewright/watch/1";

    private WatchLines() {}

    /// The event as one line of text, without its end: time, kind, and what it is about.
    public static String text(WatchEvent event, Texts texts) {
        String rest =
                switch (event) {
                    case WatchEvent.NewAsset found -> texts.say("watch.asset", asset(found.asset()));
                    case WatchEvent.NewAddress found ->
                        texts.say("watch.address", addresses(found.addresses()), asset(found.asset()));
                    case WatchEvent.NewConversation found -> texts.say("watch.flow", flow(found));
                    case WatchEvent.NewFinding found ->
                        texts.say(
                                "watch.violation",
                                found.finding().severity(),
                                texts.say(found.finding().title()),
                                found.finding().key(),
                                place(found.finding().evidence()));
                };
        return Timestamps.seconds(event.at()) + "  " + Printable.of(rest).stripTrailing();
    }

    private static String asset(Asset asset) {
        String roles =
                asset.roles().stream().map(role -> role.role().id()).distinct().collect(Collectors.joining(", "));
        return joined(
                addresses(asset.addresses()),
                asset.best(Attribute.NAME).orElse(""),
                MakeAndModel.of(asset::shown),
                roles,
                "(" + asset.realm() + ")");
    }

    private static String addresses(List<Address> addresses) {
        return addresses.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    private static String flow(WatchEvent.NewConversation found) {
        Conversation conversation = found.conversation();
        return joined(
                found.client() + " → " + found.server(),
                (conversation.protocol().isEmpty() ? "?" : conversation.protocol()) + " " + conversation.service(),
                String.join(", ", classes(conversation)),
                conversation.outcome().id(),
                "(" + conversation.first().display() + ")");
    }

    private static List<String> classes(Conversation conversation) {
        return conversation.functions().stream()
                .filter(use -> use.requests() > 0)
                .map(FunctionUse::function)
                .map(function -> function.functionClass())
                .distinct()
                .sorted()
                .map(FunctionClass::id)
                .toList();
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining("  "));
    }

    private static String place(List<SourceRef> evidence) {
        return evidence.stream().findFirst().map(SourceRef::display).orElse("");
    }

    /// Writes the event as one object on one line; the stream stays open.
    ///
    /// @throws IOException where the stream cannot take it
    public static void json(WatchEvent event, Texts texts, OutputStream stream) throws IOException {
        JsonOut.writeLine(stream, texts, json -> {
            json.text("format", FORMAT);
            json.time("time", Optional.of(event.at()));
            switch (event) {
                case WatchEvent.NewAsset found -> asset("asset", found.asset(), json);
                case WatchEvent.NewAddress found -> {
                    asset("address", found.asset(), json);
                    json.texts(
                            "newAddresses",
                            found.addresses().stream().map(String::valueOf).toList());
                }
                case WatchEvent.NewConversation found -> flow(found, json);
                case WatchEvent.NewFinding found -> finding(found.finding(), texts, json);
            }
        });
    }

    private static void asset(String event, Asset asset, JsonOut json) {
        json.text("event", event);
        json.text("id", asset.id());
        json.text("realm", asset.realm());
        json.texts("addresses", asset.addresses().stream().map(String::valueOf).toList());
        json.textOrNull("name", asset.best(Attribute.NAME).orElse(""));
        json.textOrNull("vendor", asset.shown(Attribute.VENDOR).orElse(""));
        json.textOrNull("model", asset.shown(Attribute.MODEL).orElse(""));
        json.texts(
                "roles",
                asset.roles().stream().map(role -> role.role().id()).distinct().toList());
        json.texts("protocols", asset.protocols());
        json.time("firstSeen", asset.firstSeen());
    }

    private static void flow(WatchEvent.NewConversation found, JsonOut json) {
        Conversation conversation = found.conversation();
        json.text("event", "flow");
        json.text("realm", conversation.realm());
        json.text("client", found.client());
        json.text("clientAddress", conversation.clientAddress().toString());
        json.text("server", found.server());
        json.text("serverAddress", conversation.serverAddress().toString());
        json.text("service", conversation.service());
        json.textOrNull("protocol", conversation.protocol());
        json.texts("classes", classes(conversation));
        json.text("outcome", conversation.outcome().id());
        json.time("firstSeen", Optional.of(conversation.firstSeen()));
        json.place("first", conversation.first());
    }

    private static void finding(Finding finding, Texts texts, JsonOut json) {
        json.text("event", "violation");
        json.text("key", finding.key());
        json.text("kind", finding.kind().id());
        json.text("severity", finding.severity().id());
        json.text("state", finding.state().id());
        json.text("title", texts.say(finding.title()));
        json.text("advice", texts.say(finding.advice()));
        json.list("evidence", () -> finding.evidence().forEach(place -> json.item(() -> json.place("where", place))));
    }
}
