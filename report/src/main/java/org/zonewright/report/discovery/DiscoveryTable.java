package org.zonewright.report.discovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.zonewright.base.Problem;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Texts;
import org.zonewright.facts.Address;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.CaptureSummary;
import org.zonewright.facts.CaptureSummary.Quality;
import org.zonewright.facts.IdentityFact;
import org.zonewright.facts.Ipv4Address;
import org.zonewright.facts.Ipv6Address;
import org.zonewright.facts.MacAddress;
import org.zonewright.facts.inventory.Asset;
import org.zonewright.facts.inventory.ChildAsset;
import org.zonewright.facts.inventory.Conversation;
import org.zonewright.facts.inventory.FunctionUse;

/// A discovery as flat tables, the same for CSV and spreadsheet. Rows are made while they are read.
///
/// `columns` have the names of the JSON contract's fields; a spreadsheet shows the text `table.<name>` for each.
final class DiscoveryTable<T> {
    private final DiscoveryPart part;
    private final List<Column<T>> columns;
    private final List<T> items;

    /// A column: its name, its width in characters, and its value for one item.
    record Column<T>(String name, int width, Function<T, Cell> value) {}

    private record Behind(Asset asset, ChildAsset child) {}

    private record Use(Conversation conversation, FunctionUse use) {}

    private DiscoveryTable(DiscoveryPart part, List<Column<T>> columns, List<T> items) {
        this.part = part;
        this.columns = columns;
        this.items = items;
    }

    /// The table of one part.
    static DiscoveryTable<?> of(Discovery discovery, DiscoveryPart part, Texts texts) {
        return switch (part) {
            case ASSETS ->
                new DiscoveryTable<>(part, assets(), discovery.inventory().assets());
            case CHILDREN -> new DiscoveryTable<>(part, children(texts), behind(discovery));
            case CONVERSATIONS ->
                new DiscoveryTable<>(
                        part, conversations(), discovery.inventory().conversations());
            case FUNCTIONS -> new DiscoveryTable<>(part, functions(), uses(discovery));
            case CAPTURES -> new DiscoveryTable<>(part, captures(), discovery.captures());
            case PROBLEMS -> new DiscoveryTable<>(part, problems(texts), discovery.problems());
        };
    }

    String name() {
        return part.name().toLowerCase(Locale.ROOT);
    }

    List<String> columnNames() {
        return columns.stream().map(Column::name).toList();
    }

    List<Integer> columnWidths() {
        return columns.stream().map(Column::width).toList();
    }

    int rowCount() {
        return items.size();
    }

    List<Cell> row(int index) {
        T item = items.get(index);
        return columns.stream().map(column -> column.value().apply(item)).toList();
    }

    private static List<Column<Asset>> assets() {
        return List.of(
                new Column<>("id", 24, asset -> Cell.of(asset.id())),
                new Column<>("realm", 16, asset -> Cell.of(asset.realm())),
                new Column<>("ipv4", 16, asset -> addresses(asset, Ipv4Address.class)),
                new Column<>("ipv6", 26, asset -> addresses(asset, Ipv6Address.class)),
                new Column<>("mac", 19, asset -> addresses(asset, MacAddress.class)),
                new Column<>("names", 26, asset -> values(asset.values(Attribute.NAME))),
                new Column<>("vendor", 22, asset -> Cell.of(asset.shown(Attribute.VENDOR))),
                new Column<>("model", 26, asset -> Cell.of(asset.shown(Attribute.MODEL))),
                new Column<>("firmware", 14, asset -> Cell.of(asset.shown(Attribute.FIRMWARE))),
                new Column<>("serial", 18, asset -> Cell.of(asset.shown(Attribute.SERIAL))),
                new Column<>(
                        "operatingSystem",
                        26,
                        asset -> Cell.of(asset.operatingSystem().map(SystemText::of))),
                new Column<>("roles", 22, asset -> Cell.of(roles(asset))),
                new Column<>("purdue", 9, DiscoveryTable::purdue),
                new Column<>("protocols", 26, asset -> Cell.of(asset.protocols())),
                new Column<>(
                        "children", 9, asset -> new Cell.Count(asset.children().size())),
                new Column<>(
                        "basis",
                        20,
                        asset -> Cell.of(
                                asset.bases().stream().map(basis -> basis.id()).toList())),
                new Column<>("firstSeen", 20, asset -> Cell.at(asset.firstSeen())),
                new Column<>("lastSeen", 20, asset -> Cell.at(asset.lastSeen())));
    }

