package org.zonewright.facts.inventory.realm;

import java.util.Optional;
import org.zonewright.base.Reason;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Text;
import org.zonewright.facts.Address;
import org.zonewright.facts.MacAddress;

/// That a MAC address owns an IP address, by its own word (`claim`), by what it sent (`sighting`), or both.
public record Owner(MacAddress mac, Address ip, Optional<Claim> claim, Optional<Sighting> sighting) {

    long packets() {
        return sighting.map(Sighting::packets).orElse(0L);
    }

    public SourceRef where() {
        return claim.map(Claim::where).or(() -> sighting.map(Sighting::where)).orElseThrow();
    }

    public Reason reason() {
        Text text = claim.map(told -> Text.of("inventory.merge.claimed", mac, ip, told.method()))
                .orElseGet(() -> Text.of("inventory.merge.sent", mac, ip));
        return Reason.of(text, where());
    }
}
