package org.zonewright.report.assessment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.zonewright.assess.Assessment;
import org.zonewright.assess.Finding;
import org.zonewright.assess.Subject;
import org.zonewright.assess.conformance.Conformance;
import org.zonewright.assess.conformance.FlowCheck;
import org.zonewright.assess.conformance.FlowState;
import org.zonewright.assess.conformance.PairTraffic;
import org.zonewright.assess.placement.PlacedAsset;
import org.zonewright.assess.placement.Placement;
import org.zonewright.base.Reason;
import org.zonewright.base.Text;
import org.zonewright.base.Texts;
import org.zonewright.facts.FunctionClass;
import org.zonewright.facts.inventory.Asset;
import org.zonewright.plant.Conduit;
import org.zonewright.plant.Endpoint;
import org.zonewright.plant.Flow;
import org.zonewright.plant.Plant;
import org.zonewright.plant.PlantAsset;
import org.zonewright.plant.Zone;
import org.zonewright.plant.id.ZoneId;
import org.zonewright.report.drawing.AssetKind;
import org.zonewright.report.drawing.ConduitLine;
import org.zonewright.report.drawing.ZoneBox;
import org.zonewright.report.html.ConduitSheet;
import org.zonewright.report.html.MatrixCell;
import org.zonewright.report.html.ZoneSheet;

/// Lays out the zones and conduits of a plant document with what the traffic showed of them, and beside the
/// document's conduits one line for each pair of zones that the traffic joins and the document does not.
final class DocumentLayout {
    private final Plant plant;
    private final Placement placement;
    private final Conformance conformance;
    private final Map<String, Asset> assets;
    private final List<Finding> findings;
    private final Set<String> troubled = new HashSet<>();
    private final Map<String, FlowCheck> checks = new HashMap<>();
    private final Texts texts;
    private final Words words;

    DocumentLayout(Assessment assessment, Texts texts) {
        plant = assessment.plant().orElseThrow();
        placement = assessment.placement().orElseThrow();
        conformance = assessment.conformance().orElseThrow();
        assets = assessment.inventory().assetsById();
        findings = assessment.findings();
        this.texts = texts;
        words = new Words(texts);
        findings.stream()
                .filter(Finding::counts)
                .flatMap(finding -> finding.subjects().stream())
                .map(Subject::id)
                .forEach(troubled::add);
        conformance.conduits().stream()
                .flatMap(conduit -> conduit.flows().stream())
                .forEach(check -> checks.put(check.flow().value(), check));
    }

    Layout layout() {
        List<ConduitLine> lines = new ArrayList<>();
        List<ConduitSheet> sheets = new ArrayList<>();
        for (Conduit conduit : plant.conduits()) {
            lines.add(line(conduit));
            sheets.add(sheet(conduit));
        }
        for (Undeclared pair : undeclared()) {
            lines.add(pair.line(texts));
            sheets.add(pair.sheet(this::zoneName));
        }
        return new Layout(
                plant.site().name().orElse(plant.site().id().value()),
                plant.suc().map(suc -> suc.name()).orElse(""),
                plant.site().classification().orElse(""),
                Text.of("report.document.subtitle"),
                plant.site().revision().orElse(""),
                plant.zones().stream().map(this::box).toList(),
                lines,
                plant.zones().stream().map(this::sheet).toList(),
                sheets,
                matrix(),
                zoneOfAsset(),
                FindingSheets.of(findings));
    }

    private Map<String, String> zoneOfAsset() {
        Map<String, String> zones = new TreeMap<>();
        placement.assets().forEach((asset, placed) -> placed.place()
                .inZone()
                .ifPresent(zone -> zones.put(asset, zoneName(zone.value()))));
        return zones;
    }

    private String zoneName(String id) {
        return plant.zones().stream()
                .filter(zone -> zone.id().value().equals(id))
                .findFirst()
                .flatMap(Zone::name)
                .orElse(id);
    }

    /// Observed assets of a zone, each once, then the documented ones that nobody saw.
    private List<ZoneBox.AssetMark> marks(Zone zone) {
        List<ZoneBox.AssetMark> marks = new ArrayList<>();
        Set<String> shown = new HashSet<>();
        placement.assets().forEach((id, placed) -> {
            Asset asset = assets.get(id);
            boolean here = placed.place().inZone().equals(Optional.of(zone.id()));
            if (asset != null && here && !placement.views().containsKey(id)) {
                String label = label(placed, asset);
                if (shown.add(label)) {
                    boolean warning = troubled.contains(id)
                            || placed.documented()
                                    .filter(documented -> troubled.contains(documented.value()))
                                    .isPresent();
                    marks.add(words.mark(label, asset, warning));
                }
            }
        });
        for (PlantAsset asset : plant.assets()) {
            String label = asset.name().orElse(asset.id().value());
            if (asset.zone().equals(Optional.of(zone.id()))
                    && placement.unseen().contains(asset.id())
                    && shown.add(label)) {
                marks.add(new ZoneBox.AssetMark(
                        label, AssetKind.UNKNOWN, false, texts.say("report.asset.not-observed")));
            }
        }
        marks.sort(Comparator.comparing(ZoneBox.AssetMark::label));
        return marks;
    }

