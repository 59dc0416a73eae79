package org.zonewright.facts.inventory.asset;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zonewright.base.Reason;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Text;
import org.zonewright.facts.Address;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Basis;
import org.zonewright.facts.Contribution;
import org.zonewright.facts.IdentityFact;
import org.zonewright.facts.Ipv4Address;
import org.zonewright.facts.Ipv6Address;
import org.zonewright.facts.inventory.Network;
import org.zonewright.facts.inventory.realm.Owner;
import org.zonewright.facts.inventory.realm.RealmPlan;
import org.zonewright.facts.inventory.realm.Views;

/// The IP prefixes of each realm: what DHCP, router advertisements or DCP say, and around addresses on the link that
/// no such prefix covers a guess of /24 or /64. Addresses behind routers make no network.
public final class NetworkFinder {
    private static final int IPV4_GUESS = 24;
    private static final int IPV6_GUESS = 64;
    private static final int MOST_SOURCES = 3;

    private final SortedMap<Integer, Map<Prefix, Network>> byRealm = new TreeMap<>();

    private NetworkFinder() {}

    static NetworkFinder of(Views views, RealmPlan plan) {
        NetworkFinder finder = new NetworkFinder();
        for (Contribution contribution : views.observed()) {
            Views.Index index = views.indexOf(contribution);
            for (IdentityFact fact : contribution.identities()) {
                if (fact.attribute().equals(Attribute.NETWORK) && fact.basis() != Basis.DOCUMENTED) {
                    finder.told(plan, plan.realmOfView(index.of(fact.vantage())), fact);
                }
            }
        }
        for (int realm = 0; realm < plan.realms().size(); realm++) {
            finder.guess(plan, realm);
        }
        return finder;
    }

    private void told(RealmPlan plan, int realm, IdentityFact fact) {
        Prefix.parse(fact.value()).filter(prefix -> prefix.length() > 0).ifPresent(prefix -> networks(realm)
                .computeIfAbsent(
                        prefix,
                        any -> new Network(
                                plan.realms().get(realm).id(),
                                prefix.toString(),
                                false,
                                Reason.of(
                                        Text.of("inventory.network.told", prefix, fact.method(), fact.subject()),
                                        fact.where()))));
    }

    private Map<Prefix, Network> networks(int realm) {
        return byRealm.computeIfAbsent(realm, any -> new HashMap<>());
    }

    private void guess(RealmPlan plan, int realm) {
        List<Prefix> told = List.copyOf(networks(realm).keySet());
        Map<Prefix, List<Owner>> guesses = new HashMap<>();
        plan.evidence(realm).owners().forEach((ip, owners) -> {
            if (isGuessable(ip) && !isIn(told, ip)) {
                int length = ip instanceof Ipv4Address ? IPV4_GUESS : IPV6_GUESS;
                guesses.computeIfAbsent(Prefix.around(ip, length), any -> new ArrayList<>())
                        .add(owners.getFirst());
            }
        });
        guesses.forEach((prefix, owners) -> {
            List<SourceRef> sources =
                    owners.stream().limit(MOST_SOURCES).map(Owner::where).toList();
            Text text = Text.of("inventory.network.guessed", prefix, owners.size(), prefix.length());
            networks(realm)
                    .put(
                            prefix,
                            new Network(
                                    plan.realms().get(realm).id(),
                                    prefix.toString(),
                                    true,
                                    new Reason(text, sources, List.of())));
        });
    }

    private static boolean isIn(Collection<Prefix> prefixes, Address ip) {
        for (Prefix prefix : prefixes) {
            if (prefix.contains(ip)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isGuessable(Address ip) {
        return ip.isStation()
                && !ip.isLoopback()
                && !ip.isLinkLocal()
                && (ip instanceof Ipv4Address || ip instanceof Ipv6Address);
    }

    /// The realms with a network that holds the address.
    List<Integer> realmsWith(Address ip) {
        return byRealm.keySet().stream().filter(realm -> holds(realm, ip)).toList();
    }

    /// True if the realm has a network that holds the address.
    boolean holds(int realm, Address ip) {
        Map<Prefix, Network> networks = byRealm.get(realm);
        return networks != null && isIn(networks.keySet(), ip);
    }

    /// All networks, by realm and first address.
    public List<Network> networks() {
        List<Network> all = new ArrayList<>();
        for (Map<Prefix, Network> networks : byRealm.values()) {
            all.addAll(new TreeMap<>(networks).values());
        }
        return List.copyOf(all);
    }
}
