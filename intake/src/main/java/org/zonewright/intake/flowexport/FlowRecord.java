package org.zonewright.intake.flowexport;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.zonewright.facts.Address;
import org.zonewright.facts.Ipv4Address;
import org.zonewright.facts.Ipv6Address;
import org.zonewright.facts.MacAddress;

/// The values of one record by their element; those of the way back apart. Mutable; one thread; one record.
final class FlowRecord {
    private final Map<Integer, Long> values = new HashMap<>();
    private final Map<Integer, Long> back = new HashMap<>();
    private final Map<Integer, Address> addresses = new HashMap<>();

    void put(int element, Bytes value, boolean wayBack) {
        int size = value.length();
        if ((element == Element.SOURCE_IPV6 || element == Element.DESTINATION_IPV6) && size == 16) {
            addresses.put(element, new Ipv6Address(value.unsigned(0, 8), value.unsigned(8, 8)));
        } else if ((element == Element.SOURCE_IPV4 || element == Element.DESTINATION_IPV4) && size == 4) {
            addresses.put(element, new Ipv4Address((int) value.u32(0)));
        } else if ((element == Element.SOURCE_MAC || element == Element.DESTINATION_MAC) && size == 6) {
            addresses.put(element, new MacAddress(value.unsigned(0, 6)));
        } else if (size >= 1 && size <= 8) {
            (wayBack ? back : values).put(element, value.unsigned(0, size));
        }
    }

    void put(int element, long value) {
        values.put(element, value);
    }

    void put(int element, Address address) {
        addresses.put(element, address);
    }

    boolean has(int element) {
        return values.containsKey(element);
    }

    boolean hasWayBack() {
        return back.getOrDefault(Element.PACKETS, 0L) > 0 || back.getOrDefault(Element.TOTAL_PACKETS, 0L) > 0;
    }

    long number(int element, long fallback) {
        return values.getOrDefault(element, fallback);
    }

    /// The count of one of two elements, whichever is there.
    long count(int delta, int total, boolean wayBack) {
        Map<Integer, Long> from = wayBack ? back : values;
        return Math.max(0, from.getOrDefault(delta, from.getOrDefault(total, 0L)));
    }

    Optional<Address> address(int element) {
        return Optional.ofNullable(addresses.get(element));
    }

    Optional<Address> source() {
        return address(Element.SOURCE_IPV4)
                .filter(address -> !address.isUnspecified())
                .or(() -> address(Element.SOURCE_IPV6));
    }

    Optional<Address> destination() {
        return address(Element.DESTINATION_IPV4)
                .filter(address -> !address.isUnspecified())
                .or(() -> address(Element.DESTINATION_IPV6));
    }
}
