package org.zonewright.facts.inventory.conversation;

import org.zonewright.facts.Address;

/// The ends, the service and the name that keeps rows apart. Where the transport has no ports, `client` is the lower
/// address and `port` is -1.
///
record ServiceKey(int realm, Address client, Address server, int transport, int port, String name)
        implements Comparable<ServiceKey> {
    @Override
    public int compareTo(ServiceKey other) {
        int order = Integer.compare(realm, other.realm);
        order = order != 0 ? order : client.compareTo(other.client);
        order = order != 0 ? order : server.compareTo(other.server);
        order = order != 0 ? order : Integer.compare(transport, other.transport);
        order = order != 0 ? order : Integer.compare(port, other.port);
        return order != 0 ? order : name.compareTo(other.name);
    }

    boolean sameEnds(ServiceKey other) {
        return realm == other.realm
                && transport == other.transport
                && port == other.port
                && client.equals(other.client)
                && server.equals(other.server);
    }
}
