package org.zonewright.assess.conformance;

import java.util.List;
import java.util.stream.Collectors;
import org.zonewright.facts.Ipv4Address;
import org.zonewright.facts.policy.AddressSet;

/// Sets of addresses as people write them: `10.1.0.0/24, 10.2.0.1, 10.2.0.4–10.2.0.9`. An en dash stands in ranges,
/// so that each end is a word of its own.
final class AddressWords {
    private static final int MOST_RANGES = 4;
    private static final int BITS = 32;

    private AddressWords() {}

    /// The first ranges; `any` for every address.
    static String of(AddressSet set) {
        if (set.isAny()) {
            return "any";
        }
        List<AddressSet.Range> ranges = set.ranges();
        String first = ranges.stream().limit(MOST_RANGES).map(AddressWords::of).collect(Collectors.joining(", "));
        return ranges.size() > MOST_RANGES ? first + ", …" : first;
    }

    private static String of(AddressSet.Range range) {
        if (range.first().equals(range.last())) {
            return range.first().toString();
        }
        if (range.first() instanceof Ipv4Address(int first) && range.last() instanceof Ipv4Address(int last)) {
            int free = BITS - Integer.numberOfLeadingZeros(first ^ last);
            AddressSet block = AddressSet.prefix(range.first(), BITS - free);
            if (block.equals(AddressSet.range(range.first(), range.last()))) {
                return range.first() + "/" + (BITS - free);
            }
        }
        return range.first() + "–" + range.last();
    }
}
