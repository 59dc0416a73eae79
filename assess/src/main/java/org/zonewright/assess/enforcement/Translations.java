package org.zonewright.assess.enforcement;

import java.util.ArrayList;
import java.util.List;
import org.zonewright.assess.DocumentAddresses;
import org.zonewright.facts.Address;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.plant.NatRule;
import org.zonewright.plant.network.Cidr;
import org.zonewright.plant.network.IpAddress;

/// The document's address translations, over sets of addresses.
final class Translations {
    private final List<NatRule> rules;

    Translations(List<NatRule> rules) {
        this.rules = List.copyOf(rules);
    }

    /// Addresses of one realm and, address by address, what they are in another.
    record Piece(Cidr from, Cidr to) {
        /// What of the set is translated, as it is after that.
        AddressSet moved(AddressSet set) {
            List<AddressSet> moved = new ArrayList<>();
            for (AddressSet.Range range : set.intersect(Addresses.setOf(from)).ranges()) {
                moved.add(AddressSet.range(moved(range.first()), moved(range.last())));
            }
            return AddressSet.unionOf(moved);
        }

        private Address moved(Address address) {
            IpAddress ip = DocumentAddresses.ip(address).orElseThrow();
            return DocumentAddresses.observed(new IpAddress(
                    to.network().v6(),
                    ip.high() ^ from.network().high() ^ to.network().high(),
                    ip.low() ^ from.network().low() ^ to.network().low()));
        }

        Piece back() {
            return new Piece(to, from);
        }
    }

    /// How addresses of one realm are translated on the way to another.
    List<Piece> between(String from, String to) {
        List<Piece> pieces = new ArrayList<>();
        for (NatRule rule : rules) {
            if (rule.realm().value().equals(from) && rule.insideRealm().value().equals(to)) {
                pieces.add(new Piece(rule.outside(), rule.inside()));
            } else if (rule.insideRealm().value().equals(from)
                    && rule.realm().value().equals(to)) {
                pieces.add(new Piece(rule.inside(), rule.outside()));
            }
        }
        return pieces;
    }

    /// What of the set is translated between the realms, as it is after that.
    AddressSet translated(AddressSet set, String from, String to) {
        return AddressSet.unionOf(
                between(from, to).stream().map(piece -> piece.moved(set)).toList());
    }

    /// The set in another realm: what is translated moved, the rest as it is.
    AddressSet move(AddressSet set, String from, String to) {
        if (from.equals(to) || from.isEmpty() || to.isEmpty()) {
            return set;
        }
        List<Piece> pieces = between(from, to);
        List<AddressSet> parts = new ArrayList<>();
        AddressSet rest = set;
        for (Piece piece : pieces) {
            parts.add(piece.moved(set));
            rest = rest.minus(Addresses.setOf(piece.from()));
        }
        parts.add(rest);
        return AddressSet.unionOf(parts);
    }
}
