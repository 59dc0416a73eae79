package org.zonewright.facts.inventory.asset;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.zonewright.base.Reason;
import org.zonewright.base.Text;
import org.zonewright.facts.Address;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Basis;
import org.zonewright.facts.Contribution;
import org.zonewright.facts.IdentityFact;
import org.zonewright.facts.MacAddress;
import org.zonewright.facts.inventory.conversation.Exchange;
import org.zonewright.facts.inventory.realm.LinkEvidence;
import org.zonewright.facts.inventory.realm.Owner;
import org.zonewright.facts.inventory.realm.RealmPlan;
import org.zonewright.facts.inventory.realm.Sighting;
import org.zonewright.facts.inventory.realm.Views;

/// Makes the nodes of what was seen, and joins MAC addresses with the IP addresses they own.
///
/// A node is made for every station address that sent, every MAC address that sent or that a protocol speaks of as a
/// station, and every address that such a MAC address claims. Addresses that were only asked get none.
final class ObservedNodes {
    private final Identities identities;
    private final RealmPlan plan;

    ObservedNodes(Identities identities, RealmPlan plan) {
        this.identities = identities;
        this.plan = plan;
    }

    void make(Views views, List<Exchange> exchanges) {
        for (Exchange exchange : exchanges) {
            if (exchange.clientPackets() > 0) {
                sender(exchange.realm(), exchange.client());
            }
            if (exchange.serverPackets() > 0) {
                sender(exchange.realm(), exchange.server());
            }
        }
        for (int realm = 0; realm < plan.realms().size(); realm++) {
            LinkEvidence evidence = plan.evidence(realm);
            for (MacAddress mac : evidence.stations()) {
                sender(realm, mac);
            }
            for (List<Sighting> list : evidence.fronted().values()) {
                for (Sighting sighting : list) {
                    sender(realm, sighting.ip());
                }
            }
            for (Address ip : evidence.owners().keySet()) {
                sender(realm, ip);
            }
        }
        for (Contribution contribution : views.observed()) {
            Views.Index index = views.indexOf(contribution);
            for (IdentityFact fact : contribution.identities()) {
                if (fact.basis() == Basis.OBSERVED && fact.subject() instanceof MacAddress mac) {
                    sender(plan.realmOfView(index.of(fact.vantage())), mac);
                }
            }
        }
    }

    private void sender(int realm, Address address) {
        if (address.isStation()) {
            identities.observedNode(realm, address);
        }
    }

    /// Joins each IP address with its strongest owner, then a MAC address seen in several realms with itself. An
    /// address that `isOutside` is another device's behind a translation: what answers for it here is the
    /// translator.
    void joinOwners(Views views, IntPredicate isOutside) {
        for (int realm = 0; realm < plan.realms().size(); realm++) {
            for (List<Owner> owners : plan.evidence(realm).owners().values()) {
                Owner owner = owners.getFirst();
                int mac = identities.node(realm, owner.mac());
                int ip = identities.node(realm, owner.ip());
                if (isOutside.test(ip)) {
                    identities.note(
                            mac,
                            Reason.of(Text.of("inventory.merge.translator", owner.mac(), owner.ip()), owner.where()));
                } else {
                    identities.join(mac, ip, owner.reason());
                }
            }
        }
        views.observed().forEach(contribution -> joinAliases(contribution, views.indexOf(contribution)));
        joinAcrossRealms();
    }

    /// An IP address that tells another IP address of the same station.
    private void joinAliases(Contribution contribution, Views.Index index) {
        for (IdentityFact fact : contribution.identities()) {
            boolean alias = fact.basis() == Basis.OBSERVED
                    && fact.attribute().equals(Attribute.OWNS_ADDRESS)
                    && fact.subject().isIp();
            if (alias) {
                int realm = plan.realmOfView(index.of(fact.vantage()));
                Address.parse(fact.value())
                        .filter(value -> value.isIp() && value.isStation() && !value.isLoopback())
                        .filter(value -> identities.find(realm, fact.subject()).isPresent())
                        .filter(value -> plan.evidence(realm).owner(value).isEmpty())
                        .ifPresent(value -> identities.join(
                                identities.node(realm, fact.subject()),
                                identities.observedNode(realm, value),
                                Reason.of(
                                        Text.of("inventory.merge.alias", fact.subject(), value, fact.method()),
                                        fact.where())));
            }
        }
    }

    /// A MAC address assigned by a maker is one device wherever it appears, with IP addresses or without, unless its
    /// addresses there are another's here: then the networks are too much alike to say.
    private void joinAcrossRealms() {
        if (plan.realms().size() < 2) {
            return;
        }
        SortedMap<MacAddress, SortedMap<Integer, Integer>> places = new TreeMap<>();
        for (int node = 0; node < identities.size(); node++) {
            if (identities.get(node).address() instanceof MacAddress mac
                    && identities.isObserved(node)
                    && !mac.isLocallyAdministered()
                    && !LinkEvidence.isVirtual(mac)) {
                places.computeIfAbsent(mac, any -> new TreeMap<>())
                        .put(identities.get(node).realm(), node);
            }
        }
        places.forEach((mac, nodes) -> {
            if (nodes.size() > 1) {
                int first = nodes.firstEntry().getValue();
                nodes.values().forEach(node -> joinWithFirst(mac, first, node));
            }
        });
    }

    private void joinWithFirst(MacAddress mac, int first, int node) {
        if (first != node && identities.areCompatible(first, node)) {
            Text text = Text.of(
                    "inventory.merge.same-mac",
                    mac,
                    plan.realms().get(identities.get(first).realm()).id(),
                    plan.realms().get(identities.get(node).realm()).id());
            identities.join(first, node, Reason.of(text));
        }
    }
}
