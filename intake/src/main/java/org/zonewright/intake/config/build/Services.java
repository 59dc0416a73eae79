package org.zonewright.intake.config.build;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.zonewright.facts.policy.PortSet;
import org.zonewright.facts.policy.Service;

/// Services that a configuration names, of which perhaps not all are known, as [Addresses] are. Here an empty list is
/// none at all, and `Service.any()` is any.
public record Services(List<Service> surely, List<Service> possibly, List<String> because) {
    private static final Services ANY = known(List.of(Service.any()));
    private static final Services NONE = known(List.of());
    private static final int PROTOCOLS = 256;

    public Services {
        surely = List.copyOf(surely);
        possibly = List.copyOf(possibly);
        because = List.copyOf(because);
    }

    public static Services known(List<Service> services) {
        return new Services(services, services, List.of());
    }

    public static Services known(Service service) {
        return known(List.of(service));
    }

    public static Services any() {
        return ANY;
    }

    public static Services none() {
        return NONE;
    }

    /// Something of any service, nobody knows what.
    public static Services unknown(String because) {
        return new Services(List.of(), List.of(Service.any()), List.of(because));
    }

    /// TCP and UDP alike to these ports.
    public static Services tcpAndUdp(PortSet from, PortSet to) {
        return known(List.of(
                new Service(OptionalInt.of(Service.TCP), from, to),
                new Service(OptionalInt.of(Service.UDP), from, to)));
    }

    /// A part of these services that only `condition` decides.
    public Services only(String condition) {
        List<String> reasons = new ArrayList<>(because);
        reasons.add(condition);
        return new Services(List.of(), possibly, reasons);
    }

    public boolean isKnown() {
        return because.isEmpty();
    }

    /// The ranges of both bounds: what a union with it costs.
    public long size() {
        return (long) surely.size() + possibly.size();
    }

    public static Services union(List<Services> all) {
        if (all.size() == 1) {
            return all.getFirst();
        }
        List<String> because = Addresses.reasons(all.stream().map(Services::because));
        List<Service> surely = merged(all.stream().map(Services::surely));
        return because.isEmpty()
                ? known(surely)
                : new Services(surely, merged(all.stream().map(Services::possibly)), because);
    }

    private record Kind(int protocol, String sources) {}

    /// As few services as say the same, in the order of their protocols.
    private static List<Service> merged(Stream<List<Service>> lists) {
        Map<Kind, List<Service>> kinds =
                new TreeMap<>(Comparator.comparingInt(Kind::protocol).thenComparing(Kind::sources));
        List<Service> all = lists.flatMap(List::stream).toList();
        if (all.stream().anyMatch(Service::isAny)) {
            return List.of(Service.any());
        }
        for (Service service : all) {
            kinds.computeIfAbsent(
                            new Kind(
                                    service.protocol().orElseThrow(),
                                    service.source().toString()),
                            any -> new ArrayList<>())
                    .add(service);
        }
        List<Service> merged = new ArrayList<>();
        kinds.values()
                .forEach(same -> merged.add(new Service(
                        same.getFirst().protocol(),
                        same.getFirst().source(),
                        PortSet.unionOf(same.stream().map(Service::destination).toList()))));
        return merged;
    }

    /// All other services. Source ports cannot be turned round: they leave a part unknown.
    public Services complement() {
        return new Services(others(possibly), others(surely), because);
    }

    private static List<Service> others(List<Service> services) {
        if (services.stream().anyMatch(Service::isAny)) {
            return List.of();
        }
        List<Service> others = new ArrayList<>();
        for (int protocol = 0; protocol < PROTOCOLS; protocol++) {
            int number = protocol;
            PortSet taken = PortSet.unionOf(services.stream()
                    .filter(service -> service.protocol().orElse(-1) == number)
                    .map(Service::destination)
                    .toList());
            if (!taken.isAny()) {
                others.add(Service.to(protocol, taken.complement()));
            }
        }
        return others;
    }

    /// What both say.
    public Services intersect(Services other) {
        List<String> reasons = Addresses.reasons(Stream.of(because, other.because));
        return new Services(both(surely, other.surely), both(possibly, other.possibly), reasons);
    }

    private static List<Service> both(List<Service> one, List<Service> two) {
        List<Service> both = new ArrayList<>();
        for (Service first : one) {
            for (Service second : two) {
                if (first.isAny()) {
                    both.add(second);
                } else if (second.isAny()) {
                    both.add(first);
                } else if (first.protocol().equals(second.protocol())) {
                    both.add(new Service(
                            first.protocol(),
                            first.source().intersect(second.source()),
                            first.destination().intersect(second.destination())));
                }
            }
        }
        return both.stream()
                .filter(service ->
                        !service.source().isEmpty() && !service.destination().isEmpty())
                .toList();
    }

    /// The ports of one protocol that surely are meant.
    public PortSet ports(int protocol) {
        return PortSet.unionOf(surely.stream()
                .filter(service -> service.protocol().orElse(protocol) == protocol)
                .map(Service::destination)
                .toList());
    }

    /// True if a service asks for source ports.
    public boolean hasSourcePorts() {
        return possibly.stream().anyMatch(service -> !service.source().isAny());
    }

    /// What a rule asks: nothing where any service will do, and what no packet is where there is none.
    static List<Service> asked(List<Service> services) {
        if (services.isEmpty()) {
            return List.of(Service.to(Service.TCP, PortSet.none()));
        }
        return services.stream().anyMatch(Service::isAny) ? List.of() : services;
    }
}
