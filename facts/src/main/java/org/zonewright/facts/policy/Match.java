package org.zonewright.facts.policy;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What a rule asks of a packet; all of it must hold.
///
/// `services` are alternatives, none is any. `states` are alternatives, none is any. `open` are conditions that
/// addresses and ports cannot decide (an application, a user, a time of day, a rate), in the configuration's words:
/// while there is one, the rule may match or not.
public record Match(
        InterfaceSet in,
        InterfaceSet out,
        AddressSet source,
        AddressSet destination,
        List<Service> services,
        Set<State> states,
        List<String> open) {

    public Match {
        services = List.copyOf(services);
        EnumSet<State> ordered = EnumSet.noneOf(State.class);
        ordered.addAll(states);
        states = Collections.unmodifiableSet(ordered);
        open = List.copyOf(open);
    }

    /// What a firewall knows of the connection that a packet belongs to.
    public enum State {
        /// The packet opens it.
        NEW,
        /// It is open, or belongs to one that is (related).
        ESTABLISHED,
        /// It fits no connection; asks nothing of a good packet.
        INVALID;

        /// The word in JSON.
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Every packet.
    public static Match any() {
        return new Match(
                InterfaceSet.any(),
                InterfaceSet.any(),
                AddressSet.any(),
                AddressSet.any(),
                List.of(),
                Set.of(),
                List.of());
    }

    public Match from(AddressSet changed) {
        return new Match(in, out, changed, destination, services, states, open);
    }

    public Match to(AddressSet changed) {
        return new Match(in, out, source, changed, services, states, open);
    }

    public Match entering(InterfaceSet changed) {
        return new Match(changed, out, source, destination, services, states, open);
    }

    public Match leaving(InterfaceSet changed) {
        return new Match(in, changed, source, destination, services, states, open);
    }

    public Match with(List<Service> changed) {
        return new Match(in, out, source, destination, changed, states, open);
    }

    public Match in(Set<State> changed) {
        return new Match(in, out, source, destination, services, changed, open);
    }

    public Match unless(List<String> conditions) {
        return new Match(in, out, source, destination, services, states, conditions);
    }

    /// True if neither an address nor a service narrows it.
    public boolean isAnyToAny() {
        return source.isAny() && destination.isAny() && isAnyService();
    }

    public boolean isAnyService() {
        return services.isEmpty() || services.stream().anyMatch(Service::isAny);
    }
}
