package org.zonewright.assess.partition;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zonewright.assess.partition.SegmentFunctions.Given;
import org.zonewright.base.Reason;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Text;
import org.zonewright.facts.inventory.Asset;
import org.zonewright.facts.inventory.Inventory;
import org.zonewright.facts.inventory.Role;
import org.zonewright.plant.Traits;
import org.zonewright.plant.ZoneFunction;
import org.zonewright.standard.RequirementId;

/// Cuts segments into parts, in the order in which IEC 62443-3-2 asks: business (ZCR 3.2), safety (3.3), temporary
/// (3.4), wireless (3.5), over external networks (3.6); then cells.
final class Carver {
    private static final Traits SAFETY = new Traits(true, false, false, false);
    private static final Traits TEMPORARY = new Traits(false, true, false, false);
    private static final Traits WIRELESS = new Traits(false, false, true, false);
    private static final Traits EXTERNAL = new Traits(false, false, false, true);

    private final Exchanges exchanges;
    private final Natures natures;
    private final Map<Segment, Given> functions;
    private final Optional<Instant> start;
    private final Optional<Instant> end;
    private final List<Part> parts = new ArrayList<>();
    private final Map<String, Segment> segmentOf = new HashMap<>();

    private Carver(
            Inventory inventory, Exchanges exchanges, Natures natures, Map<Segment, Given> functions) {
        this.natures = natures;
        this.exchanges = exchanges;
        this.functions = functions;
        start = inventory.assets().stream()
                .flatMap(asset -> asset.firstSeen().stream())
                .min(Comparator.naturalOrder());
        end = inventory.assets().stream()
                .flatMap(asset -> asset.lastSeen().stream())
                .max(Comparator.naturalOrder());
    }

    static List<Part> carve(
            Inventory inventory,
            Segments segments,
            Exchanges exchanges,
            Natures natures,
            Map<Segment, Given> functions) {
        Carver carver = new Carver(inventory, exchanges, natures, functions);
        for (Segment segment : segments.all()) {
            segment.members().forEach(asset -> carver.segmentOf.put(asset.id(), segment));
        }
        carver.merged(segments, ZoneFunction.EXTERNAL, "external", EXTERNAL, "ZCR 3.6");
        carver.merged(segments, ZoneFunction.ENTERPRISE, "segment", Traits.NONE, "ZCR 3.2");
        for (Segment segment : segments.all()) {
            ZoneFunction function = carver.function(segment);
            if (function != ZoneFunction.EXTERNAL && function != ZoneFunction.ENTERPRISE) {
                carver.cut(segment, function);
            }
        }
        return carver.parts;
    }

    private ZoneFunction function(Segment segment) {
        Given given = functions.get(segment);
        return given == null ? ZoneFunction.OPERATIONS : given.function();
    }

    private Reason why(Segment segment) {
        Given given = functions.get(segment);
        List<Reason> because = new ArrayList<>(List.of(segment.reason()));
        if (given != null) {
            because.add(given.reason());
        }
        return Reason.because(
                Text.of(
                        "partition.segment",
                        segment.cidr().orElse("-"),
                        segment.realm(),
                        segment.members().size()),
                because);
    }

    /// All business networks are one zone, and so is everything outside: neither belongs to the SUC.
    private void merged(Segments segments, ZoneFunction function, String cut, Traits traits, String rule) {
        List<Segment> all = segments.all().stream()
                .filter(segment -> function(segment) == function)
                .toList();
        if (!all.isEmpty()) {
            List<Asset> assets =
                    all.stream().flatMap(segment -> segment.members().stream()).toList();
            parts.add(new Part(
                    cut,
                    all,
                    assets,
                    function,
                    traits,
                    List.of(clause(rule)),
                    ruled(rule, all.stream().map(this::why).toList())));
        }
    }

    private static RequirementId clause(String id) {
        return RequirementId.parse(id).orElseThrow();
    }

    private static Reason ruled(String rule, List<Reason> because) {
        String key = "partition.rule." + rule.substring(rule.indexOf(' ') + 1);
        return new Reason(Text.of(key), List.of(new SourceRef.InStandard("iec62443-3-2", rule)), because);
    }

    private void cut(Segment segment, ZoneFunction function) {
        List<Asset> left = new ArrayList<>(segment.members());
        if (function == ZoneFunction.CONTROL) {
            carveBusiness(segment, left);
        }
        carveTemporary(segment, function, left);
        carveWireless(segment, function, left);
        boolean safe = carveSafety(segment, function, left);
        if (function == ZoneFunction.CONTROL && !safe) {
            carveCells(segment, left);
        }
        if (!left.isEmpty()) {
            String rule = safe ? "ZCR 3.3" : "ZCR 3.1";
            List<Reason> because = new ArrayList<>(List.of(why(segment)));
            if (safe) {
                left.forEach(asset -> Hints.safety(asset).ifPresent(because::add));
            }
            parts.add(new Part(
                    "segment",
                    List.of(segment),
                    left,
                    function,
                    safe ? SAFETY : Traits.NONE,
                    List.of(clause(rule)),
                    ruled(rule, because)));
        }
    }

