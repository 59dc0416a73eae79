package org.zonewright.assess.conformance;

import java.util.List;
import java.util.Optional;
import org.zonewright.facts.policy.PortSet;
import org.zonewright.facts.policy.Service;
import org.zonewright.plant.Flow;
import org.zonewright.plant.network.Port;

/// What flows and exchanges speak, in the terms of rules.
final class Services {
    private Services() {}

    /// What the flow may open; empty if that is no IP at all. No service is every service.
    static Optional<List<Service>> of(Flow flow) {
        if (flow.port().isEmpty()) {
            return Optional.of(List.of());
        }
        return switch (flow.port().get()) {
            case Port.Range(Port.Transport transport, int first, int last) ->
                Optional.of(List.of(Service.to(number(transport), PortSet.range(first, last))));
            case Port.IpProtocol(int number) -> Optional.of(List.of(Service.of(number)));
            case Port.EtherType _ -> Optional.empty();
        };
    }

    /// What was spoken; empty if that is no IP at all.
    static Optional<List<Service>> of(Exchange exchange) {
        int protocol = exchange.conversation().transport().number();
        if (protocol < 0) {
            return Optional.empty();
        }
        boolean ported = exchange.conversation().transport().hasPorts()
                && exchange.port().isPresent();
        return Optional.of(
                List.of(ported ? Service.to(protocol, PortSet.of(exchange.port().getAsInt())) : Service.of(protocol)));
    }

    private static int number(Port.Transport transport) {
        return switch (transport) {
            case TCP -> 6;
            case UDP -> 17;
            case SCTP -> 132;
        };
    }
}
