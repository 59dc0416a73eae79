package org.zonewright.intake.config;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.facts.policy.InterfaceSet;
import org.zonewright.facts.policy.Match;
import org.zonewright.facts.policy.PortSet;
import org.zonewright.facts.policy.Service;

/// Puts together what one rule asks, condition by condition. Mutable; one rule.
final class MatchBuilder {
    private InterfaceSet in = InterfaceSet.any();
    private InterfaceSet out = InterfaceSet.any();
    private AddressSet source;
    private AddressSet destination;
    private List<Integer> protocols = List.of();
    private boolean otherProtocols;
    private PortSet from = PortSet.any();
    private PortSet to = PortSet.any();
    private final Set<Match.State> states = EnumSet.noneOf(Match.State.class);
    private boolean anyState = true;
    private final List<String> open = new ArrayList<>();

    /// `family` is what the whole rule set speaks of.
    MatchBuilder(AddressSet family) {
        source = family;
        destination = family;
    }

    void in(InterfaceSet set) {
        in = set;
    }

    void out(InterfaceSet set) {
        out = set;
    }

    void source(AddressSet set) {
        source = source.intersect(set);
    }

    void destination(AddressSet set) {
        destination = destination.intersect(set);
    }

    /// The protocols, or with `others` all but them.
    void protocols(List<Integer> numbers, boolean others) {
        protocols = List.copyOf(numbers);
        otherProtocols = others;
    }

    boolean hasOneProtocol() {
        return protocols.size() == 1 && !otherProtocols;
    }

    void sourcePorts(PortSet set) {
        from = from.intersect(set);
    }

    void destinationPorts(PortSet set) {
        to = to.intersect(set);
    }

    void states(Set<Match.State> allowed) {
        if (anyState) {
            states.addAll(allowed);
            anyState = false;
        } else {
            states.retainAll(allowed);
        }
    }

    /// A condition that cannot be decided here, in the configuration's words.
    void open(String condition) {
        open.add(condition);
    }

    Match build() {
        List<Service> services = new ArrayList<>();
        if (otherProtocols) {
            for (int protocol = 0; protocol < 256; protocol++) {
                if (!protocols.contains(protocol)) {
                    services.add(Service.of(protocol));
                }
            }
        } else {
            protocols.forEach(protocol -> services.add(new Service(OptionalInt.of(protocol), from, to)));
        }
        if (protocols.isEmpty() && !(from.isAny() && to.isAny())) {
            services.add(new Service(OptionalInt.of(Service.TCP), from, to));
            services.add(new Service(OptionalInt.of(Service.UDP), from, to));
        }
        Set<Match.State> asked = anyState ? Set.of() : states;
        if (!anyState && states.isEmpty()) {
            asked = Set.of(Match.State.INVALID); // no state is left: no packet fits
        }
        return new Match(in, out, source, destination, services, asked, open);
    }
}