    private void carve(
            String cut,
            Segment segment,
            List<Asset> left,
            List<Asset> out,
            ZoneFunction function,
            Traits traits,
            String rule,
            List<Reason> because) {
        if (!out.isEmpty()) {
            left.removeAll(out);
            parts.add(new Part(
                    cut, List.of(segment), out, function, traits, List.of(clause(rule)), ruled(rule, because)));
        }
    }

    /// Stations that do office work in a control network: they speak with business or outside, or print, and with
    /// nothing that controls.
    private void carveBusiness(Segment segment, List<Asset> left) {
        List<Asset> out = new ArrayList<>();
        List<Reason> because = new ArrayList<>();
        for (Asset asset : left) {
            boolean business = natures.of(asset) == Nature.BUSINESS
                    && (asset.hasRole(Role.PRINTER) || speaksWithBusiness(asset))
                    && !speaksWithControl(asset);
            if (business) {
                out.add(asset);
                because.add(Reason.because(
                        Text.of("partition.member", asset.label(), Words.roles(asset)),
                        asset.roles().stream().map(role -> role.reason()).toList()));
            }
        }
        carve("business", segment, left, out, ZoneFunction.ENTERPRISE, Traits.NONE, "ZCR 3.2", because);
    }

    private boolean speaksWithBusiness(Asset asset) {
        return peers(asset).stream()
                .map(segmentOf::get)
                .anyMatch(peer -> peer != null
                        && (function(peer) == ZoneFunction.ENTERPRISE || function(peer) == ZoneFunction.EXTERNAL));
    }

    private boolean speaksWithControl(Asset asset) {
        Set<String> peers = peers(asset);
        Segment own = segmentOf.get(asset.id());
        return own != null
                && own.members().stream()
                        .filter(member -> peers.contains(member.id()))
                        .map(natures::of)
                        .anyMatch(nature -> nature == Nature.CONTROL || nature == Nature.OPERATIONS);
    }

    private Set<String> peers(Asset asset) {
        Set<String> peers = new HashSet<>();
        exchanges.stream().forEach(one -> {
            if (one.client().equals(asset.id())) {
                peers.add(one.server());
            } else if (one.server().equals(asset.id())) {
                peers.add(one.client());
            }
        });
        return peers;
    }

    private void carveTemporary(Segment segment, ZoneFunction function, List<Asset> left) {
        List<Asset> out = new ArrayList<>();
        List<Reason> because = new ArrayList<>();
        for (Asset asset : left) {
            Nature nature = natures.of(asset);
            if (nature != Nature.CONTROL && nature != Nature.NETWORK) {
                Hints.temporary(asset, start, end).ifPresent(reason -> {
                    out.add(asset);
                    because.add(reason);
                });
            }
        }
        carve("temporary", segment, left, out, function, TEMPORARY, "ZCR 3.4", because);
    }

    private void carveWireless(Segment segment, ZoneFunction function, List<Asset> left) {
        List<Asset> out = left.stream()
                .filter(asset -> asset.hasRole(Role.WIRELESS_ACCESS))
                .toList();
        List<Reason> because = out.stream()
                .map(asset -> Reason.because(
                        Text.of("partition.member", asset.label(), Words.roles(asset)),
                        asset.roles().stream().map(role -> role.reason()).toList()))
                .toList();
        carve("wireless", segment, left, out, function, WIRELESS, "ZCR 3.5", because);
    }

    /// True if the whole segment is proposed as safety-related: every controller of it shows a hint. Where only some
    /// do, they are carved out.
    private boolean carveSafety(Segment segment, ZoneFunction function, List<Asset> left) {
        List<Asset> hinted =
                left.stream().filter(asset -> Hints.safety(asset).isPresent()).toList();
        boolean all = left.stream()
                .filter(asset -> natures.of(asset) == Nature.CONTROL)
                .allMatch(hinted::contains);
        if (hinted.isEmpty() || all) {
            return !hinted.isEmpty();
        }
        List<Reason> because =
                hinted.stream().flatMap(asset -> Hints.safety(asset).stream()).toList();
        carve("safety", segment, left, hinted, function, SAFETY, "ZCR 3.3", because);
        return false;
    }

    private void carveCells(Segment segment, List<Asset> left) {
        for (CellFinder.Cell cell : CellFinder.cells(left, exchanges, natures)) {
            carve(
                    "cell",
                    segment,
                    left,
                    cell.assets(),
                    ZoneFunction.CONTROL,
                    Traits.NONE,
                    "ZCR 3.1",
                    List.of(why(segment), cell.reason()));
        }
    }
}
