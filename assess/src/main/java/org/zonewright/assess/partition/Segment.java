package org.zonewright.assess.partition;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zonewright.base.Reason;
import org.zonewright.facts.inventory.Asset;

/// Assets that share one network of one realm.
///
/// `cidr` is empty for stations without IP whose network nothing tells. `guessed`: nothing but the addresses speaks
/// for the prefix. `remote`: no station of it was seen on its own link, so a router stands between. `vlan` is the tag
/// path that most of its stations were seen with, empty for none.
record Segment(
        String realm,
        Optional<String> cidr,
        boolean guessed,
        boolean remote,
        String vlan,
        List<Asset> members,
        Reason reason) {
    Segment {
        members = List.copyOf(members);
    }

    /// What tells it from other segments, and orders them.
    String key() {
        return realm + " " + cidr.orElse("");
    }

    /// Segments are equal where their networks are; comparing all members would cost more than it tells.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Segment segment && key().equals(segment.key());
    }

    @Override
    public int hashCode() {
        return key().hashCode();
    }
}
