package org.zonewright.facts.inventory.asset;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zonewright.base.Problem;
import org.zonewright.base.SourceRef;
import org.zonewright.facts.Address;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Basis;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.Contribution;
import org.zonewright.facts.IdentityFact;
import org.zonewright.facts.inventory.FactsProblem;
import org.zonewright.facts.inventory.realm.RealmPlan;
import org.zonewright.facts.inventory.realm.Views;

/// Asks about computers of one realm that go by one name: one with two interfaces, or two that were copied. A name
/// alone does not make one device of them; a line in the document does.
final class Namesakes {
    private static final Set<String> METHODS = Set.of("netbios", "ntlm", "smb");
    private static final int MOST = 4;

    private record Named(int node, SourceRef where) {}

    private record Key(int realm, String name) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return realm != other.realm ? Integer.compare(realm, other.realm) : name.compareTo(other.name);
        }
    }

    private Namesakes() {}

    /// The questions, by realm and name; after all that is one device was joined.
    static List<Problem> in(Identities identities, RealmPlan plan, Views views) {
        SortedMap<Key, SortedMap<Address, Named>> byName = new TreeMap<>();
        for (Contribution contribution : views.observed()) {
            Views.Index index = views.indexOf(contribution);
            for (IdentityFact fact : contribution.identities()) {
                if (isName(fact)) {
                    int realm = plan.realmOfView(index.of(fact.vantage()));
                    OptionalInt node = identities.find(realm, fact.subject());
                    if (node.isPresent()) {
                        byName.computeIfAbsent(
                                        new Key(realm, fact.value().toUpperCase(Locale.ROOT)), any -> new TreeMap<>())
                                .putIfAbsent(fact.subject(), new Named(node.getAsInt(), fact.where()));
                    }
                }
            }
        }
        List<Problem> problems = new ArrayList<>();
        byName.forEach((key, named) -> {
            if (named.size() < 2) {
                return;
            }
            Set<Integer> roots = new HashSet<>();
            for (Named one : named.values()) {
                roots.add(identities.root(one.node()));
            }
            if (roots.size() > 1 && roots.size() <= MOST) {
                problems.add(problem(identities, plan, key, named));
            }
        });
        return problems;
    }

    private static boolean isName(IdentityFact fact) {
        return fact.basis() == Basis.OBSERVED
                && fact.attribute().equals(Attribute.NAME)
                && fact.confidence() == Confidence.HIGH
                && METHODS.contains(fact.method())
                && fact.subject().isIp();
    }

    private static Problem problem(Identities identities, RealmPlan plan, Key key, Map<Address, Named> named) {
        Map.Entry<Address, Named> first = named.entrySet().iterator().next();
        Map.Entry<Address, Named> other = first;
        for (Map.Entry<Address, Named> entry : named.entrySet()) {
            if (!identities.same(entry.getValue().node(), first.getValue().node())) {
                other = entry;
                break;
            }
        }
        return Problem.of(
                FactsProblem.SAME_NAME,
                other.getValue().where(),
                first.getKey(),
                other.getKey(),
                key.name(),
                plan.realms().get(key.realm()).id());
    }
}