    private String label(PlacedAsset placed, Asset asset) {
        return placed.documented()
                .flatMap(plant::asset)
                .map(documented -> documented.name().orElse(documented.id().value()))
                .orElse(asset.label());
    }

    private ZoneBox box(Zone zone) {
        List<ZoneBox.AssetMark> marks = marks(zone);
        return new ZoneBox(
                zone.id().value(),
                zone.name().orElse(zone.id().value()),
                texts.say("report.zone-function." + zone.function().word()),
                zone.owner().orElse(""),
                DraftLayout.band(zone.function(), zone.purdue()),
                zone.inSuc(),
                target(zone),
                marks.size(),
                marks,
                zone.parent().map(ZoneId::value),
                DraftLayout.badges(zone.traits(), zone.function()),
                zone.note().orElse(""));
    }

    private String target(Zone zone) {
        return zone.inSuc()
                ? zone.target()
                        .map(target -> "SL-T " + target.vector())
                        .orElseGet(() -> texts.say("report.target.not-set"))
                : "";
    }

    private ZoneSheet sheet(Zone zone) {
        return new ZoneSheet(
                zone.id().value(),
                zone.name().orElse(zone.id().value()),
                texts.say("report.zone-function." + zone.function().word()),
                zone.owner().orElse(""),
                target(zone),
                marks(zone).size(),
                List.of(),
                Reason.of(Text.of("report.zone.by-document", zone.members().size())));
    }

    private List<PairTraffic> between(Conduit conduit) {
        List<String> ends = conduit.between().stream().map(ZoneId::value).toList();
        return conformance.pairs().stream()
                .filter(pair -> !pair.from().equals(pair.to()) && ends.contains(pair.from()) && ends.contains(pair.to()))
                .toList();
    }

    private ConduitLine line(Conduit conduit) {
        String from = conduit.between().getFirst().value();
        String to = conduit.between().get(1).value();
        List<FlowCheck> flows = conduit.flows().stream()
                .map(flow -> checks.get(flow.id().value()))
                .filter(check -> check != null)
                .toList();
        SortedSet<FunctionClass> classes = new TreeSet<>();
        flows.forEach(flow -> classes.addAll(flow.classes()));
        List<String> protocols = conduit.flows().stream()
                .map(flow -> flow.protocol()
                        .orElse(flow.port().map(String::valueOf).orElse("")))
                .filter(protocol -> !protocol.isEmpty())
                .toList();
        return new ConduitLine(
                conduit.id().value(),
                conduit.name().orElse(conduit.id().value()),
                from,
                to,
                initiator(between(conduit), from, to),
                Words.traffic(protocols, classes),
                seen(conduit) ? ConduitLine.State.APPROVED : ConduitLine.State.APPROVED_UNSEEN,
                enforcement(conduit),
                conduit.owner().orElse(""),
                conduit.flows().stream()
                        .map(flow -> flow.id() + (flow.purpose().isPresent() ? ": " + flow.purpose().get() : ""))
                        .collect(Collectors.joining("\n")));
    }

    private boolean seen(Conduit conduit) {
        return conduit.flows().stream()
                .map(flow -> checks.get(flow.id().value()))
                .anyMatch(check -> check != null && check.exchanges() > 0);
    }

    private static ConduitLine.Enforcement enforcement(Conduit conduit) {
        if (conduit.oneWayTo().isPresent()) {
            return ConduitLine.Enforcement.DIODE;
        }
        return conduit.enforcedBy().isEmpty() ? ConduitLine.Enforcement.NONE : ConduitLine.Enforcement.FIREWALL;
    }

    static ConduitLine.Initiator initiator(List<PairTraffic> pairs, String from, String to) {
        boolean forth = pairs.stream().anyMatch(pair -> pair.from().equals(from) && pair.exchanges() > 0);
        boolean back = pairs.stream().anyMatch(pair -> pair.from().equals(to) && pair.exchanges() > 0);
        return forth && back
                ? ConduitLine.Initiator.BOTH
                : forth
                        ? ConduitLine.Initiator.FROM
                        : back ? ConduitLine.Initiator.TO : ConduitLine.Initiator.UNKNOWN;
    }

    private ConduitSheet sheet(Conduit conduit) {
        return new ConduitSheet(
                conduit.id().value(),
                conduit.name().orElse(conduit.id().value()),
                conduit.between().stream()
                        .limit(conduit.between().size() - 1L)
                        .map(zone -> zoneName(zone.value()))
                        .collect(Collectors.joining(", ")),
                zoneName(conduit.between().getLast().value()),
                seen(conduit) ? ConduitLine.State.APPROVED : ConduitLine.State.APPROVED_UNSEEN,
                conduit.enforcedBy().stream().map(String::valueOf).collect(Collectors.joining(", ")),
                conduit.owner().orElse(""),
                conduit.flows().stream().map(this::flow).toList());
    }

