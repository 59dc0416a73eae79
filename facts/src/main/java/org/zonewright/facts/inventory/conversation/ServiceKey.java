package org.zonewright.facts.inventory.conversation;

import java.util.Comparator;
import org.zonewright.facts.Address;

/// The ends, the service and the name that keeps rows apart. Where the transport has no ports, `client` is the lower
/// address and `port` is -1.
record ServiceKey(int realm, Address client, Address server, int transport, int port, String name) {
    static final Comparator<ServiceKey> ORDER = Comparator.comparingInt(ServiceKey::realm)
            .thenComparing(ServiceKey::client)
            .thenComparing(ServiceKey::server)
            .thenComparingInt(ServiceKey::transport)
            .thenComparingInt(ServiceKey::port)
            .thenComparing(ServiceKey::name);

    boolean sameEnds(ServiceKey other) {
        return realm == other.realm
                && transport == other.transport
                && port == other.port
                && client.equals(other.client)
                && server.equals(other.server);
    }
}
