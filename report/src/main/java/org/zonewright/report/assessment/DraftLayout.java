package org.zonewright.report.assessment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.zonewright.assess.partition.Draft;
import org.zonewright.assess.partition.ProposedConduit;
import org.zonewright.assess.partition.ProposedFlow;
import org.zonewright.assess.partition.ProposedZone;
import org.zonewright.base.Text;
import org.zonewright.base.Texts;
import org.zonewright.facts.FunctionClass;
import org.zonewright.facts.inventory.Asset;
import org.zonewright.facts.inventory.Inventory;
import org.zonewright.plant.PurdueLevel;
import org.zonewright.plant.Traits;
import org.zonewright.plant.ZoneFunction;
import org.zonewright.report.drawing.ConduitLine;
import org.zonewright.report.drawing.PurdueBand;
import org.zonewright.report.drawing.ZoneBox;
import org.zonewright.report.html.ConduitSheet;
import org.zonewright.report.html.Finding;
import org.zonewright.report.html.MatrixCell;
import org.zonewright.report.html.ZoneSheet;

/// Lays out a candidate partitioning: what the facts propose where no document says what is approved.
final class DraftLayout {
    private final Draft draft;
    private final Map<String, Asset> assets;
    private final Map<String, ProposedZone> zones = new HashMap<>();
    private final Map<String, String> zoneOfAsset = new TreeMap<>();
    private final Texts texts;
    private final Words words;

    DraftLayout(Draft draft, Inventory inventory, Texts texts) {
        this.draft = draft;
        this.assets = inventory.assetsById();
        this.texts = texts;
        this.words = new Words(texts);
        for (ProposedZone zone : draft.zones()) {
            zones.put(zone.id(), zone);
            zone.assets().forEach(asset -> zoneOfAsset.put(asset, texts.say(zone.name())));
        }
    }

    Layout layout(String site) {
        return new Layout(
                site,
                texts.say("report.draft.suc"),
                "",
                draft.title(),
                "",
                draft.zones().stream().map(this::box).toList(),
                draft.conduits().stream().map(this::line).toList(),
                draft.zones().stream().map(this::sheet).toList(),
                draft.conduits().stream().map(this::sheet).toList(),
                matrix(),
                zoneOfAsset,
                removals());
    }

    static PurdueBand band(ZoneFunction function, Optional<PurdueLevel> purdue) {
        return switch (function) {
            case EXTERNAL -> PurdueBand.EXTERNAL;
            case DMZ -> PurdueBand.DMZ;
            case ENTERPRISE -> PurdueBand.ENTERPRISE;
            case OPERATIONS, CONTROL ->
                purdue.map(level -> PurdueBand.of(Double.parseDouble(level.word())))
                        .orElse(function == ZoneFunction.CONTROL ? PurdueBand.CONTROL : PurdueBand.OPERATIONS);
        };
    }

    static List<ZoneBox.Badge> badges(Traits traits, ZoneFunction function) {
        List<ZoneBox.Badge> badges = new ArrayList<>();
        if (traits.safetyRelated()) {
            badges.add(ZoneBox.Badge.SAFETY);
        }
        if (traits.temporary()) {
            badges.add(ZoneBox.Badge.TEMPORARY);
        }
        if (traits.wireless()) {
            badges.add(ZoneBox.Badge.WIRELESS);
        }
        if (traits.externalAccess() || function == ZoneFunction.EXTERNAL) {
            badges.add(ZoneBox.Badge.EXTERNAL);
        }
        return badges;
    }

    private ZoneBox box(ProposedZone zone) {
        List<ZoneBox.AssetMark> marks = zone.assets().stream()
                .map(assets::get)
                .filter(asset -> asset != null)
                .map(asset -> words.mark(asset, false))
                .sorted(Comparator.comparing(ZoneBox.AssetMark::label))
                .toList();
        return new ZoneBox(
                zone.id(),
                texts.say(zone.name()),
                texts.say("report.zone-function." + zone.function().word()),
                "",
                band(zone.function(), zone.purdue()),
                zone.inSuc(),
                zone.inSuc() ? texts.say("report.target.not-set") : "",
                Math.max(zone.assets().size(), marks.size()),
                marks,
                Optional.empty(),
                badges(zone.traits(), zone.function()),
                words.firstLines(zone.reason()));
    }

    private ZoneSheet sheet(ProposedZone zone) {
        return new ZoneSheet(
                zone.id(),
                texts.say(zone.name()),
                texts.say("report.zone-function." + zone.function().word()),
                "",
                zone.inSuc() ? texts.say("report.target.not-set") : "",
                zone.assets().size(),
                zone.rules().stream().map(String::valueOf).toList(),
                zone.reason());
    }

    private ConduitLine line(ProposedConduit conduit) {
        List<String> services = new ArrayList<>();
        SortedSet<FunctionClass> classes = new TreeSet<>();
        for (ProposedFlow flow : conduit.flows()) {
            services.add(flow.protocol().isEmpty() ? flow.service() : flow.protocol());
            classes.addAll(flow.classes());
        }
        return new ConduitLine(
                conduit.id(),
                conduit.id(),
                conduit.oneZone(),
                conduit.otherZone(),
                initiator(conduit),
                Words.traffic(services, classes),
                conduit.forApproval().isEmpty() ? ConduitLine.State.REMOVAL_CANDIDATE : ConduitLine.State.OBSERVED,
                conduit.members().isEmpty() && conduit.enforcers().isEmpty()
                        ? ConduitLine.Enforcement.NONE
                        : ConduitLine.Enforcement.ROUTER,
                "",
                words.firstLines(conduit.reason()));
    }

