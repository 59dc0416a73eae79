package org.zonewright.intake.list;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.zonewright.facts.Address;
import org.zonewright.facts.Ipv4Address;
import org.zonewright.facts.MacAddress;

/// What a cell of an address column holds: one or more addresses divided by commas, blanks, strokes or line ends,
/// with or without prefix lengths, with notes in brackets.
///
/// `groups` are addresses that are not one device's; `unread` is what is no address at all. `exact` is true if the
/// cell holds plain addresses and nothing else, so that nothing is lost by keeping those alone.
record AddressCell(
        List<Address> addresses, Set<String> networks, List<Address> groups, List<String> unread, boolean exact) {
    static final int MAX_ADDRESSES = 64;
    private static final Pattern NOTE = Pattern.compile("\\([^)]{0,200}\\)|\\[[^]]{0,200}]");
    private static final Pattern DIVIDER = Pattern.compile("[\\s,;|]+");
    private static final Pattern SPACED_MAC = Pattern.compile("[0-9A-Fa-f]{2}([ .][0-9A-Fa-f]{2}){5}");
    private static final Pattern QUAD_MAC = Pattern.compile("[0-9A-Fa-f]{4}(\\.[0-9A-Fa-f]{4}){2}");
    private static final Set<String> NO_FIXED_ADDRESS =
            Set.of("dhcp", "dynamic", "dynamisch", "auto", "automatic", "automatisch", "bootp", "variable", "variabel");

    static AddressCell parse(String cell) {
        String text = NOTE.matcher(cell).replaceAll(" ").strip();
        boolean exact = text.equals(cell.strip());
        if (SPACED_MAC.matcher(text).matches()) {
            text = text.replace(' ', ':').replace('.', ':');
        }
        AddressCell parsed =
                new AddressCell(new ArrayList<>(), new LinkedHashSet<>(), new ArrayList<>(), new ArrayList<>(), true);
        for (String token : DIVIDER.split(text, -1)) {
            if (!token.isEmpty()) {
                exact &= parsed.add(token);
            }
        }
        return new AddressCell(parsed.addresses, parsed.networks, parsed.groups, parsed.unread, exact);
    }

    /// True if the token is fully told by the addresses and networks.
    private boolean add(String token) {
        int stroke = token.indexOf('/');
        if (stroke <= 0) {
            return addOne(token);
        }
        Optional<String> network = Prefix.parse(token);
        if (network.isPresent()) {
            networks.add(network.get());
            return addOne(token.substring(0, stroke));
        }
        boolean exact = true;
        for (String part : token.split("/", -1)) {
            exact &= part.isEmpty() || addOne(part);
        }
        return exact;
    }

    private boolean addOne(String token) {
        if (NO_FIXED_ADDRESS.contains(token.toLowerCase(Locale.ROOT))) {
            return false;
        }
        Optional<Address> address = Address.parse(QUAD_MAC.matcher(token).matches() ? token.replace(".", "") : token);
        if (address.isEmpty()) {
            unread.add(HeadingText.shortened(token));
            return false;
        }
        return addAddress(address.get());
    }

    private boolean addAddress(Address address) {
        boolean mask = address instanceof Ipv4Address ip && ip.bits() >>> 24 == 255;
        if (mask && !addresses.isEmpty()) {
            Prefix.length(address.toString())
                    .ifPresent(length -> Prefix.of(addresses.getLast(), length).ifPresent(networks::add));
            return true;
        }
        if (mask || !address.isStation() || address.isLoopback()) {
            groups.add(address);
            return false;
        }
        if (!addresses.contains(address) && addresses.size() <= MAX_ADDRESSES) {
            addresses.add(address);
        }
        return true;
    }

    List<Address> ips() {
        return addresses.stream().filter(Address::isIp).toList();
    }

    List<MacAddress> macs() {
        return addresses.stream()
                .filter(MacAddress.class::isInstance)
                .map(MacAddress.class::cast)
                .toList();
    }
}
