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

    private record Key(int networkInterface, long tags) {}

    private final String sensor;
    private final List<String> interfaceNames = new ArrayList<>();
    private final Map<Key, Integer> ids = new HashMap<>();
    private final List<Key> keys = new ArrayList<>();
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
        String name = interfaceNames.size() > 1 ? interfaceName(key.networkInterface()) : "";
        return new VantagePoint(sensor, name, vlans);
    }

    private String interfaceName(int id) {
        String name = interfaceNames.get(id);
        return name.isEmpty() ? Integer.toString(id) : name;
    }
}