    static List<String> roles(Asset asset) {
        return asset.roles().stream()
                .map(assigned -> assigned.role().id())
                .distinct()
                .toList();
    }

    private static Cell purdue(Asset asset) {
        return asset.purdue()
                .<Cell>map(hint -> new Cell.Words(PurdueText.of(hint)))
                .orElseGet(Cell.Nothing::new);
    }

    private static Cell addresses(Asset asset, Class<? extends Address> family) {
        return Cell.of(asset.addresses().stream()
                .filter(family::isInstance)
                .map(Object::toString)
                .toList());
    }

    private static Cell values(List<IdentityFact> facts) {
        return Cell.of(facts.stream().map(IdentityFact::value).distinct().toList());
    }

    private static List<Behind> behind(Discovery discovery) {
        return discovery.inventory().assets().stream()
                .flatMap(asset -> asset.children().stream().map(child -> new Behind(asset, child)))
                .toList();
    }

    private static List<Column<Behind>> children(Texts texts) {
        return List.of(
                new Column<>("asset", 24, row -> Cell.of(row.asset().id())),
                new Column<>(
                        "scheme",
                        22,
                        row -> Cell.of(row.child().address().scheme().id())),
                new Column<>("address", 22, row -> Cell.of(row.child().address().value())),
                new Column<>("names", 26, row -> values(row.child().values(Attribute.NAME))),
                new Column<>("vendor", 22, row -> Cell.of(row.child().best(Attribute.VENDOR))),
                new Column<>("model", 26, row -> Cell.of(row.child().best(Attribute.MODEL))),
                new Column<>("firmware", 14, row -> Cell.of(row.child().best(Attribute.FIRMWARE))),
                new Column<>("serial", 18, row -> Cell.of(row.child().best(Attribute.SERIAL))),
                new Column<>(
                        "confidence",
                        11,
                        row -> Cell.of(row.child().confidence().id())),
                new Column<>(
                        "reason",
                        60,
                        row -> Cell.of(texts.say(row.child().reason().text()))),
                new Column<>(
                        "source",
                        30,
                        row -> Cell.of(row.child().reason().sources().stream()
                                .map(SourceRef::display)
                                .toList())));
    }

    private static List<Column<Conversation>> conversations() {
        List<Column<Conversation>> columns = new ArrayList<>(ends(conversation -> conversation));
        columns.addAll(List.of(
                new Column<>(
                        "protocolEvidence",
                        12,
                        row -> Cell.of(row.protocolEvidence().id())),
                new Column<>(
                        "directionEvidence", 14, row -> Cell.of(row.direction().id())),
                new Column<>("outcome", 13, row -> Cell.of(row.outcome().id())),
                new Column<>("flows", 9, row -> new Cell.Count(row.flows())),
                new Column<>("clientPackets", 13, row -> new Cell.Count(row.clientPackets())),
                new Column<>("serverPackets", 13, row -> new Cell.Count(row.serverPackets())),
                new Column<>("clientBytes", 13, row -> new Cell.Count(row.clientBytes())),
                new Column<>("serverBytes", 13, row -> new Cell.Count(row.serverBytes())),
                new Column<>("firstSeen", 20, row -> Cell.at(Optional.of(row.firstSeen()))),
                new Column<>("lastSeen", 20, row -> Cell.at(Optional.of(row.lastSeen())))));
        return columns;
    }

    private static <T> List<Column<T>> ends(Function<T, Conversation> conversation) {
        return List.of(
                new Column<>("realm", 16, row -> Cell.of(conversation.apply(row).realm())),
                new Column<>(
                        "client",
                        20,
                        row -> Cell.of(conversation.apply(row).clientAddress().toString())),
                new Column<>(
                        "server",
                        20,
                        row -> Cell.of(conversation.apply(row).serverAddress().toString())),
                new Column<>(
                        "transport",
                        10,
                        row -> Cell.of(conversation.apply(row).transport().id())),
                new Column<>(
                        "serverPort", 11, row -> count(conversation.apply(row).serverPort())),
                new Column<>(
                        "protocol", 14, row -> Cell.of(conversation.apply(row).protocol())));
    }

    private static List<Use> uses(Discovery discovery) {
        List<Use> uses = new ArrayList<>();
        for (Conversation conversation : discovery.inventory().conversations()) {
            for (FunctionUse use : conversation.functions()) {
                if (use.requests() > 0) {
                    uses.add(new Use(conversation, use));
                }
            }
        }
        return uses;
    }

