package org.zonewright.intake.zeek;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zonewright.facts.Transport;

/// What the logs of one folder know of each other's connections, by the id that Zeek gives each: the protocol that a
/// log of its own shows, the VLAN tags, and which log counts the messages where two do. Mutable; one thread.
final class ZeekFolder {
    private static final int MAX_CONNECTIONS = 2_000_000;

    private final Map<String, String> protocols = new HashMap<>();
    private final Map<String, List<Integer>> vlans = new HashMap<>();
    private final Set<String> datagrams = new HashSet<>();
    private final Map<String, String> counters = new HashMap<>();

    /// Notes that a connection carries a protocol. CIP is told of connections whose encapsulation has a log, too.
    void carries(String uid, String protocol) {
        if (protocols.size() < MAX_CONNECTIONS) {
            protocols.merge(uid, protocol, (one, two) -> one.equals("enip") ? two : one);
        }
    }

    /// The protocol that another log shows, or else `otherwise`.
    String protocol(String uid, String otherwise) {
        return protocols.getOrDefault(uid, otherwise);
    }

    void tagged(String uid, List<Integer> tags) {
        if (!tags.isEmpty() && vlans.size() < MAX_CONNECTIONS) {
            vlans.put(uid, tags);
        }
    }

    List<Integer> tags(String uid) {
        return vlans.getOrDefault(uid, List.of());
    }

    /// Notes that a connection is of UDP.
    void datagrams(String uid) {
        if (datagrams.size() < MAX_CONNECTIONS && protocols.containsKey(uid)) {
            datagrams.add(uid);
        }
    }

    Transport transport(String uid) {
        return datagrams.contains(uid) ? Transport.UDP : Transport.TCP;
    }

    /// True if this log counts the connection's messages of the protocol: the first that tells of them does.
    boolean counts(String uid, String protocol, String path) {
        if (counters.size() >= MAX_CONNECTIONS) {
            return path.equals(counters.getOrDefault(uid + ' ' + protocol, path));
        }
        return path.equals(counters.computeIfAbsent(uid + ' ' + protocol, any -> path));
    }
}
