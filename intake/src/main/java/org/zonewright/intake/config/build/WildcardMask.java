package org.zonewright.intake.config.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zonewright.facts.Address;
import org.zonewright.facts.Ipv4Address;
import org.zonewright.facts.policy.AddressSet;

/// Masks of IPv4 whose ones say which bits do not count: `0.0.0.255` is a network of 256 addresses, `0.0.255.0` takes
/// 256 addresses far apart.
public final class WildcardMask {
    /// Bits before the last run of ones that may be free: 4096 ranges.
    private static final int MAX_FREE = 12;

    private WildcardMask() {}

    /// The addresses; empty where a text is no address, or where they take more than 4096 ranges to say.
    public static Optional<AddressSet> of(String address, String wildcard) {
        Optional<Integer> value = bits(address);
        Optional<Integer> mask = bits(wildcard);
        if (value.isEmpty() || mask.isEmpty()) {
            return Optional.empty();
        }
        int tail = Integer.numberOfTrailingZeros(~mask.get());
        int low = tail == Integer.SIZE ? -1 : (1 << tail) - 1;
        int free = mask.get() & ~low;
        if (Integer.bitCount(free) > MAX_FREE) {
            return Optional.empty();
        }
        int fixed = value.get() & ~mask.get();
        List<AddressSet> ranges = new ArrayList<>();
        int chosen = 0;
        do {
            ranges.add(AddressSet.range(new Ipv4Address(fixed | chosen), new Ipv4Address(fixed | chosen | low)));
            chosen = (chosen - free) & free; // the next choice of the free bits
        } while (chosen != 0);
        return Optional.of(AddressSet.unionOf(ranges));
    }

    private static Optional<Integer> bits(String text) {
        return Address.parse(text).filter(Ipv4Address.class::isInstance).map(address -> ((Ipv4Address) address).bits());
    }
}
