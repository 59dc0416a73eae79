package org.zonewright.traffic.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zonewright.facts.VantagePoint;

/// Small ids for (interface, VLAN path). Up to [#LIMIT] combinations are told apart; hostile captures with more share
/// the last one. Mutable; one thread.
public final class VantageBook {
    /// The number of ids, which fit 16 bits.
    public static final int LIMIT = 0xffff;

    /// Tunnels that are told apart; further ones share the last.
    public static final int MAX_TUNNELS = 4096;

    /// The lowest interface id of a tunnel.
    private static final int FIRST_TUNNEL = 1 << 30;

    private record Key(int networkInterface, long tags) {}

    private record Tunnel(int outer, String path) {}

    private final String sensor;
    private final List<String> interfaceNames = new ArrayList<>();
    private final Map<Key, Integer> ids = new HashMap<>();
    private final List<Key> keys = new ArrayList<>();
    private final List<Tunnel> tunnels = new ArrayList<>();
    private boolean tunnelsOverflowed;
    private int lastInterface = -1;
    private long lastTags;
    private int lastId;

    public VantageBook(String sensor) {
        this.sensor = sensor;
    }

    /// Announces interface `id`, which counts up from 0.
    public void networkInterface(int id, String name) {
        while (interfaceNames.size() <= id) {
            interfaceNames.add("");
        }
        interfaceNames.set(id, name);
    }

    /// A new interface id for what comes out of a tunnel whose packets are seen from `outer`; `path` names the
    /// tunnel. To be asked at most [#MAX_TUNNELS] times.
    public int tunnel(int outer, String path) {
        tunnels.add(new Tunnel(outer, path));
        return FIRST_TUNNEL + tunnels.size() - 1;
    }

    /// The interface id for all tunnels beyond [#MAX_TUNNELS]: the last one's.
    public int sharedTunnel() {
        tunnelsOverflowed = true;
        return FIRST_TUNNEL + tunnels.size() - 1;
    }

    /// True if tunnels had to share an id.
    public boolean tunnelsOverflowed() {
        return tunnelsOverflowed;
    }

    /// The id for an interface and its VLAN tags: 13 bits a tag, innermost lowest, each the VLAN id + 1.
    public int id(int networkInterface, long tags) {
        if (networkInterface == lastInterface && tags == lastTags) {
            return lastId;
        }
        lastInterface = networkInterface;
        lastTags = tags;
        lastId = ids.computeIfAbsent(new Key(networkInterface, tags), this::next);
        return lastId;
    }

    private int next(Key key) {
        if (keys.size() < LIMIT) {
            keys.add(key);
        }
        return keys.size() - 1;
    }

    /// True if combinations had to share an id.
    public boolean overflowed() {
        return ids.size() > LIMIT;
    }

    public VantagePoint at(int id) {
        Key key = keys.get(id);
        List<Integer> vlans = new ArrayList<>();
        for (long tags = key.tags(); tags != 0; tags >>>= 13) {
            vlans.addFirst((int) (tags & 0x1fff) - 1);
        }
        return new VantagePoint(sensor, place(key.networkInterface()), vlans);
    }

    private String place(int id) {
        if (id >= FIRST_TUNNEL) {
            Tunnel tunnel = tunnels.get(id - FIRST_TUNNEL);
            VantagePoint outer = at(tunnel.outer());
            String vlan = outer.vlans().isEmpty() ? "" : "vlan " + outer.vlanPath() + "/";
            return (outer.networkInterface().isEmpty() ? "" : outer.networkInterface() + "/") + vlan + tunnel.path();
        }
        return interfaceNames.size() > 1 ? interfaceName(id) : "";
    }

    private String interfaceName(int id) {
        String name = interfaceNames.get(id);
        return name.isEmpty() ? Integer.toString(id) : name;
    }
}