    private ConduitSheet.Flow flow(Flow flow) {
        Optional<FlowCheck> check = Optional.ofNullable(checks.get(flow.id().value()));
        return new ConduitSheet.Flow(
                end(flow.from()),
                end(flow.to()),
                flow.protocol().orElse(""),
                flow.port().map(String::valueOf).orElse(""),
                check.map(FlowCheck::classes).orElse(List.of()),
                Text.of("report.flow."
                        + check.map(FlowCheck::state).orElse(FlowState.NOT_OBSERVED).id()),
                check.map(FlowCheck::exchanges).orElse(0),
                check.flatMap(FlowCheck::lastSeen));
    }

    private String end(Endpoint end) {
        return switch (end) {
            case Endpoint.OfAsset(var asset) ->
                plant.asset(asset).flatMap(PlantAsset::name).orElse(asset.value());
            case Endpoint.OfZone(var zone) -> zoneName(zone.value());
            case Endpoint.OfAddress(var ip, var realm) -> ip.toString();
            case Endpoint.OfNetwork(var cidr, var realm) -> cidr.toString();
            case Endpoint.OfHardware(var mac) -> mac.toString();
            case Endpoint.Any any -> texts.say("report.any");
        };
    }

    /// Two zones that traffic joins and no conduit does; `from` comes first in the document.
    private record Undeclared(String from, String to, List<PairTraffic> pairs) {
        private String id() {
            return from + ">" + to;
        }

        private SortedSet<FunctionClass> classes() {
            SortedSet<FunctionClass> classes = new TreeSet<>();
            pairs.forEach(pair -> classes.addAll(pair.classes()));
            return classes;
        }

        private ConduitLine line(Texts texts) {
            List<String> services = pairs.stream()
                    .flatMap(pair -> pair.services().stream())
                    .distinct()
                    .toList();
            return new ConduitLine(
                    id(),
                    texts.say("report.undeclared"),
                    from,
                    to,
                    initiator(pairs, from, to),
                    Words.traffic(services, classes()),
                    ConduitLine.State.UNDECLARED,
                    ConduitLine.Enforcement.NONE,
                    "",
                    String.join("\n", services));
        }

        private ConduitSheet sheet(UnaryOperator<String> names) {
            return new ConduitSheet(
                    id(),
                    id(),
                    names.apply(from),
                    names.apply(to),
                    ConduitLine.State.UNDECLARED,
                    "",
                    "",
                    pairs.stream().map(pair -> flow(pair, names)).toList());
        }

        private static ConduitSheet.Flow flow(PairTraffic pair, UnaryOperator<String> names) {
            return new ConduitSheet.Flow(
                    names.apply(pair.from()),
                    names.apply(pair.to()),
                    String.join(", ", pair.services()),
                    "",
                    pair.classes(),
                    Text.of("report.flow.undeclared"),
                    pair.exchanges(),
                    Optional.empty());
        }
    }

    private List<Undeclared> undeclared() {
        List<String> order = plant.zones().stream().map(zone -> zone.id().value()).toList();
        Map<String, List<PairTraffic>> found = new TreeMap<>();
        for (PairTraffic pair : conformance.pairs()) {
            int from = order.indexOf(pair.from());
            int to = order.indexOf(pair.to());
            if (from >= 0 && to >= 0 && from != to && pair.uncovered() > 0 && !isDrawn(pair.from(), pair.to())) {
                String key = order.get(Math.min(from, to)) + "\n" + order.get(Math.max(from, to));
                found.computeIfAbsent(key, ends -> new ArrayList<>()).add(pair);
            }
        }
        return found.entrySet().stream()
                .map(entry -> new Undeclared(
                        entry.getKey().substring(0, entry.getKey().indexOf('\n')),
                        entry.getKey().substring(entry.getKey().indexOf('\n') + 1),
                        entry.getValue()))
                .toList();
    }

    private boolean isDrawn(String one, String other) {
        return plant.conduits().stream()
                .map(conduit -> conduit.between().stream().map(ZoneId::value).toList())
                .anyMatch(ends -> ends.contains(one) && ends.contains(other));
    }

    private List<MatrixCell> matrix() {
        Set<String> drawn = plant.zones().stream().map(zone -> zone.id().value()).collect(Collectors.toSet());
        return conformance.pairs().stream()
                .filter(pair -> drawn.contains(pair.from()) && drawn.contains(pair.to()) && pair.exchanges() > 0)
                .map(pair -> new MatrixCell(
                        pair.from(),
                        pair.to(),
                        pair.exchanges(),
                        pair.classes(),
                        pair.uncovered() > 0 ? ConduitLine.State.UNDECLARED : ConduitLine.State.APPROVED))
                .toList();
    }
}
