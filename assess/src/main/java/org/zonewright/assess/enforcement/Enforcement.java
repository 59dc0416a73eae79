package org.zonewright.assess.enforcement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.zonewright.assess.AddressBook;
import org.zonewright.assess.ZoneLookup;
import org.zonewright.assess.placement.Placement;
import org.zonewright.base.Reason;
import org.zonewright.facts.inventory.Inventory;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.facts.policy.Allowance;
import org.zonewright.facts.policy.Path;
import org.zonewright.facts.policy.PolicyTooComplex;
import org.zonewright.facts.policy.Question;
import org.zonewright.facts.policy.Ruleset;
import org.zonewright.facts.policy.Service;
import org.zonewright.plant.Conduit;
import org.zonewright.plant.ConduitKind;
import org.zonewright.plant.Endpoint;
import org.zonewright.plant.Plant;
import org.zonewright.plant.SourceMap;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.ConduitId;
import org.zonewright.plant.id.ZoneId;

/// What is configured, of a drawing and the rulesets that were read. Depends on its arguments alone; keeps what it
/// has built; one thread.
public final class Enforcement implements EnforcedConduits {
    /// Boxes of one passage.
    private static final int MOST_BOXES = 200;

    private final Plant plant;
    private final Addresses addresses;
    private final Map<AssetId, Device> devices;
    private final List<Reason> notes;
    private final Judge judge;
    private final Map<ConduitId, Route> routes = new LinkedHashMap<>();
    private final Map<ZoneId, Set<AssetId>> guards = new HashMap<>();
    private final boolean unknown;

    private Enforcement(
            Plant plant, Inventory inventory, Placement placement, List<Ruleset> rulesets, SourceMap positions) {
        this.plant = plant;
        addresses = new Addresses(plant, new ZoneLookup(plant), AddressBook.of(inventory), placement);
        Configurations.Found found = Configurations.find(plant, rulesets, positions);
        devices = found.devices();
        notes = found.notes();
        unknown = rulesets.isEmpty();
        judge = new Judge(addresses, new Sides(addresses, positions), positions);
        for (Conduit conduit : plant.conduits()) {
            routes.put(conduit.id(), new Route(conduit.enforcedBy()));
            if (isNetwork(conduit)) {
                for (ZoneId zone : conduit.between()) {
                    Set<AssetId> mine = guards.get(zone);
                    if (mine == null) {
                        guards.put(zone, new LinkedHashSet<>(conduit.enforcedBy()));
                    } else {
                        mine.retainAll(new HashSet<>(conduit.enforcedBy()));
                    }
                }
            }
        }
    }

    /// The configurations of a site laid over its drawing.
    public static EnforcedConduits of(
            Plant plant, Inventory inventory, Placement placement, List<Ruleset> rulesets, SourceMap positions) {
        return new Enforcement(plant, inventory, placement, rulesets, positions);
    }

    private static boolean isNetwork(Conduit conduit) {
        return conduit.kind() == ConduitKind.NETWORK || conduit.kind() == ConduitKind.WIRELESS;
    }

    @Override
    public boolean isUnknown() {
        return unknown;
    }

    @Override
    public Route route(ConduitId conduit) {
        return routes.getOrDefault(conduit, new Route(List.of()));
    }

    @Override
    public Route route(ZoneId from, ZoneId to) {
        Set<AssetId> all = new LinkedHashSet<>(guards.getOrDefault(from, Set.of()));
        all.addAll(guards.getOrDefault(to, Set.of()));
        return new Route(List.copyOf(all));
    }

