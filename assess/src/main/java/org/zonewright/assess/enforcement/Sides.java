package org.zonewright.assess.enforcement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.zonewright.base.Reason;
import org.zonewright.base.Text;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.facts.policy.InterfaceSet;
import org.zonewright.facts.policy.NetworkInterface;
import org.zonewright.facts.policy.Ruleset;
import org.zonewright.plant.Configuration;
import org.zonewright.plant.SourceMap;
import org.zonewright.plant.id.ZoneId;

/// Finds what of an asset faces a zone: by the document's lines on its interfaces, then by the networks that its
/// configuration gives them. Remembers what it found; one thread.
final class Sides {
    private record Facing(Device device, Optional<ZoneId> zone) {}

    private final Addresses addresses;
    private final SourceMap positions;
    private final Map<Facing, Side> known = new HashMap<>();

    Sides(Addresses addresses, SourceMap positions) {
        this.addresses = addresses;
        this.positions = positions;
    }

    Side of(Device device, Optional<ZoneId> zone) {
        Facing facing = new Facing(device, zone);
        Side found = known.get(facing);
        if (found == null) {
            found = zone.map(at -> find(device, at)).orElseGet(() -> anywhere(device));
            known.put(facing, found);
        }
        return found;
    }

    private Side anywhere(Device device) {
        SortedSet<String> own = addresses.realmsOf(device.id());
        return new Side(InterfaceSet.any(), false, own.size() == 1 ? own.getFirst() : "", Optional.empty());
    }

    private Side find(Device device, ZoneId zone) {
        List<Configuration.InterfacePlace> lines = device.interfaces().stream()
                .filter(line -> line.zones().stream().anyMatch(other -> addresses.related(zone, other)))
                .toList();
        SortedSet<String> said = new TreeSet<>();
        lines.forEach(line -> line.realm().ifPresent(realm -> said.add(realm.value())));
        Realm realm = said.size() == 1 ? new Realm(said.getFirst(), Optional.empty()) : realm(device, zone);
        SortedSet<String> names = new TreeSet<>();
        lines.forEach(line -> names.add(line.name()));
        names.addAll(byNetwork(device, addresses.of(zone, realm.name())));
        return new Side(
                names.isEmpty() ? InterfaceSet.any() : new InterfaceSet(names, false),
                !names.isEmpty(),
                realm.name(),
                realm.missing());
    }

    private static Set<String> byNetwork(Device device, AddressSet zone) {
        Set<String> documented = new HashSet<>();
        device.interfaces().forEach(line -> documented.add(line.name()));
        Set<String> names = new HashSet<>();
        List<NetworkInterface> interfaces =
                device.rules().map(Ruleset::interfaces).orElse(List.of());
        for (NetworkInterface one : interfaces) {
            boolean touches =
                    !AddressSet.unionOf(one.networks()).intersect(zone).isEmpty();
            if (touches && !documented.contains(one.name())) {
                names.add(one.name());
            }
        }
        return names;
    }

    private record Realm(String name, Optional<Reason> missing) {}

    /// The realm of the asset itself if the zone has addresses in it, else the zone's own. An asset that translates
    /// stands in two realms: there the document has to say which side is which.
    private Realm realm(Device device, ZoneId zone) {
        SortedSet<String> candidates = new TreeSet<>(addresses.realmsOf(zone));
        SortedSet<String> own = new TreeSet<>(addresses.realmsOf(device.id()));
        own.removeIf(realm -> addresses.of(zone, realm).isEmpty());
        candidates.addAll(own);
        if (candidates.size() < 2) {
            return new Realm(candidates.isEmpty() ? "" : candidates.getFirst(), Optional.empty());
        }
        boolean translates =
                device.rules().filter(rules -> !rules.translations().isEmpty()).isPresent();
        if (own.size() == 1 && !translates) {
            return new Realm(own.getFirst(), Optional.empty());
        }
        List<String> names = new ArrayList<>(candidates);
        return new Realm(
                "",
                Optional.of(new Reason(
                        Text.of("enforcement.realm", device.id(), zone, String.join(", ", names)),
                        positions.of(device.id()).stream().toList(),
                        List.of())));
    }
}
