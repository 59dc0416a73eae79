package org.zonewright.facts.policy;

import java.util.List;

/// May something of `source`, coming in by `in`, open a connection to something of `destination` that lies behind
/// `out`? `services` are alternatives, none is any; source ports of a service narrow it.
public record Question(
        InterfaceSet in, InterfaceSet out, AddressSet source, AddressSet destination, List<Service> services) {
    public Question {
        services = List.copyOf(services);
    }

    /// The same at whatever interfaces.
    public static Question of(AddressSet source, AddressSet destination, Service... services) {
        return new Question(InterfaceSet.any(), InterfaceSet.any(), source, destination, List.of(services));
    }

    Match match() {
        return Match.any()
                .entering(in)
                .leaving(out)
                .from(source)
                .to(destination)
                .with(services);
    }
}
