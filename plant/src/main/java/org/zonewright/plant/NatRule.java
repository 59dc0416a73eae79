package org.zonewright.plant;

import java.util.Optional;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.RealmId;
import org.zonewright.plant.network.Cidr;

/// An address of one realm that stands for one of another: `outside` in `realm` is an alias of `inside` in
/// `insideRealm`, not an asset of its own. Ranges map address by address, so both have the same size. `router` is the
/// asset that translates.
public record NatRule(RealmId realm, Cidr outside, RealmId insideRealm, Cidr inside, Optional<AssetId> router) {
    public NatRule {
        if (outside.network().bitLength() - outside.prefix() != inside.network().bitLength() - inside.prefix()) {
            throw new IllegalArgumentException(
                    outside + " and " + inside + " do not hold the same number of addresses");
        }
        if (realm.equals(insideRealm)) {
            throw new IllegalArgumentException("the two sides of a translation are two realms");
        }
    }
}
