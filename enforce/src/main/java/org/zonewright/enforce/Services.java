package org.zonewright.enforce;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zonewright.facts.ServicePorts;
import org.zonewright.facts.Transport;
import org.zonewright.facts.policy.PortSet;
import org.zonewright.facts.policy.Service;
import org.zonewright.plant.Flow;
import org.zonewright.plant.network.Port;

/// The services of flows as rules name them.
final class Services {
    private static final int LAST_PORT = 0xffff;

    /// Protocols that are frames of one link, by the product's names: no rule about IP packets touches them.
    private static final Set<String> BELOW_IP = Set.of(
            "goose",
            "gsse",
            "sv",
            "profinet-dcp",
            "profinet-rt",
            "profinet-ptcp",
            "ethercat",
            "powerlink",
            "sercos",
            "lldp",
            "cdp",
            "arp",
            "stp",
            "mrp",
            "hsr",
            "prp",
            "lacp",
            "eapol");

    private Services() {}

    /// What a flow is spoken over, if that is below IP.
    static Optional<String> belowIp(Flow flow) {
        if (flow.port().isPresent()) {
            return flow.port()
                    .filter(Port.EtherType.class::isInstance)
                    .map(port -> flow.protocol().map(word -> word + " " + port).orElse(port.toString()));
        }
        boolean hardware = flow.from() instanceof org.zonewright.plant.Endpoint.OfHardware
                || flow.to() instanceof org.zonewright.plant.Endpoint.OfHardware;
        return flow.protocol().filter(word -> hardware || BELOW_IP.contains(word));
    }

    /// The port as approved, or the usual ones of the protocol, or without both every service; none where the
    /// protocol has no port that is known.
    static List<Service> of(Flow flow) {
        if (flow.port().isPresent()) {
            return switch (flow.port().get()) {
                case Port.Range(Port.Transport transport, int first, int last) ->
                    List.of(Service.to(number(transport), PortSet.range(first, last)));
                case Port.IpProtocol(int number) -> List.of(Service.of(number));
                case Port.EtherType _ -> List.of();
            };
        }
        return flow.protocol().map(Services::usual).orElseGet(() -> List.of(Service.any()));
    }

    private static int number(Port.Transport transport) {
        return switch (transport) {
            case TCP -> Service.TCP;
            case UDP -> Service.UDP;
            case SCTP -> Transport.SCTP.number();
        };
    }

    private static List<Service> usual(String protocol) {
        List<Service> found = new ArrayList<>();
        for (Transport transport : List.of(Transport.TCP, Transport.UDP, Transport.SCTP)) {
            List<PortSet> ports = new ArrayList<>();
            for (int port = 0; port <= LAST_PORT; port++) {
                if (ServicePorts.protocol(transport, port).equals(Optional.of(protocol))) {
                    ports.add(PortSet.of(port));
                }
            }
            if (!ports.isEmpty()) {
                found.add(Service.to(transport.number(), PortSet.unionOf(ports)));
            }
        }
        return found;
    }
}
