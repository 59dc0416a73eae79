package org.zonewright.assess.conformance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.zonewright.assess.Finding;
import org.zonewright.assess.Finding.About;
import org.zonewright.assess.FindingKind;
import org.zonewright.assess.Ranking;
import org.zonewright.assess.Subject;
import org.zonewright.assess.ZoneLookup;
import org.zonewright.base.Reason;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Text;
import org.zonewright.facts.FunctionClass;
import org.zonewright.facts.Outcome;
import org.zonewright.plant.Conduit;
import org.zonewright.plant.Plant;
import org.zonewright.plant.SourceMap;
import org.zonewright.plant.Zone;
import org.zonewright.plant.ZoneFunction;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.ZoneId;

/// Finds answered management sessions with a device that enforces a boundary, opened from the weaker of the zones that
/// it keeps apart: whoever holds that zone could then change the boundary. One finding a device. A zone is weaker by
/// its function: external, enterprise, DMZ, operations, control; safety-related ones are the strongest.
final class BoundaryManagement {
    private static final Set<String> PROTOCOLS =
            Set.of("ssh", "telnet", "http", "tls", "snmp", "rdp", "vnc", "ftp", "tftp", "rlogin", "rsh", "winbox");
    private static final int MOST_EXCHANGES = 12;
    private static final int SAFETY = 5;

    private final ZoneLookup zones;
    private final SourceMap positions;
    private final Map<AssetId, List<Conduit>> enforced = new HashMap<>();

    BoundaryManagement(Plant plant, ZoneLookup zones, SourceMap positions) {
        this.zones = zones;
        this.positions = positions;
        for (Conduit conduit : plant.conduits()) {
            conduit.enforcedBy().forEach(asset -> enforced.computeIfAbsent(asset, any -> new ArrayList<>())
                    .add(conduit));
        }
    }

    List<Finding> find(List<Exchange> exchanges) {
        Map<AssetId, List<Exchange>> found = new TreeMap<>();
        for (Exchange exchange : exchanges) {
            boolean session = exchange.outcome() == Outcome.ESTABLISHED
                    && PROTOCOLS.contains(exchange.conversation().protocol());
            Optional<AssetId> device = exchange.to().asset().filter(enforced::containsKey);
            Optional<ZoneId> from = exchange.from().place().inZone();
            if (session && device.isPresent() && from.isPresent() && isWeaker(from.get(), device.get())) {
                found.computeIfAbsent(device.get(), any -> new ArrayList<>()).add(exchange);
            }
        }
        return found.entrySet().stream()
                .map(entry -> finding(entry.getKey(), entry.getValue()))
                .toList();
    }

    /// True if the device keeps this zone apart from a stronger one.
    private boolean isWeaker(ZoneId from, AssetId device) {
        return enforced.getOrDefault(device, List.of()).stream()
                .filter(conduit -> zones.withParents(from).stream().anyMatch(conduit.between()::contains))
                .flatMap(conduit -> conduit.between().stream())
                .anyMatch(other -> strength(other) > strength(from));
    }

    private int strength(ZoneId id) {
        Optional<Zone> zone = zones.zone(id);
        if (zone.filter(one -> one.traits().safetyRelated()).isPresent()) {
            return SAFETY;
        }
        return zone.map(one -> strength(one.function())).orElse(0);
    }

    private static int strength(ZoneFunction function) {
        return switch (function) {
            case EXTERNAL -> 0;
            case ENTERPRISE -> 1;
            case DMZ -> 2;
            case OPERATIONS -> 3;
            case CONTROL -> 4;
        };
    }

    private Finding finding(AssetId device, List<Exchange> exchanges) {
        Exchange first = exchanges.getFirst();
        ZoneId from = first.from().place().inZone().orElseThrow();
        List<SourceRef> line = positions.of(device).stream().toList();
        List<SourceRef> evidence = new ArrayList<>();
        exchanges.stream().limit(MOST_EXCHANGES).map(Exchange::deciding).forEach(evidence::add);
        evidence.addAll(line);
        Optional<Zone> strongest = enforced.getOrDefault(device, List.of()).stream()
                .flatMap(conduit -> conduit.between().stream())
                .flatMap(id -> zones.zone(id).stream())
                .reduce((one, other) -> strength(other.id()) > strength(one.id()) ? other : one);
        return Finding.of(
                FindingKind.BOUNDARY_MANAGED_OUTSIDE,
                new About(
                        device.value(),
                        List.of(first.to().label(), from.value(), first.service()),
                        List.of(Subject.of(device), Subject.of(from))),
                new Reason(
                        Text.of("finding.boundary-managed-outside.because", device, from, exchanges.size()),
                        line,
                        exchanges.stream()
                                .limit(MOST_EXCHANGES)
                                .map(Exchange::reason)
                                .toList()),
                Ranking.start()
                        .reaches(strongest)
                        .does(List.of(FunctionClass.CONFIGURE))
                        .comesFrom(zones.zone(from))
                        .consequence(),
                evidence);
    }
}
