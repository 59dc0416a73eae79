package org.zonewright.intake.source;

import java.util.Locale;
import java.util.Optional;
import org.zonewright.facts.Address;

/// Addresses written as names: `4.3.2.1.in-addr.arpa`, and nibbles under `ip6.arpa` (RFC 1035, 3.5; RFC 3596, 2.5).
public final class ReverseName {
    private static final String IPV4 = ".in-addr.arpa";
    private static final String IPV6 = ".ip6.arpa";
    private static final int NIBBLES_AND_DOTS = 63;

    private ReverseName() {}

    /// The address, or nothing where the name is of none.
    public static Optional<Address> address(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(IPV4)) {
            return Address.parse(turned(lower.substring(0, lower.length() - IPV4.length())));
        }
        if (lower.endsWith(IPV6) && lower.length() == NIBBLES_AND_DOTS + IPV6.length()) {
            StringBuilder text = new StringBuilder();
            for (int nibble = 31; nibble >= 0; nibble--) {
                text.append(lower.charAt(2 * nibble));
                text.append(nibble % 4 == 0 && nibble > 0 ? ":" : "");
            }
            return Address.parse(text.toString());
        }
        return Optional.empty();
    }

    /// The parts between dots from the last to the first.
    private static String turned(String octets) {
        StringBuilder text = new StringBuilder();
        int end = octets.length();
        while (end >= 0) {
            int dot = octets.lastIndexOf('.', end - 1);
            text.append(text.isEmpty() ? "" : ".").append(octets, dot + 1, Math.max(dot + 1, end));
            end = dot;
        }
        return text.toString();
    }
}
