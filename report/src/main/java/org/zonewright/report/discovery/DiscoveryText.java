package org.zonewright.report.discovery;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zonewright.base.Problem;
import org.zonewright.base.Text;
import org.zonewright.base.Texts;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.CaptureSummary;
import org.zonewright.facts.inventory.Asset;
import org.zonewright.facts.inventory.Conversation;
import org.zonewright.facts.inventory.DocumentedFlow;
import org.zonewright.facts.inventory.FunctionUse;
import org.zonewright.report.Timestamps;
import org.zonewright.report.markup.Printable;

/// A discovery as a screenful for the terminal: what was read, which assets there are, who talks most with whom, and
/// what was wrong with the input. What does not fit is counted.
public final class DiscoveryText {
    private static final int MOST_ASSETS = 200;
    private static final int MOST_CHILDREN = 50;
    private static final int MOST_CONVERSATIONS = 25;
    private static final int MOST_PROBLEMS = 10;

    private final Discovery discovery;
    private final Texts texts;
    private final int width;
    private final StringBuilder out = new StringBuilder();

    private DiscoveryText(Discovery discovery, Texts texts, int width) {
        this.discovery = discovery;
        this.texts = texts;
        this.width = width;
    }

    /// The text for a terminal of this many columns.
    public static String write(Discovery discovery, Texts texts, int width) {
        return new DiscoveryText(discovery, texts, width).all();
    }

    private String all() {
        captures();
        assets();
        children();
        conversations();
        documentedFlows();
        problems();
        return out.toString();
    }

    private void heading(String key, Object... arguments) {
        out.append(out.isEmpty() ? "" : "\n")
                .append(texts.say("text." + key, arguments))
                .append('\n');
    }

    private void captures() {
        heading("captures", discovery.captures().size());
        for (CaptureSummary capture : discovery.captures()) {
            String from = capture.firstTime().map(Timestamps::readable).orElse("–");
            String to = capture.lastTime().map(Timestamps::readable).orElse("–");
            String line = texts.say(
                    "text.capture", Printable.of(capture.file()), capture.frames(), capture.bytes(), from, to);
            out.append("  ").append(line).append('\n');
            for (Text note : CaptureNotes.of(capture)) {
                out.append("    ").append(texts.say(note)).append('\n');
            }
        }
        families();
    }

    /// What was seen by name, and how much was looked for in vain: its names would fill the screen.
    private void families() {
        int notSeen = CaptureNotes.familiesNotSeen(discovery.captures()).size();
        List<String> seen = CaptureNotes.familiesSeen(discovery.captures());
        if (notSeen > 0) {
            out.append("  ")
                    .append(
                            seen.isEmpty()
                                    ? texts.say("text.families-none", notSeen)
                                    : texts.say("text.families-seen", String.join(", ", seen), notSeen))
                    .append('\n');
        }
    }

    private void assets() {
        List<Asset> assets = discovery.inventory().assets();
        heading("assets", assets.size());
        if (assets.isEmpty()) {
            return;
        }
        boolean severalRealms = discovery.inventory().realms().size() > 1;
        TextTable table = new TextTable(Set.of(0, 4));
        List<String> headings = headings("address", "name", "device", "roles", "purdue", "protocols");
        table.add(severalRealms ? with(headings, texts.say("text.column.realm")) : headings);
        assets.stream()
                .limit(MOST_ASSETS)
                .forEach(asset -> table.add(severalRealms ? with(row(asset), asset.realm()) : row(asset)));
        table.write(out, width);
        leftOut(assets.size() - MOST_ASSETS);
    }

    private List<String> row(Asset asset) {
        int behind = asset.children().size();
        return List.of(
                addresses(asset) + (behind == 0 ? "" : " " + texts.say("text.behind", behind)),
                asset.best(Attribute.NAME).orElse(""),
                device(asset::shown),
                String.join(", ", DiscoveryTable.roles(asset)),
                asset.purdue().map(PurdueText::of).orElse(""),
                String.join(", ", asset.protocols()));
    }

    private static List<String> with(List<String> values, String last) {
        return Stream.concat(values.stream(), Stream.of(last)).toList();
    }

    private static String addresses(Asset asset) {
        if (asset.addresses().isEmpty()) {
            return "";
        }
        int others = asset.addresses().size() - 1;
        return asset.addresses().getFirst() + (others > 0 ? " +" + others : "");
    }

