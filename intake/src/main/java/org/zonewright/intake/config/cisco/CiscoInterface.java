package org.zonewright.intake.config.cisco;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.facts.policy.NetworkInterface;
import org.zonewright.intake.config.build.NetworkMask;
import org.zonewright.intake.config.build.RulesetBuilder;

/// An interface while its lines are read. Mutable.
final class CiscoInterface {
    final String hardware;
    final int line;
    String name;
    OptionalInt level = OptionalInt.empty();
    Optional<String> zone = Optional.empty();
    Optional<String> description = Optional.empty();
    boolean outsideOfTranslation;
    final List<AddressSet> networks = new ArrayList<>();
    final List<Bound> lists = new ArrayList<>();

    /// An access list at the interface, of one family, for packets in one direction.
    record Bound(String list, boolean in, boolean six, int line) {}

    CiscoInterface(String hardware, int line) {
        this.hardware = hardware;
        this.name = hardware;
        this.line = line;
    }

    /// The words of `ip address …`; an address that is not written there (`dhcp`) adds nothing.
    void address(String first, String second) {
        NetworkMask.network(first, second).or(() -> AddressSet.parse(first)).ifPresent(networks::add);
    }

    void into(RulesetBuilder rules) {
        String other = name.equals(hardware) ? "" : hardware;
        String words = description
                .map(text -> other.isEmpty() ? text : text + " (" + other + ")")
                .orElse(other);
        rules.networkInterface(new NetworkInterface(
                name, zone, networks, Optional.of(words).filter(text -> !text.isEmpty()), rules.at(line)));
    }
}
