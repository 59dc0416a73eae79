package org.zonewright.assess.conformance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.zonewright.assess.Finding;
import org.zonewright.assess.Finding.About;
import org.zonewright.assess.FindingKind;
import org.zonewright.assess.Ranking;
import org.zonewright.assess.Subject;
import org.zonewright.assess.ZoneLookup;
import org.zonewright.assess.enforcement.EnforcedConduits;
import org.zonewright.assess.enforcement.RuleRef;
import org.zonewright.base.Reason;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Text;
import org.zonewright.facts.FunctionClass;
import org.zonewright.facts.Outcome;
import org.zonewright.facts.policy.PortSet;
import org.zonewright.facts.policy.Service;
import org.zonewright.plant.Conduit;
import org.zonewright.plant.Plant;
import org.zonewright.plant.SourceMap;
import org.zonewright.plant.Zone;
import org.zonewright.plant.ZoneFunction;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.ZoneId;

/// Finds answered management sessions with a device that enforces a boundary, opened from the weakest of the zones that
/// it keeps apart, and rules of the device that let them through: whoever holds that zone could then change the
/// boundary. One finding a device. A zone is weaker by
/// its function: external, enterprise, DMZ, then operations and control; safety-related ones are the strongest.
final class BoundaryManagement {
    private static final int SNMP = 161;
    private static final Set<String> PROTOCOLS =
            Set.of("ssh", "telnet", "http", "tls", "snmp", "rdp", "vnc", "ftp", "tftp", "rlogin", "rsh", "winbox");
    /// SSH, telnet, web pages, SNMP, remote desktops.
    private static final List<Service> SERVICES = Stream.of(22, 23, 80, 443, 161, 3389, 5900)
            .map(port -> Service.to(port == SNMP ? Service.UDP : Service.TCP, PortSet.of(port)))
            .toList();

    private static final int MOST_EXCHANGES = 12;
    private static final int SAFETY = 4;

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

    List<Finding> find(List<Exchange> exchanges, Optional<EnforcedConduits> configured) {
        Map<AssetId, Access> found = new TreeMap<>();
        for (Exchange exchange : exchanges) {
            boolean session = exchange.outcome() == Outcome.ESTABLISHED
                    && PROTOCOLS.contains(exchange.conversation().protocol());
            Optional<AssetId> device = exchange.to().asset().filter(enforced::containsKey);
            Optional<ZoneId> from = exchange.from().place().inZone();
            if (session && device.isPresent() && from.isPresent() && isWeaker(from.get(), device.get())) {
                found.computeIfAbsent(device.get(), any -> new Access(from.get()))
                        .seen
                        .add(exchange);
            }
        }
        configured.ifPresent(known -> enforced.keySet().stream().sorted().forEach(device -> weaker(device)
                .forEach(zone -> known.managing(device, zone, SERVICES)
                        .forEach(rule -> found.computeIfAbsent(device, any -> new Access(zone))
                                .rules
                                .add(rule)))));
        return found.entrySet().stream()
                .map(entry -> finding(entry.getKey(), entry.getValue()))
                .toList();
    }

    /// How a device is reached from a weaker zone: seen, or let by its own rules.
    private static final class Access {
        final ZoneId from;
        final List<Exchange> seen = new ArrayList<>();
        final Set<RuleRef> rules = new LinkedHashSet<>();

        Access(ZoneId from) {
            this.from = from;
        }
    }

    private List<ZoneId> weaker(AssetId device) {
        return enforced.getOrDefault(device, List.of()).stream()
                .flatMap(conduit -> conduit.between().stream())
                .filter(zone -> isWeaker(zone, device))
                .sorted()
                .distinct()
                .toList();
    }

    /// True if the device keeps this zone apart from a stronger one, and keeps no weaker one apart.
    private boolean isWeaker(ZoneId from, AssetId device) {
        int own = strength(from);
        List<ZoneId> all = enforced.getOrDefault(device, List.of()).stream()
                .flatMap(conduit -> conduit.between().stream())
                .toList();
        return zones.withParents(from).stream().anyMatch(all::contains)
                && all.stream().anyMatch(other -> strength(other) > own)
                && all.stream().noneMatch(other -> strength(other) < own);
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
            case OPERATIONS, CONTROL -> 3;
        };
    }

    private Finding finding(AssetId device, Access access) {
        List<SourceRef> line = positions.of(device).stream().toList();
        List<SourceRef> evidence = new ArrayList<>();
        List<Reason> because = new ArrayList<>();
        access.seen.stream().limit(MOST_EXCHANGES).forEach(exchange -> {
            evidence.add(exchange.deciding());
            because.add(exchange.reason());
        });
        access.rules.stream().limit(MOST_EXCHANGES).forEach(rule -> {
            evidence.add(rule.at());
            because.add(Reason.of(
                    Text.of(
                            "finding.boundary-managed-outside.rule",
                            rule.rule(),
                            rule.comment().orElse("-")),
                    rule.at()));
        });
        evidence.addAll(line);
        Optional<Zone> strongest = enforced.getOrDefault(device, List.of()).stream()
                .flatMap(conduit -> conduit.between().stream())
                .flatMap(id -> zones.zone(id).stream())
                .reduce((one, other) -> strength(other.id()) > strength(one.id()) ? other : one);
        return Finding.of(
                FindingKind.BOUNDARY_MANAGED_OUTSIDE,
                new About(
                        device.value(),
                        List.of(device.value(), access.from.value()),
                        List.of(Subject.of(device), Subject.of(access.from))),
                new Reason(
                        Text.of(
                                "finding.boundary-managed-outside.because",
                                device,
                                access.from,
                                access.seen.size(),
                                access.rules.size()),
                        line,
                        because),
                Ranking.start()
                        .reaches(strongest)
                        .does(List.of(FunctionClass.CONFIGURE))
                        .comesFrom(zones.zone(access.from))
                        .consequence(),
                evidence.stream().distinct().toList());
    }
}
