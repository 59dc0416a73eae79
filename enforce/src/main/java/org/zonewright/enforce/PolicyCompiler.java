package org.zonewright.enforce;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.zonewright.base.Text;
import org.zonewright.enforce.EndAddresses.Resolved;
import org.zonewright.enforce.LeftOut.Why;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.facts.policy.Service;
import org.zonewright.plant.Conduit;
import org.zonewright.plant.ConduitKind;
import org.zonewright.plant.Endpoint;
import org.zonewright.plant.Flow;
import org.zonewright.plant.Life;
import org.zonewright.plant.Plant;
import org.zonewright.plant.PlantAsset;
import org.zonewright.plant.Zone;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.ConduitId;
import org.zonewright.plant.id.FlowId;
import org.zonewright.plant.id.Id;
import org.zonewright.plant.id.RealmId;
import org.zonewright.plant.id.WindowId;
import org.zonewright.plant.id.ZoneId;

/// Compiles the approved flows of conduits. A pure function; every flow becomes a permit or is left out with a
/// reason.
public final class PolicyCompiler {
    private final Plant plant;
    private final FunctionBook book;
    private final Instant at;
    private final LocalDate day;
    private final EndAddresses ends;
    private final List<Permit> permits = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final List<Text> notes = new ArrayList<>();

    private PolicyCompiler(Plant plant, Optional<RealmId> realm, FunctionBook book, Instant at) {
        this.plant = plant;
        this.book = book;
        this.at = at;
        this.day = at.atZone(ZoneOffset.UTC).toLocalDate();
        this.ends = new EndAddresses(plant, realm);
    }

    /// Compiles `conduits`, one at least, for a device in `realm`, or where that is empty in the realm in which the
    /// document places the devices that enforce them.
    public static ConduitPolicy compile(
            Plant plant, List<Conduit> conduits, Optional<RealmId> realm, FunctionBook book, Instant at) {
        Optional<RealmId> here = realm.or(() -> realmOf(plant, conduits));
        PolicyCompiler compiler = new PolicyCompiler(plant, here, book, at);
        conduits.forEach(compiler::conduit);
        boolean everything = isWhole(plant, conduits);
        Scope scope = everything ? Scope.all() : compiler.crossings(conduits);
        return new ConduitPolicy(
                plant.site().id().value(),
                name(conduits),
                conduits.stream().map(Conduit::id).toList(),
                here,
                compiler.day,
                compiler.permits,
                everything ? compiler.inside() : List.of(),
                compiler.leftOut,
                scope,
                compiler.notes);
    }

    /// A name for files and tables. What cannot stand there becomes `-`; what could collide gets a number of its own.
    private static String name(List<Conduit> conduits) {
        if (conduits.size() != 1) {
            return "zonewright-all";
        }
        String id = conduits.getFirst().id().value();
        String plain = id.replaceAll("[^A-Za-z0-9_-]", "-");
        String tail = plain.equals(id) && plain.length() <= 29 ? "" : "-" + Integer.toHexString(id.hashCode());
        return "zonewright-" + plain.substring(0, Math.min(plain.length(), tail.isEmpty() ? 29 : 20)) + tail;
    }

    /// Where the first enforcing device that has an address stands; without one the realm in which most ends lie.
    private static Optional<RealmId> realmOf(Plant plant, List<Conduit> conduits) {
        return conduits.stream()
                .flatMap(conduit -> conduit.enforcedBy().stream())
                .flatMap(id -> realmsOf(plant, id))
                .findFirst()
                .or(() -> mostUsed(plant, conduits));
    }

    private static Stream<RealmId> realmsOf(Plant plant, AssetId asset) {
        return plant.asset(asset).stream()
                .flatMap(known -> known.matches().stream())
                .filter(match -> match.ip().isPresent())
                .flatMap(match -> match.realm().stream());
    }

