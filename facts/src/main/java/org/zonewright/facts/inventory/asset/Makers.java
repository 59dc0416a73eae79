package org.zonewright.facts.inventory.asset;

import java.util.List;
import java.util.Optional;
import org.zonewright.base.SourceRef;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Basis;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.IdentityFact;
import org.zonewright.facts.MacAddress;
import org.zonewright.facts.VantagePoint;
import org.zonewright.facts.inventory.vendor.MacVendors;

/// The maker of a network interface as a fact of its device: of low confidence, since the maker of the interface need
/// not be that of the device. Its place is the entry of the IEEE registry.
final class Makers {
    private Makers() {}

    static Optional<IdentityFact> of(Identities.Node node, boolean observed, RealmBook realms) {
        if (!(node.address() instanceof MacAddress mac)) {
            return Optional.empty();
        }
        Optional<MacVendors.Assignment> assignment = MacVendors.of(mac);
        return assignment.isEmpty()
                ? Optional.empty()
                : Optional.of(new IdentityFact(
                        view(node, realms),
                        mac,
                        Attribute.VENDOR,
                        assignment.get().vendor(),
                        "oui",
                        Confidence.LOW,
                        observed ? Basis.OBSERVED : Basis.DOCUMENTED,
                        new SourceRef.InStandard("ieee-oui", assignment.get().prefix())));
    }

    private static VantagePoint view(Identities.Node node, RealmBook realms) {
        List<VantagePoint> seenFrom = realms.get(node.realm()).seenFrom();
        return seenFrom.isEmpty() ? new VantagePoint(realms.id(node.realm()), "", List.of()) : seenFrom.getFirst();
    }
}
