package org.zonewright.traffic.dns;

import java.util.Locale;
import java.util.Optional;
import org.zonewright.facts.Address;

/// Addresses written as names: `4.3.2.1.in-addr.arpa`, and nibbles under `ip6.arpa` (RFC 1035, 3.5; RFC 3596, 2.5).
final class ReverseName {
    private static final String IPV4 = ".in-addr.arpa";
    private static final String IPV6 = ".ip6.arpa";

    private ReverseName() {}

    static Optional<Address> address(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(IPV4)) {
            String[] octets = lower.substring(0, lower.length() - IPV4.length()).split("\\.", -1);
            return octets.length == 4
                    ? Address.parse(octets[3] + "." + octets[2] + "." + octets[1] + "." + octets[0])
                    : Optional.empty();
        }
        if (lower.endsWith(IPV6) && lower.length() == 63 + IPV6.length()) {
            StringBuilder text = new StringBuilder();
            for (int i = 31; i >= 0; i--) {
                text.append(lower.charAt(2 * i));
                if (i % 4 == 0 && i > 0) {
                    text.append(':');
                }
            }
            return Address.parse(text.toString());
        }
        return Optional.empty();
    }
}