    private static Optional<RealmId> mostUsed(Plant plant, List<Conduit> conduits) {
        Map<RealmId, Integer> uses = new HashMap<>();
        for (Conduit conduit : conduits) {
            for (Flow flow : conduit.flows()) {
                for (Endpoint end : List.of(flow.from(), flow.to())) {
                    if (end instanceof Endpoint.OfAsset(AssetId asset)) {
                        realmsOf(plant, asset).forEach(realm -> uses.merge(realm, 1, Integer::sum));
                    }
                }
            }
        }
        return uses.entrySet().stream()
                .max(Map.Entry.<RealmId, Integer>comparingByValue()
                        .thenComparing(entry -> entry.getKey().value()))
                .map(Map.Entry::getKey);
    }

    /// True if these are all conduits that their enforcing devices carry, as far as the document says.
    private static boolean isWhole(Plant plant, List<Conduit> conduits) {
        Set<ConduitId> chosen = new HashSet<>();
        Set<AssetId> devices = new HashSet<>();
        for (Conduit conduit : conduits) {
            chosen.add(conduit.id());
            devices.addAll(conduit.enforcedBy());
        }
        boolean named =
                conduits.stream().noneMatch(conduit -> conduit.enforcedBy().isEmpty());
        return chosen.size() == plant.conduits().size()
                || (named
                        && plant.conduits().stream()
                                .filter(conduit -> conduit.enforcedBy().stream().anyMatch(devices::contains))
                                .allMatch(conduit -> chosen.contains(conduit.id())));
    }

    private void conduit(Conduit conduit) {
        for (Flow flow : conduit.flows()) {
            Optional<LeftOut> reason = reasonAgainst(conduit, flow);
            reason.ifPresentOrElse(leftOut::add, () -> permit(conduit, flow));
        }
    }

    private Optional<LeftOut> reasonAgainst(Conduit conduit, Flow flow) {
        if (conduit.kind() != ConduitKind.NETWORK && conduit.kind() != ConduitKind.WIRELESS) {
            return out(conduit, flow, Why.NO_NETWORK, conduit.kind().word());
        }
        if (flow.approvedBy().isEmpty()) {
            return out(conduit, flow, Why.NOT_APPROVED);
        }
        if (flow.until().filter(until -> until.isBefore(day)).isPresent()) {
            return out(conduit, flow, Why.EXPIRED, flow.until().get());
        }
        if (!flow.during().isEmpty() && flow.during().stream().noneMatch(this::isOpen)) {
            return out(conduit, flow, Why.OUTSIDE_WINDOW, join(flow.during()));
        }
        Optional<String> below = Services.belowIp(flow);
        if (below.isPresent()) {
            return out(conduit, flow, Why.BELOW_IP, below.get());
        }
        for (Endpoint end : List.of(flow.from(), flow.to())) {
            if (end instanceof Endpoint.OfAsset(AssetId id)
                    && plant.asset(id).map(PlantAsset::life).equals(Optional.of(Life.RETIRED))) {
                return out(conduit, flow, Why.RETIRED, id);
            }
        }
        return againstDiode(conduit, flow);
    }

    /// A flow over TCP needs answers, which a diode does not let back; one to the closed side cannot be at all.
    private Optional<LeftOut> againstDiode(Conduit conduit, Flow flow) {
        boolean back = conduit.oneWayTo().isPresent()
                && flow.to() instanceof Endpoint.OfZone(ZoneId zone)
                && !ends.family(conduit.oneWayTo().get()).contains(zone);
        return back ? out(conduit, flow, Why.AGAINST_DIODE, conduit.oneWayTo().get()) : Optional.empty();
    }

    private boolean isOpen(WindowId id) {
        return plant.windows().stream()
                .anyMatch(
                        window -> window.id().equals(id) && !at.isBefore(window.from()) && at.isBefore(window.until()));
    }

