package org.zonewright.report.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zonewright.facts.inventory.Asset;
import org.zonewright.facts.inventory.Conversation;
import org.zonewright.report.drawing.ConduitLine;

/// Zones, what crosses between them, and the largest conversations.
final class TrafficSections {
    private static final int TOP = 100;

    private final Html html;
    private final AssessmentReport report;

    TrafficSections(Html html, AssessmentReport report) {
        this.html = html;
        this.report = report;
    }

    void zones() {
        if (report.zones().isEmpty()) {
            html.paragraph(html.say("zones.none"));
            return;
        }
        html.table("zones", headings("zones", "zone", "function", "owner", "target", "assets", "why"), () -> {
            for (ZoneSheet zone : report.zones()) {
                html.row(() -> {
                    html.cell(() ->
                            html.out.element("b", zone.name()).text(" ").element("span", zone.id(), "class", "id"));
                    html.cell(() -> html.valueOr(zone.function(), "not-given"));
                    html.cell(() -> html.valueOr(zone.owner(), "not-given"));
                    html.cell(zone.target());
                    html.cell(zone.assets());
                    html.cell(() -> {
                        html.clauses(zone.rules());
                        html.reason(zone.reason());
                    });
                });
            }
        });
    }

    void matrix() {
        if (report.matrix().isEmpty()) {
            html.paragraph(html.say("matrix.none"));
            return;
        }
        Map<String, MatrixCell> cells = new HashMap<>();
        report.matrix().forEach(cell -> cells.put(key(cell.from(), cell.to()), cell));
        List<String> headings = new ArrayList<>(List.of(html.say("matrix.from-to")));
        report.zones().forEach(zone -> headings.add(zone.name()));
        html.note(html.say("matrix.read"));
        html.table("matrix", headings, () -> {
            for (ZoneSheet from : report.zones()) {
                html.row(() -> {
                    html.out.element("th", from.name(), "scope", "row");
                    for (ZoneSheet to : report.zones()) {
                        matrixCell(cells.get(key(from.id(), to.id())), from.id().equals(to.id()));
                    }
                });
            }
        });
        html.out.open("p", "class", "note");
        for (ConduitLine.State state : ConduitLine.State.values()) {
            html.state(state);
        }
        html.out.close().line();
    }

    private static String key(String from, String to) {
        return from.length() + ":" + from + to;
    }

    private void matrixCell(@Nullable MatrixCell cell, boolean inside) {
        if (cell == null) {
            html.out.element("td", inside ? "" : "–", "class", inside ? "self" : "empty");
            return;
        }
        html.out.open("td", "class", inside ? "self" : Html.cssClass(cell.state()));
        html.out.element("b", Html.number(cell.conversations()));
        html.out.empty("br").text(Html.functions(cell.functions()));
        html.out.close();
    }

    void conduits() {
        if (report.conduits().isEmpty()) {
            html.paragraph(html.say("conduits.none"));
            return;
        }
        int number = 1;
        for (ConduitSheet conduit : report.conduits()) {
            conduit(conduit, number++);
        }
    }

    private void conduit(ConduitSheet conduit, int number) {
        html.out.open("article", "class", "conduit").line();
        html.out
                .open("h3")
                .element("span", String.valueOf(number), "class", "tag")
                .text(" " + conduit.name() + " ");
        html.state(conduit.state());
        html.out.close().line();
        html.out.open("p", "class", "where");
        html.out.text(html.say("conduits.between", conduit.from(), conduit.to()));
        html.out.text(" · " + html.say("conduits.enforced") + " ");
        html.valueOr(conduit.enforcedBy(), "conduits.enforced.unknown");
        html.out.text(" · " + html.say("conduits.owner") + " ");
        html.valueOr(conduit.owner(), "not-given");
        html.out.text(" ").element("span", conduit.id(), "class", "id").close().line();
        if (conduit.flows().isEmpty()) {
            html.note(html.say("conduits.no-flows"));
        } else {
            html.table(
                    "flows",
                    headings("flows", "client", "server", "protocol", "functions", "verdict", "conversations", "last"),
                    () -> conduit.flows().forEach(this::flow));
        }
        html.out.close().line();
    }

    private void flow(ConduitSheet.Flow flow) {
        html.row(() -> {
            html.cell(flow.client());
            html.cell(flow.server());
            html.cell(() -> {
                html.valueOr(flow.protocol(), "unknown");
                html.out.text(" ").element("code", flow.service());
            });
            html.cell(Html.functions(flow.functions()));
            html.cell(html.say(flow.verdict()));
            html.cell(flow.conversations());
            html.cell(() -> html.time(flow.lastSeen()));
        });
    }

    void conversations() {
        List<Conversation> all = report.inventory().conversations();
        if (all.isEmpty()) {
            html.paragraph(html.say("conversations.none"));
            return;
        }
        List<Conversation> top = all.stream()
                .sorted(Comparator.comparingLong(TrafficSections::packets).reversed())
                .limit(TOP)
                .toList();
        if (top.size() < all.size()) {
            html.note(html.say("conversations.top", Html.number(top.size()), Html.number(all.size())));
        }
        Map<String, Asset> assets = report.inventory().assetsById();
        html.details(
                top.size() <= 25,
                html.say("conversations.show"),
                () -> html.table(
                        "conversations",
                        headings(
                                "flows",
                                "client",
                                "server",
                                "protocol",
                                "functions",
                                "outcome",
                                "direction",
                                "packets",
                                "bytes",
                                "last"),
                        () -> top.forEach(conversation -> conversation(conversation, assets))));
    }

    private static long packets(Conversation conversation) {
        return conversation.clientPackets() + conversation.serverPackets();
    }

    private void conversation(Conversation conversation, Map<String, Asset> assets) {
        html.row(() -> {
            html.cell(() ->
                    end(conversation.client(), conversation.clientAddress().toString(), assets));
            html.cell(() ->
                    end(conversation.server(), conversation.serverAddress().toString(), assets));
            html.cell(() -> {
                html.valueOr(conversation.protocol(), "unknown");
                html.out.text(" ").element("code", conversation.service());
            });
            html.cell(Html.functions(conversation.functions().stream()
                    .filter(use -> use.requests() > 0)
                    .map(use -> use.function().functionClass())
                    .distinct()
                    .sorted()
                    .toList()));
            html.cell(html.say("outcome." + conversation.outcome().id()));
            html.cell(html.say("direction." + conversation.direction().id()));
            html.cell(packets(conversation));
            html.cell(conversation.clientBytes() + conversation.serverBytes());
            html.cell(() -> html.time(Optional.of(conversation.lastSeen())));
        });
    }

    private void end(String id, String address, Map<String, Asset> assets) {
        Asset asset = assets.get(id);
        if (asset != null && !asset.label().equals(address)) {
            html.out.text(asset.label()).empty("br");
        }
        html.out.element("code", address);
    }

    private List<String> headings(String table, String... names) {
        return List.of(names).stream().map(name -> html.say(table + "." + name)).toList();
    }
}
