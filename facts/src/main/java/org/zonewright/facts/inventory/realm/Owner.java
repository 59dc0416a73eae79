package org.zonewright.facts.inventory.realm;

import java.util.Optional;
import org.zonewright.base.Reason;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Text;
import org.zonewright.facts.Address;
import org.zonewright.facts.MacAddress;

/// That a MAC address owns an IP address, by its own word (`claim`), by what it sent (`sighting`), or both.
public record Owner(MacAddress mac, Address ip, Optional<Claim> claim, Optional<Sighting> sighting) {

    private long packets() {
        return sighting.isPresent() ? sighting.get().packets() : 0;
    }

    /// One with a claim first, then the one that sent more, then the lower address.
    static int compareStrength(Owner one, Owner other) {
        int byClaim = Boolean.compare(one.claim.isEmpty(), other.claim.isEmpty());
        int byPackets = Long.compare(other.packets(), one.packets());
        return byClaim != 0 ? byClaim : byPackets != 0 ? byPackets : one.mac.compareTo(other.mac);
    }

    public SourceRef where() {
        return claim.isPresent() ? claim.get().where() : sighting.orElseThrow().where();
    }

    public Reason reason() {
        Text text = claim.map(told -> Text.of("inventory.merge.claimed", mac, ip, told.method()))
                .orElseGet(() -> Text.of("inventory.merge.sent", mac, ip));
        return Reason.of(text, where());
    }
}
