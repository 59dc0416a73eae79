package org.zonewright.enforce;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.zonewright.base.Text;
import org.zonewright.plant.Conduit;
import org.zonewright.plant.Enforcement;
import org.zonewright.plant.Enforcement.Phase;
import org.zonewright.plant.EssentialFunction;
import org.zonewright.plant.Flow;
import org.zonewright.plant.ItemRef;
import org.zonewright.plant.Plant;
import org.zonewright.plant.PlantAsset;
import org.zonewright.plant.Zone;
import org.zonewright.plant.assurance.EssentialFunctionCheck;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.ConduitId;
import org.zonewright.plant.id.EssentialFunctionId;
import org.zonewright.plant.id.Id;
import org.zonewright.plant.id.ZoneId;

/// Whether rules may drop on a conduit: not where that could take away an essential function that nobody looked at
/// (IEC 62443-3-3, 4.2: essential functions are not to be impaired by security measures).
///
/// A conduit serves an essential function if that depends on it, on a flow of it, on a zone that it joins or on an
/// asset that lies there or belongs to it. Then the document must record a check of every such function, the way
/// back, and captures of start-up, shutdown, failover and maintenance.
public final class DropGate {
    private static final Set<Phase> NEEDED =
            EnumSet.of(Phase.START_UP, Phase.SHUTDOWN, Phase.FAILOVER, Phase.MAINTENANCE);

    private DropGate() {}

    /// A reason against dropping on a conduit.
    public record Refusal(ConduitId conduit, Text because) {}

    /// Every reason against dropping on these conduits, in their order; none where they may drop.
    public static List<Refusal> refusals(Plant plant, List<Conduit> conduits, Instant at) {
        List<Refusal> all = new ArrayList<>();
        for (Conduit conduit : conduits) {
            Enforcement enforcement = conduit.enforcement();
            if (enforcement.mode().equals(Optional.of(Enforcement.Mode.COUNT))) {
                all.add(new Refusal(conduit.id(), Text.of("enforce.refused.mode", conduit.id())));
            }
            List<EssentialFunctionId> served = served(plant, conduit);
            if (!served.isEmpty()) {
                against(conduit, served, at).forEach(text -> all.add(new Refusal(conduit.id(), text)));
            }
        }
        return all;
    }

    private static List<Text> against(Conduit conduit, List<EssentialFunctionId> served, Instant at) {
        List<Text> reasons = new ArrayList<>();
        Enforcement enforcement = conduit.enforcement();
        Optional<EssentialFunctionCheck> check = enforcement.check();
        List<EssentialFunctionId> unchecked = served.stream()
                .filter(id ->
                        check.filter(done -> done.functions().contains(id)).isEmpty())
                .toList();
        if (!unchecked.isEmpty()) {
            reasons.add(Text.of("enforce.refused.check", conduit.id(), join(unchecked)));
        }
        if (check.filter(done -> done.on().isAfter(at.atZone(ZoneOffset.UTC).toLocalDate()))
                .isPresent()) {
            reasons.add(Text.of(
                    "enforce.refused.check-to-come", conduit.id(), check.get().on()));
        }
        if (enforcement.rollback().filter(text -> !text.isBlank()).isEmpty()) {
            reasons.add(Text.of("enforce.refused.rollback", conduit.id()));
        }
        List<Phase> unseen = unseen(conduit);
        if (!unseen.isEmpty()) {
            reasons.add(Text.of(
                    "enforce.refused.observation",
                    conduit.id(),
                    unseen.stream().map(Phase::word).collect(Collectors.joining(", "))));
        }
        return reasons;
    }

    private static String join(List<EssentialFunctionId> ids) {
        return ids.stream().map(EssentialFunctionId::value).collect(Collectors.joining(", "));
    }

    /// The phases of operation that the document does not say to have been captured on the conduit, in their order.
    public static List<Phase> unseen(Conduit conduit) {
        return NEEDED.stream()
                .filter(phase -> !conduit.enforcement().observed().contains(phase))
                .toList();
    }

    /// The essential functions that a conduit serves, in the document's order.
    public static List<EssentialFunctionId> served(Plant plant, Conduit conduit) {
        Set<Id> touched = new HashSet<>(Set.of(conduit.id()));
        touched.addAll(conduit.members());
        conduit.flows().stream().map(Flow::id).forEach(touched::add);
        Set<ZoneId> zones = zones(plant, conduit);
        touched.addAll(zones);
        for (PlantAsset asset : plant.assets()) {
            if (asset.zone().filter(zones::contains).isPresent() || isMember(plant, zones, asset.id())) {
                touched.add(asset.id());
            }
        }
        return plant.suc().stream()
                .flatMap(suc -> suc.essentialFunctions().stream())
                .filter(function -> function.dependsOn().stream()
                        .anyMatch((ItemRef reference) -> plant.resolve(reference)
                                .filter(touched::contains)
                                .isPresent()))
                .map(EssentialFunction::id)
                .toList();
    }

    private static boolean isMember(Plant plant, Set<ZoneId> zones, AssetId asset) {
        return plant.zones().stream().filter(zone -> zones.contains(zone.id())).anyMatch(zone -> zone.members()
                .contains(new org.zonewright.plant.Member.OfAsset(asset)));
    }

    /// The zones that a conduit joins, and those in them.
    private static Set<ZoneId> zones(Plant plant, Conduit conduit) {
        Set<ZoneId> all = new HashSet<>(conduit.between());
        List<ZoneId> next = new ArrayList<>(conduit.between());
        while (!next.isEmpty()) {
            plant.zonesIn(next.removeLast()).stream()
                    .map(Zone::id)
                    .filter(all::add)
                    .forEach(next::add);
        }
        return all;
    }
}