    private void permit(Conduit conduit, Flow flow) {
        Resolved from = ends.of(flow.from());
        Resolved to = ends.of(flow.to());
        if (from.addresses().isEmpty() || to.addresses().isEmpty()) {
            Endpoint missing = from.addresses().isEmpty() ? flow.from() : flow.to();
            out(conduit, flow, Why.NO_ADDRESS, Words.of(missing)).ifPresent(leftOut::add);
            return;
        }
        List<Service> services = Services.of(flow);
        if (services.isEmpty()) {
            out(conduit, flow, Why.NO_SERVICE, flow.protocol().orElse("")).ifPresent(leftOut::add);
            return;
        }
        List<Text> all = new ArrayList<>(from.notes());
        to.notes().stream().filter(note -> !all.contains(note)).forEach(all::add);
        if (flow.port().isEmpty()) {
            all.add(
                    flow.protocol().isPresent()
                            ? Text.of("enforce.note.usual-port", flow.protocol().get(), Words.of(services))
                            : Text.of("enforce.note.every-service"));
        }
        if (!flow.during().isEmpty()) {
            all.add(Text.of("enforce.note.window", join(flow.during())));
        }
        if (flow.protocol().equals(Optional.of("ftp"))) {
            all.add(Text.of("enforce.note.ftp"));
        }
        FunctionBound functions = FunctionBound.of(flow, book);
        AddressSet sources = from.addresses();
        for (Service service : services) {
            permits.add(new Permit(flow, conduit.id(), sources, to.addresses(), service, functions, all));
        }
    }

    private static String join(List<WindowId> windows) {
        return String.join(", ", windows.stream().map(WindowId::value).toList());
    }

    private static Optional<LeftOut> out(Conduit conduit, Flow flow, Why why, Object... arguments) {
        return Optional.of(new LeftOut(flow, conduit.id(), why, Text.of("enforce.left-out." + why.id(), arguments)));
    }

    /// What each zone may do within itself, under a name that no flow has.
    private List<Permit> inside() {
        Set<String> taken = new HashSet<>();
        plant.flows().forEach(flow -> taken.add(flow.id().value()));
        List<Permit> all = new ArrayList<>();
        for (Zone zone : plant.zones()) {
            AddressSet own = ends.own(zone.id());
            if (!own.isEmpty() && !isOneAddress(own)) {
                String name = "inside-" + zone.id();
                while (!Id.isValid(name) || !taken.add(name)) {
                    name = "inside-" + taken.size() + "-" + name.hashCode();
                }
                Endpoint end = new Endpoint.OfZone(zone.id());
                Flow flow = Flow.of(new FlowId(name), end, end);
                all.add(new Permit(
                        flow,
                        plant.conduits().getFirst().id(),
                        own,
                        own,
                        Service.any(),
                        FunctionBound.NONE,
                        List.of()));
            }
        }
        return all;
    }

    private static boolean isOneAddress(AddressSet set) {
        List<AddressSet.Range> ranges = set.ranges();
        return ranges.size() == 1
                && ranges.getFirst().first().equals(ranges.getFirst().last());
    }

    /// Both ways between any two zones of each conduit, less what both of them hold where one lies in the other. A
    /// zone without addresses cannot be told from the rest.
    private Scope crossings(List<Conduit> conduits) {
        List<Scope.Crossing> all = new ArrayList<>();
        for (Conduit conduit : conduits) {
            for (ZoneId from : conduit.between()) {
                if (ends.ofZone(from).addresses().isEmpty()) {
                    notes.add(Text.of("enforce.note.zone-without-address", from, conduit.id()));
                }
                for (ZoneId to : conduit.between()) {
                    AddressSet source = ends.ofZone(from).addresses();
                    AddressSet destination = ends.ofZone(to).addresses();
                    if (ends.family(from).contains(to)) {
                        source = source.minus(destination);
                    } else if (ends.family(to).contains(from)) {
                        destination = destination.minus(source);
                    }
                    if (!from.equals(to) && !source.isEmpty() && !destination.isEmpty()) {
                        all.add(new Scope.Crossing(conduit.id(), from, to, source, destination));
                    }
                }
            }
        }
        return new Scope(false, all);
    }
}
