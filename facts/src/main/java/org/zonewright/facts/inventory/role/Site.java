package org.zonewright.facts.inventory.role;

import java.util.List;
import java.util.Map;
import org.zonewright.facts.Address;
import org.zonewright.facts.IdentityFact;

/// All assets' behaviour, and the routers that stations say they use. `routers` maps an address to a fact that names
/// it as a router.
record Site(List<Behaviour> assets, Map<Address, IdentityFact> routers) {

    /// True if the other end answers the requests of a controller protocol.
    boolean isControlled(Talk talk) {
        return talk.peer() >= 0 && assets.get(talk.peer()).isControlled();
    }
}