    private List<Device> devices(Route route) {
        return route.devices().stream()
                .map(devices::get)
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    public Crossing ask(Route route, Party from, Party to, List<Service> services, boolean rules) {
        List<DeviceAnswer> answers = devices(route).stream()
                .map(device -> judge.ask(device, from, to, services, rules))
                .toList();
        Crossing.Verdict verdict = together(answers);
        if (verdict == Crossing.Verdict.PARTLY
                && answers.size() > 1
                && from.zone().isPresent()
                && to.zone().isPresent()) {
            OpeningFinder finder = new OpeningFinder(
                    judge, devices(route), from.zone().get(), to.zone().get());
            verdict = finder.anyThrough(new Use(from, to, services)) ? verdict : Crossing.Verdict.BLOCKED;
        }
        return new Crossing(
                verdict,
                answers,
                answers.stream().flatMap(answer -> answer.missing().stream()).toList());
    }

    /// The least that any of them lets through.
    private static Crossing.Verdict together(List<DeviceAnswer> answers) {
        Crossing.Verdict worst = answers.isEmpty() ? Crossing.Verdict.NOT_ASSESSABLE : Crossing.Verdict.ALLOWED;
        for (DeviceAnswer answer : answers) {
            if (rank(answer.verdict()) > rank(worst)) {
                worst = answer.verdict();
            }
        }
        return worst;
    }

    private static int rank(Crossing.Verdict verdict) {
        return switch (verdict) {
            case ALLOWED -> 0;
            case PARTLY -> 1;
            case OPEN -> 2;
            case NOT_ASSESSABLE -> 3;
            case BLOCKED -> 4;
        };
    }

    @Override
    public Openings openings(Route route, ZoneId from, ZoneId to, List<Use> except, int limit) {
        return new OpeningFinder(judge, devices(route), from, to).find(except, limit);
    }

    @Override
    public List<Passage> crossings() {
        List<Passage> all = new ArrayList<>();
        for (Conduit conduit : plant.conduits()) {
            if (isNetwork(conduit)) {
                for (ZoneId from : conduit.between()) {
                    for (ZoneId to : conduit.between()) {
                        if (!from.equals(to)) {
                            devices(route(conduit.id())).forEach(device -> passage(conduit, device, from, to)
                                    .ifPresent(all::add));
                        }
                    }
                }
            }
        }
        return all;
    }

    private Optional<Passage> passage(Conduit conduit, Device device, ZoneId from, ZoneId to) {
        Optional<Question> asked = judge.zones(device, from, to);
        if (device.rules().isEmpty() || asked.isEmpty()) {
            return Optional.empty();
        }
        try {
            Allowance allowance = device.algebra(Path.THROUGH).allowance(asked.get(), Judge.chatter(), MOST_BOXES);
            List<RuleRef> rules = allowance.isNone() ? List.of() : Judge.accepting(device, asked.get());
            return Optional.of(
                    new Passage(conduit.id(), device.id(), from, to, allowance.boxes(), allowance.complete(), rules));
        } catch (PolicyTooComplex e) {
            return Optional.empty(); // nothing can be said exactly, and nothing else is said
        }
    }

    @Override
    public boolean isConfigured(AssetId device) {
        return Optional.ofNullable(devices.get(device)).flatMap(Device::rules).isPresent();
    }

    @Override
    public Optional<Instant> taken(AssetId device) {
        return Optional.ofNullable(devices.get(device)).flatMap(Device::rules).flatMap(Ruleset::taken);
    }

    @Override
    public int size(Route route) {
        return devices(route).stream().mapToInt(Device::size).sum();
    }

    @Override
    public List<Endpoint> behind(Route route, ZoneId zone, AddressSet set) {
        List<Device> way = devices(route);
        if (way.isEmpty()) {
            return List.of();
        }
        String realm = judge.side(way.getFirst(), Optional.of(zone)).realm();
        AddressSet rest = addresses.of(zone, realm).intersect(set);
        if (rest.isEmpty()) {
            return List.of();
        }
        if (rest.equals(addresses.of(zone, realm))) {
            return List.of(new Endpoint.OfZone(zone));
        }
        List<Endpoint> ends = new ArrayList<>();
        for (AssetId asset : addresses.assetsIn(zone)) {
            AddressSet own = addresses.of(asset, realm);
            if (!own.intersect(set).isEmpty()) {
                ends.add(new Endpoint.OfAsset(asset));
                rest = rest.minus(own);
            }
        }
        if (!rest.isEmpty()) {
            ends.add(new Endpoint.OfZone(zone));
        }
        return ends;
    }

    @Override
    public List<DeviceNotes> ruleNotes() {
        List<DeviceNotes> notes = new ArrayList<>();
        for (Device device : devices.values()) {
            device.rules().ifPresent(rules -> {
                try {
                    notes.add(new DeviceNotes(
                            device.id(), rules, device.algebra(Path.THROUGH).notes(), true));
                } catch (PolicyTooComplex _) {
                    notes.add(new DeviceNotes(device.id(), rules, List.of(), false));
                }
            });
        }
        return notes;
    }

    @Override
    public List<RuleRef> managing(AssetId device, ZoneId from, List<Service> services) {
        Device found = devices.get(device);
        return found == null ? List.of() : judge.managing(found, from, services);
    }

    @Override
    public List<Reason> notes() {
        return notes;
    }
}
