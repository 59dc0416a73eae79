package org.zonewright.enforce;

import java.util.List;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.plant.id.ConduitId;
import org.zonewright.plant.id.ZoneId;

/// Which traffic the rules judge. With `everything` whatever no flow approves is unapproved. Else only what crosses
/// one of `crossings` is: the enforcing device carries other conduits, too, and those are left as they are.
public record Scope(boolean everything, List<Crossing> crossings) {
    public Scope {
        crossings = List.copyOf(crossings);
    }

    /// Everything that a device carries.
    public static Scope all() {
        return new Scope(true, List.of());
    }

    /// What goes from one zone of a conduit to another. Neither set is empty.
    public record Crossing(ConduitId conduit, ZoneId from, ZoneId to, AddressSet source, AddressSet destination) {}
}
