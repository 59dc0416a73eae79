package org.zonewright.traffic.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
    /// Ids looked up lately, by a few bits of the key: a trunk's frames change their VLAN all the time.
    private final int[] recentIds = new int[64];

    private final int[] recentInterfaces = new int[recentIds.length];
    private final long[] recentTags = new long[recentIds.length];
    private @Nullable VantagePoint[] points = new VantagePoint[8]; // by id, as far as asked for
    private int lastInterface = -1;
    private long lastTags;
    private int lastId;

    public VantageBook(String sensor) {
        this.sensor = sensor;
        Arrays.fill(recentIds, -1);
    }

    /// Announces interface `id`, which counts up from 0.
    public void networkInterface(int id, String name) {
        while (interfaceNames.size() <= id) {
            interfaceNames.add("");
        }
        interfaceNames.set(id, name);
        Arrays.fill(points, null); // a second interface gives the first one a name
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
        int slot = (int) (tags ^ (tags >>> 13) ^ networkInterface) & (recentIds.length - 1);
        if (recentIds[slot] < 0 || recentInterfaces[slot] != networkInterface || recentTags[slot] != tags) {
            recentIds[slot] = look(new Key(networkInterface, tags));
            recentInterfaces[slot] = networkInterface;
            recentTags[slot] = tags;
        }
        lastInterface = networkInterface;
        lastTags = tags;
        lastId = recentIds[slot];
        return lastId;
    }

    private int look(Key key) {
        Integer known = ids.get(key);
        if (known != null) {
            return known;
        }
        if (keys.size() < LIMIT) {
            keys.add(key);
        }
        ids.put(key, keys.size() - 1);
        return keys.size() - 1;
    }

    /// True if combinations had to share an id.
    public boolean overflowed() {
        return ids.size() > LIMIT;
    }

    /// True if all ids stand for different points: two interfaces may have one name.
    boolean areDistinct() {
        Set<VantagePoint> seen = new HashSet<>();
        for (int id = 0; id < keys.size(); id++) {
            if (!seen.add(at(id))) {
                return false;
            }
        }
        return true;
    }

    public VantagePoint at(int id) {
        if (id >= points.length) {
            points = Arrays.copyOf(points, Math.max(keys.size(), id + 1));
        }
        VantagePoint known = points[id];
        if (known == null) {
            known = point(keys.get(id));
            points[id] = known;
        }
        return known;
    }

    private VantagePoint point(Key key) {
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