    private ConduitLine.Initiator initiator(ProposedConduit conduit) {
        boolean fromOne = conduit.flows().stream().anyMatch(flow -> zoneOf(flow.from()).equals(conduit.oneZone()));
        boolean fromOther = conduit.flows().stream().anyMatch(flow -> zoneOf(flow.from()).equals(conduit.otherZone()));
        return fromOne && fromOther
                ? ConduitLine.Initiator.BOTH
                : fromOne
                        ? ConduitLine.Initiator.FROM
                        : fromOther ? ConduitLine.Initiator.TO : ConduitLine.Initiator.UNKNOWN;
    }

    private String zoneOf(ProposedFlow.FlowEnd end) {
        return switch (end) {
            case ProposedFlow.WholeZone(String id) -> id;
            case ProposedFlow.OneAsset(String id) ->
                draft.zones().stream()
                        .filter(zone -> zone.assets().contains(id))
                        .map(ProposedZone::id)
                        .findFirst()
                        .orElse("");
        };
    }

    private String label(ProposedFlow.FlowEnd end) {
        return switch (end) {
            case ProposedFlow.WholeZone(String id) -> {
                ProposedZone zone = zones.get(id);
                yield zone == null ? id : texts.say(zone.name());
            }
            case ProposedFlow.OneAsset(String id) -> {
                Asset asset = assets.get(id);
                yield asset == null ? id : asset.label();
            }
        };
    }

    private ConduitSheet sheet(ProposedConduit conduit) {
        return new ConduitSheet(
                conduit.id(),
                conduit.id(),
                name(conduit.oneZone()),
                name(conduit.otherZone()),
                conduit.forApproval().isEmpty() ? ConduitLine.State.REMOVAL_CANDIDATE : ConduitLine.State.OBSERVED,
                "",
                "",
                conduit.flows().stream().map(this::flow).toList());
    }

    private ConduitSheet.Flow flow(ProposedFlow flow) {
        Text verdict = flow.removal().isEmpty()
                ? Text.of("report.flow.candidate")
                : Text.of("partition.removal." + flow.removal().getFirst().id());
        return new ConduitSheet.Flow(
                label(flow.from()),
                label(flow.to()),
                flow.protocol(),
                flow.service(),
                flow.classes(),
                verdict,
                Math.max(1, flow.reason().because().size()),
                Optional.empty());
    }

    private String name(String zone) {
        ProposedZone found = zones.get(zone);
        return found == null ? zone : texts.say(found.name());
    }

    private List<MatrixCell> matrix() {
        Map<String, List<ProposedFlow>> cells = new TreeMap<>();
        draft.conduits().stream()
                .flatMap(conduit -> conduit.flows().stream().map(flow -> Map.entry(conduit, flow)))
                .forEach(entry -> {
                    String from = zoneOf(entry.getValue().from());
                    String to = from.equals(entry.getKey().oneZone())
                            ? entry.getKey().otherZone()
                            : entry.getKey().oneZone();
                    cells.computeIfAbsent(from + "\n" + to, key -> new ArrayList<>())
                            .add(entry.getValue());
                });
        List<MatrixCell> matrix = new ArrayList<>();
        cells.forEach((key, flows) -> {
            String[] ends = key.split("\n", -1);
            SortedSet<FunctionClass> classes = new TreeSet<>();
            flows.forEach(flow -> classes.addAll(flow.classes()));
            boolean removal = flows.stream().noneMatch(flow -> flow.removal().isEmpty());
            if (zones.containsKey(ends[0]) && zones.containsKey(ends[1])) {
                matrix.add(new MatrixCell(
                        ends[0],
                        ends[1],
                        flows.size(),
                        List.copyOf(classes),
                        removal ? ConduitLine.State.REMOVAL_CANDIDATE : ConduitLine.State.OBSERVED));
            }
        });
        return matrix;
    }

    /// Without a document nothing is approved, so nothing violates it: what rather goes than is approved comes first.
    private List<Finding> removals() {
        List<Finding> findings = new ArrayList<>();
        for (ProposedConduit conduit : draft.conduits()) {
            for (ProposedFlow flow : conduit.forRemoval()) {
                findings.add(new Finding(
                        "removal:" + flow.id(),
                        level(flow),
                        Text.of(
                                "report.removal",
                                label(flow.from()),
                                label(flow.to()),
                                flow.protocol().isEmpty() ? flow.service() : flow.protocol()),
                        name(conduit.oneZone()) + ", " + name(conduit.otherZone()),
                        flow.reason(),
                        List.of("SR 5.1", "ZCR 3.2"),
                        Text.of("report.removal.advice"),
                        Optional.empty()));
            }
        }
        findings.sort(Comparator.comparing(Finding::level).thenComparing(Finding::id));
        return findings;
    }

    private static Finding.Level level(ProposedFlow flow) {
        boolean acts = flow.classes().stream()
                .anyMatch(kind -> kind == FunctionClass.WRITE
                        || kind == FunctionClass.OPERATE
                        || kind == FunctionClass.PROGRAM
                        || kind == FunctionClass.CONFIGURE);
        boolean crosses = flow.removal().contains(ProposedFlow.Removal.BUSINESS_TO_CONTROL)
                || flow.removal().contains(ProposedFlow.Removal.EXTERNAL);
        return acts && crosses ? Finding.Level.CRITICAL : acts || crosses ? Finding.Level.HIGH : Finding.Level.MEDIUM;
    }
}
