package org.zonewright.intake.config;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.facts.policy.PortSet;

/// What an address is translated to: `10.0.0.5`, `10.0.0.5-10.0.0.9`, `10.0.0.5:502`, `[fd00::5]:502-510`.
record NatTarget(AddressSet addresses, Optional<PortSet> ports) {
    private static final Pattern FOUR = Pattern.compile("([0-9.]+)(?:-([0-9.]+))?(?::(\\d{1,5})(?:-(\\d{1,5}))?)?");
    private static final Pattern SIX = Pattern.compile(
            "\\[?([0-9a-fA-F:.]+)]?(?:-\\[?([0-9a-fA-F:.]+)]?)?(?<=[]0-9a-fA-F:])(?:(?<=]):(\\d{1,5})(?:-(\\d{1,5}))?)?");

    static Optional<NatTarget> parse(String text) {
        Matcher four = FOUR.matcher(text);
        if (four.matches()) {
            return of(four);
        }
        Matcher six = SIX.matcher(text);
        return six.matches() ? of(six) : Optional.empty();
    }

    private static Optional<NatTarget> of(Matcher words) {
        String last = words.group(2) == null ? words.group(1) : words.group(2);
        Optional<AddressSet> addresses = AddressSet.parse(words.group(1) + "-" + last);
        if (words.group(3) == null) {
            return addresses.map(set -> new NatTarget(set, Optional.empty()));
        }
        int low = Integer.parseInt(words.group(3));
        int high = words.group(4) == null ? low : Integer.parseInt(words.group(4));
        return low > high || high > 0xffff
                ? Optional.empty()
                : addresses.map(set -> new NatTarget(set, Optional.of(PortSet.range(low, high))));
    }
}
