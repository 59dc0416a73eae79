package org.zonewright.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// From where something was seen: a sensor, one of its interfaces, and the VLAN tags of the frame, outermost first.
///
/// `sensor` is the capture file's name until a plant document gives the file a sensor; `networkInterface` is empty
/// where a file has only one. `vlans` is empty for untagged frames; ids are 0 to 4095.
public record VantagePoint(String sensor, String networkInterface, List<Integer> vlans)
        implements Comparable<VantagePoint> {
    public VantagePoint {
        vlans = List.copyOf(vlans);
    }

    private static int compareVlans(List<Integer> left, List<Integer> right) {
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            int order = Integer.compare(left.get(i), right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.size(), right.size());
    }

    /// The tags as `10` or `100.10` (outer.inner), empty for untagged frames.
    public String vlanPath() {
        StringBuilder path = new StringBuilder();
        for (Integer vlan : vlans) {
            path.append(path.isEmpty() ? "" : ".").append(vlan);
        }
        return path.toString();
    }

    @Override
    public int compareTo(VantagePoint other) {
        if (this == other) {
            return 0;
        }
        int bySensor = sensor.compareTo(other.sensor);
        if (bySensor != 0) {
            return bySensor;
        }
        int byInterface = networkInterface.compareTo(other.networkInterface);
        return byInterface != 0 ? byInterface : compareVlans(vlans, other.vlans);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof VantagePoint that
                && (this == that
                        || (vlans.equals(that.vlans)
                                && sensor.equals(that.sensor)
                                && networkInterface.equals(that.networkInterface)));
    }

    @Override
    public int hashCode() {
        return 31 * (31 * sensor.hashCode() + networkInterface.hashCode()) + vlans.hashCode();
    }
}
