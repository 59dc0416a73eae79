package org.zonewright.intake.list;

import java.util.Optional;
import java.util.OptionalInt;
import org.zonewright.facts.Address;
import org.zonewright.facts.Ipv4Address;
import org.zonewright.facts.Ipv6Address;
import org.zonewright.facts.MacAddress;

/// Networks as prefixes in CIDR notation, and IPv4 masks as their lengths.
final class Prefix {
    private Prefix() {}

    /// The network of an address; empty where the length does not fit its family.
    static Optional<String> of(Address address, int length) {
        return switch (address) {
            case Ipv4Address ip
            when length >= 0 && length <= 32 ->
                Optional.of(new Ipv4Address((int) (ip.bits() & -1L << (32 - length))) + "/" + length);
            case Ipv6Address ip
            when length >= 0 && length <= 128 -> {
                long high = length == 0 ? 0 : ip.high() & -1L << Math.max(0, 64 - length);
                long low = length <= 64 ? 0 : ip.low() & -1L << (128 - length);
                yield Optional.of(new Ipv6Address(high, low) + "/" + length);
            }
            case Ipv4Address _, Ipv6Address _, MacAddress _ -> Optional.empty();
        };
    }

    /// The network that a text such as `10.0.1.0/24` or `10.0.1.0/255.255.255.0` names.
    static Optional<String> parse(String text) {
        int stroke = text.indexOf('/');
        if (stroke < 0) {
            return Optional.empty();
        }
        OptionalInt length = length(text.substring(stroke + 1));
        return length.isEmpty()
                ? Optional.empty()
                : Address.parse(text.substring(0, stroke)).flatMap(address -> of(address, length.getAsInt()));
    }

    /// The length that `24`, `/24` or `255.255.255.0` says.
    static OptionalInt length(String text) {
        String mask = text.strip().replaceFirst("^/", "");
        if (mask.matches("\\d{1,3}")) {
            int length = Integer.parseInt(mask);
            return length <= 128 ? OptionalInt.of(length) : OptionalInt.empty();
        }
        return Address.parse(mask)
                .filter(Ipv4Address.class::isInstance)
                .map(address -> lengthOfMask(((Ipv4Address) address).bits()))
                .orElse(OptionalInt.empty());
    }

    private static OptionalInt lengthOfMask(int bits) {
        int ones = Integer.numberOfLeadingZeros(~bits);
        boolean unbroken = ones == 32 || bits << ones == 0;
        return unbroken ? OptionalInt.of(ones) : OptionalInt.empty();
    }
}
