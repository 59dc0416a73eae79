package org.zonewright.assess.partition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zonewright.assess.AddressBook;
import org.zonewright.assess.partition.SegmentFunctions.Given;
import org.zonewright.base.Reason;
import org.zonewright.base.Text;
import org.zonewright.facts.inventory.Asset;
import org.zonewright.facts.inventory.Inventory;
import org.zonewright.plant.PurdueLevel;
import org.zonewright.plant.ZoneFunction;

/// Proposes zones and conduits from an inventory: realms and networks, natures, cuts, cells, conduits. A pure
/// function; equal inventories give equal drafts.
public final class Drafter {
    private Drafter() {}

    public static Draft draft(Inventory inventory) {
        AddressBook book = AddressBook.of(inventory);
        Exchanges exchanges = Exchanges.of(inventory, book);
        Natures natures = Natures.of(inventory, exchanges);
        Segments segments = Segments.of(inventory, book, natures);
        Map<Segment, Given> functions = SegmentFunctions.of(segments, exchanges, natures);
        List<Part> parts = Carver.carve(inventory, segments, exchanges, natures, functions).stream()
                .filter(part -> !part.assets().isEmpty())
                .sorted(Comparator.comparingInt((Part part) -> band(part.function()))
                        .thenComparing(part -> part.segment().key())
                        .thenComparing(Part::isCarved)
                        .thenComparing(part -> part.assets().getFirst().id()))
                .toList();
        ZoneNames names = new ZoneNames(parts);
        List<ProposedZone> zones =
                parts.stream().map(part -> zone(part, names.id(part))).toList();
        Routers routers = new Routers(segments, zones);
        List<ProposedConduit> conduits = ConduitProposals.propose(zones, inventory, exchanges, natures, routers);
        return new Draft(
                Text.of("partition.title"),
                zones,
                conduits,
                new Questions(inventory, book, segments, functions, zones, parts).all(),
                unplaced(segments, routers),
                List.of(
                        Text.of("partition.statement.candidate"),
                        Text.of("partition.statement.observed"),
                        Text.of("assess.statement.sources"),
                        Text.of("assess.statement.no-certification")));
    }

    /// From outside to the process.
    private static int band(ZoneFunction function) {
        return switch (function) {
            case EXTERNAL -> 0;
            case ENTERPRISE -> 1;
            case DMZ -> 2;
            case OPERATIONS -> 3;
            case CONTROL -> 4;
        };
    }

    private static ProposedZone zone(Part part, String id) {
        List<String> cidrs = part.isCarved() || part.segments().stream().anyMatch(Drafter::isScattered)
                ? List.of()
                : part.segments().stream()
                        .filter(segment -> segment.realm().equals(part.segment().realm()))
                        .flatMap(segment -> segment.cidr().stream())
                        .toList();
        return new ProposedZone(
                id,
                Text.of("partition.name." + nameKey(part), id),
                part.function(),
                part.traits(),
                purdue(part),
                part.segment().realm(),
                cidrs,
                part.assets().stream().map(Asset::id).toList(),
                part.rules(),
                part.reason(),
                part.isCarved()
                        ? Optional.of(Text.of(
                                "partition.needs." + part.cut(),
                                part.assets().size(),
                                part.segment().cidr().orElse(part.segment().realm())))
                        : Optional.empty());
    }

    /// Public addresses that are not a network of the plant's own are listed one by one, not as a network.
    private static boolean isScattered(Segment segment) {
        return segment.remote() && segment.members().stream().anyMatch(Nature::isOutside);
    }

    private static String nameKey(Part part) {
        return part.isCarved()
                ? part.cut()
                : part.traits().safetyRelated() ? "safety" : part.function().word();
    }

    private static Optional<PurdueLevel> purdue(Part part) {
        return Optional.of(
                switch (part.function()) {
                    case EXTERNAL -> PurdueLevel.L5;
                    case ENTERPRISE -> PurdueLevel.L4;
                    case DMZ -> PurdueLevel.L3_5;
                    case OPERATIONS ->
                        part.assets().stream()
                                        .flatMap(asset -> asset.purdue().stream())
                                        .anyMatch(hint -> hint.level() < 3)
                                ? PurdueLevel.L2
                                : PurdueLevel.L3;
                    case CONTROL -> PurdueLevel.L1;
                });
    }

    private static List<Unplaced> unplaced(Segments segments, Routers routers) {
        List<Unplaced> unplaced = new ArrayList<>();
        segments.homeless().forEach((asset, reason) -> unplaced.add(new Unplaced(asset, reason)));
        for (Asset border : routers.left()) {
            unplaced.add(new Unplaced(
                    border.id(),
                    Reason.because(
                            Text.of("partition.unplaced.border", border.label(), segments.keysOf(border)),
                            border.merges())));
        }
        unplaced.sort(Comparator.comparing(Unplaced::asset));
        return unplaced;
    }
}
