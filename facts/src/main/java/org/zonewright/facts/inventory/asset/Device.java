package org.zonewright.facts.inventory.asset;

import java.util.List;
import java.util.OptionalLong;
import org.zonewright.base.Reason;
import org.zonewright.facts.Address;
import org.zonewright.facts.Basis;
import org.zonewright.facts.IdentityFact;
import org.zonewright.facts.inventory.ChildAsset;

/// An asset before it has roles. `realm` is the realm's number in the [RealmBook]; times are nanoseconds since 1970.
public record Device(
        String id,
        int realm,
        List<Address> addresses,
        List<IdentityFact> facts,
        List<ChildAsset> children,
        List<Basis> bases,
        List<String> protocols,
        OptionalLong firstNanos,
        OptionalLong lastNanos,
        List<Reason> merges) {}