    private static List<Column<Use>> functions() {
        List<Column<Use>> columns = new ArrayList<>(ends(Use::conversation));
        columns.addAll(List.of(
                new Column<>("function", 12, row -> Cell.of(row.use().function().protocol())),
                new Column<>("code", 10, row -> Cell.of(row.use().function().code())),
                new Column<>("unit", 7, row -> count(row.use().unit())),
                new Column<>("name", 30, row -> Cell.of(row.use().function().name())),
                new Column<>(
                        "class",
                        12,
                        row -> Cell.of(row.use().function().functionClass().id())),
                new Column<>("by", 8, row -> Cell.of(row.use().byClient() ? "client" : "server")),
                new Column<>("count", 10, row -> new Cell.Count(row.use().requests())),
                new Column<>("answers", 10, row -> new Cell.Count(row.use().answers())),
                new Column<>("refusals", 10, row -> new Cell.Count(row.use().refusals())),
                new Column<>("first", 30, row -> Cell.of(row.use().first().display()))));
        return columns;
    }

    private static Cell count(OptionalInt value) {
        return value.isPresent() ? new Cell.Count(value.getAsInt()) : new Cell.Nothing();
    }

    private static List<Column<CaptureSummary>> captures() {
        return List.of(
                new Column<>("file", 34, row -> Cell.of(row.file())),
                new Column<>("format", 12, row -> Cell.of(row.format())),
                new Column<>("linkType", 14, row -> Cell.of(row.linkTypes())),
                new Column<>("frames", 12, row -> new Cell.Count(row.frames())),
                new Column<>("bytes", 14, row -> new Cell.Count(row.bytes())),
                new Column<>("firstTime", 20, row -> Cell.at(row.firstTime())),
                new Column<>("lastTime", 20, row -> Cell.at(row.lastTime())),
                new Column<>(
                        "snapLength", 11, row -> new Cell.Count(row.quality().snapLength())),
                flaw("truncatedFrames", Quality::truncatedFrames),
                flaw("malformedFrames", Quality::malformedFrames),
                flaw("undecodedFrames", Quality::undecodedFrames),
                flaw("fragments", Quality::fragments),
                flaw("retransmissions", Quality::retransmissions),
                flaw("missingSegments", Quality::missingSegments),
                flaw("outOfOrder", Quality::outOfOrder),
                flaw("oneWayConversations", Quality::oneWayConversations),
                flaw("tcpConversations", Quality::tcpConversations),
                flaw("taggedFrames", Quality::taggedFrames),
                flaw("splitConversations", quality -> quality.twins().splitConversations()),
                flaw("duplicateFramesAtLeast", quality -> quality.twins().duplicates()),
                flaw("routedTwiceFramesAtLeast", quality -> quality.twins().routedTwice()),
                flaw("comparedFrames", quality -> quality.twins().compared()),
                flaw("silences", quality -> quality.clock().silences()),
                flaw(
                        "longestSilenceSeconds",
                        quality -> quality.clock().longest().toSeconds()),
                flaw("clockStepsBack", quality -> quality.clock().stepsBack()),
                flaw("unorderedFrames", quality -> quality.clock().unordered()),
                flaw("droppedByRecorder", Quality::droppedByRecorder),
                new Column<>(
                        "unrecognisedPackets",
                        13,
                        row -> new Cell.Count(row.unrecognised().packets())),
                new Column<>("familiesSeen", 30, row -> Cell.of(row.families().seen())),
                new Column<>(
                        "familiesNotSeen", 30, row -> Cell.of(row.families().notSeen())));
    }

    private static Column<CaptureSummary> flaw(String name, ToLongFunction<Quality> count) {
        return new Column<>(name, 11, row -> new Cell.Count(count.applyAsLong(row.quality())));
    }

    private static List<Column<Problem>> problems(Texts texts) {
        return List.of(
                new Column<>("kind", 28, row -> Cell.of(row.kind().id())),
                new Column<>("severity", 10, row -> Cell.of(row.severity().id())),
                new Column<>("where", 40, row -> Cell.of(row.where().display())),
                new Column<>("message", 60, row -> Cell.of(texts.say(row.message()))),
                new Column<>("hint", 60, row -> Cell.of(texts.say(row.hint()))));
    }
}