    private static String device(Function<Attribute, Optional<String>> best) {
        return Stream.of(Optional.of(MakeAndModel.of(best)), best.apply(Attribute.FIRMWARE))
                .flatMap(Optional::stream)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /// Devices behind assets, in the order of their assets.
    private void children() {
        List<Asset> fronts = discovery.inventory().assets().stream()
                .filter(asset -> !asset.children().isEmpty())
                .toList();
        if (fronts.isEmpty()) {
            return;
        }
        int count = fronts.stream().mapToInt(asset -> asset.children().size()).sum();
        heading("children", count);
        TextTable table = new TextTable(Set.of(0, 1));
        table.add(headings("asset", "behind", "name", "device", "confidence"));
        fronts.stream()
                .flatMap(asset -> asset.children().stream()
                        .map(child -> List.of(
                                addresses(asset),
                                child.address().toString(),
                                child.best(Attribute.NAME).orElse(""),
                                device(child::best),
                                child.confidence().id())))
                .limit(MOST_CHILDREN)
                .forEach(table::add);
        table.write(out, width);
        leftOut(count - MOST_CHILDREN);
    }

    private void conversations() {
        List<Conversation> all = discovery.inventory().conversations();
        heading("conversations", all.size());
        if (all.isEmpty()) {
            return;
        }
        Map<String, Asset> assets = discovery.inventory().assetsById();
        TextTable table = new TextTable(Set.of(2, 5));
        table.add(headings("client", "server", "service", "protocol", "functions", "packets", "outcome"));
        all.stream()
                .sorted(Comparator.comparingLong(DiscoveryText::packets).reversed())
                .limit(MOST_CONVERSATIONS)
                .forEach(conversation -> table.add(List.of(
                        end(
                                assets,
                                conversation.client(),
                                conversation.clientAddress().toString()),
                        end(
                                assets,
                                conversation.server(),
                                conversation.serverAddress().toString()),
                        conversation.service(),
                        conversation.protocol().isEmpty() ? "?" : conversation.protocol(),
                        functions(conversation),
                        Long.toString(packets(conversation)),
                        conversation.outcome().id())));
        table.write(out, width);
        leftOut(all.size() - MOST_CONVERSATIONS);
    }

    private static long packets(Conversation conversation) {
        return conversation.clientPackets() + conversation.serverPackets();
    }

    private static String end(Map<String, Asset> assets, String id, String address) {
        Asset asset = assets.get(id);
        return asset == null ? address : asset.best(Attribute.NAME).orElse(address);
    }

    /// The classes of what was asked, each with its number of requests.
    private static String functions(Conversation conversation) {
        return conversation.functions().stream()
                .filter(use -> use.requests() > 0)
                .collect(Collectors.groupingBy(
                        use -> use.function().functionClass(),
                        TreeMap::new,
                        Collectors.summingLong(FunctionUse::requests)))
                .entrySet()
                .stream()
                .map(entry -> entry.getKey().id() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    /// Flows that engineering files plan; those that were not seen first.
    private void documentedFlows() {
        List<DocumentedFlow> flows = discovery.documentedFlows();
        if (flows.isEmpty()) {
            return;
        }
        long seen = flows.stream().filter(DocumentedFlow::observed).count();
        heading("documented-flows", flows.size(), seen, flows.size() - seen);
        Map<String, Asset> assets = discovery.inventory().assetsById();
        TextTable table = new TextTable(Set.of());
        table.add(headings("client", "server", "service", "protocol", "seen"));
        flows.stream()
                .sorted(Comparator.comparing(DocumentedFlow::observed))
                .limit(MOST_CONVERSATIONS)
                .forEach(flow -> table.add(List.of(
                        end(assets, flow.client(), flow.from().toString()),
                        end(assets, flow.server(), flow.to().toString()),
                        flow.transport().id() + (flow.port() < 0 ? "" : "/" + flow.port()),
                        flow.protocol(),
                        texts.say(flow.observed() ? "text.seen" : "text.not-seen"))));
        table.write(out, width);
        leftOut(flows.size() - MOST_CONVERSATIONS);
    }

    private void problems() {
        List<Problem> problems = discovery.problems();
        if (problems.isEmpty()) {
            return;
        }
        heading("problems", problems.size() + discovery.problemsNotKept());
        problems.stream().limit(MOST_PROBLEMS).forEach(problem -> out.append("  ")
                .append(Printable.of(problem.display(texts)))
                .append('\n'));
        leftOut(problems.size() + discovery.problemsNotKept() - MOST_PROBLEMS);
    }

    private void leftOut(int count) {
        if (count > 0) {
            out.append("  ").append(texts.say("text.more", count)).append('\n');
        }
    }

    private List<String> headings(String... names) {
        return Stream.of(names).map(name -> texts.say("text.column." + name)).toList();
    }
}
