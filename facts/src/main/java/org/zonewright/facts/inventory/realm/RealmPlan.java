package org.zonewright.facts.inventory.realm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zonewright.base.Reason;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Text;
import org.zonewright.facts.Address;
import org.zonewright.facts.MacAddress;
import org.zonewright.facts.VantagePoint;
import org.zonewright.facts.inventory.IdentityRules;
import org.zonewright.facts.inventory.IdentityRules.NatRule;
import org.zonewright.facts.inventory.Realm;

/// The realms, in the order of their ids, and which view shows which of them. Immutable.
///
/// Without rules each (sensor, interface, VLAN path) starts as a realm of its own; [RealmJoiner] joins what is one
/// network. A joined realm has the name of its first view.
public final class RealmPlan {
    private final List<Realm> realms;
    private final int[] realmOfView;
    private final List<LinkEvidence> evidence;

    private RealmPlan(List<Realm> realms, int[] realmOfView, List<LinkEvidence> evidence) {
        this.realms = realms;
        this.realmOfView = realmOfView;
        this.evidence = evidence;
    }

    public static RealmPlan of(Views views, IdentityRules rules) {
        int count = views.all().size();
        List<LinkEvidence> byView = new ArrayList<>();
        for (int view = 0; view < count; view++) {
            byView.add(LinkEvidence.of(views.sightings(view), views.claims(view)));
        }
        RealmJoiner joiner = new RealmJoiner(views, byView, rules.realms());
        List<ViewGroup> groups = joiner.groups();
        SortedMap<String, ViewGroup> byId = named(groups, views.all());
        for (NatRule nat : rules.nat()) {
            byId.putIfAbsent(nat.realm(), ViewGroup.unseen(nat.realm()));
            byId.putIfAbsent(nat.insideRealm(), ViewGroup.unseen(nat.insideRealm()));
        }
        Reasons reasons = new Reasons(views, joiner, byId, rules.nat());
        int[] realmOfView = new int[count];
        List<Realm> realms = new ArrayList<>();
        List<LinkEvidence> evidence = new ArrayList<>();
        byId.forEach((id, group) -> {
            group.views().forEach(view -> realmOfView[view] = realms.size());
            List<VantagePoint> seenFrom =
                    group.views().stream().map(view -> views.all().get(view)).toList();
            realms.add(new Realm(id, seenFrom, reasons.of(id, group)));
            evidence.add(evidenceOf(group, views, byView));
        });
        return new RealmPlan(List.copyOf(realms), realmOfView, List.copyOf(evidence));
    }

    private static LinkEvidence evidenceOf(ViewGroup group, Views views, List<LinkEvidence> byView) {
        if (group.views().size() == 1) {
            return byView.get(group.views().first());
        }
        List<Sighting> sightings = new ArrayList<>();
        List<Claim> claims = new ArrayList<>();
        for (int view : group.views()) {
            sightings.addAll(views.sightings(view));
            claims.addAll(views.claims(view));
        }
        return LinkEvidence.of(sightings, claims);
    }

    /// The groups by realm id: what a rule says, else the first view's short name, with the interface where the short
    /// name is taken twice.
    private static SortedMap<String, ViewGroup> named(List<ViewGroup> groups, List<VantagePoint> all) {
        Map<String, Integer> uses = new HashMap<>();
        groups.forEach(group -> uses.merge(brief(group, all), 1, Integer::sum));
        SortedMap<String, ViewGroup> byId = new TreeMap<>();
        for (ViewGroup group : groups) {
            String brief = brief(group, all);
            boolean unique = uses.getOrDefault(brief, 0) == 1;
            String id = unique ? brief : RealmNames.full(all.get(group.views().first()));
            while (byId.containsKey(id)) {
                id += "+";
            }
            byId.put(id, group);
        }
        return byId;
    }

    private static String brief(ViewGroup group, List<VantagePoint> all) {
        return group.decided()
                .orElseGet(() -> RealmNames.brief(all.get(group.views().first())));
    }

    /// The realms, in the order of their ids.
    public List<Realm> realms() {
        return realms;
    }

    /// The realm that a view shows, as its place in [#realms()].
    public int realmOfView(int view) {
        return realmOfView[view];
    }

    /// Who owns which address in the realm.
    public LinkEvidence evidence(int realm) {
        return evidence.get(realm);
    }

    /// The realm with this id.
    public Optional<Integer> find(String id) {
        int place = Arrays.binarySearch(realms.stream().map(Realm::id).toArray(), id);
        return place < 0 ? Optional.empty() : Optional.of(place);
    }

    /// Says why each realm is one network and why it is not the others.
    private static final class Reasons {
        private static final int MOST_JOINS = 8;

        private final Views views;
        private final RealmJoiner joiner;
        private final List<NatRule> nat;
        private final Map<Address, Map<String, Set<MacAddress>>> owners = new HashMap<>();

        Reasons(Views views, RealmJoiner joiner, SortedMap<String, ViewGroup> byId, List<NatRule> nat) {
            this.views = views;
            this.joiner = joiner;
            this.nat = nat;
            byId.forEach((id, group) -> group.owners()
                    .forEach((ip, macs) ->
                            owners.computeIfAbsent(ip, any -> new TreeMap<>()).put(id, macs)));
        }

        Reason of(String id, ViewGroup group) {
            if (group.views().isEmpty()) {
                return nat.stream()
                        .filter(rule ->
                                rule.realm().equals(id) || rule.insideRealm().equals(id))
                        .map(NatRule::where)
                        .findFirst()
                        .map(where -> Reason.of(Text.of("inventory.realm.unseen", id), where))
                        .orElseThrow();
            }
            List<Reason> because = new ArrayList<>();
            Optional<Reason> rule = joiner.rule(group.views().first())
                    .map(decided -> Reason.of(
                            Text.of(
                                    "inventory.realm.decided",
                                    id,
                                    joiner.name(group.views().first())),
                            decided.where()));
            rule.ifPresent(because::add);
            group.joined().stream()
                    .filter(reason -> !reason.text().key().equals("inventory.realm.decided"))
                    .limit(MOST_JOINS)
                    .forEach(because::add);
            apart(id, group).ifPresent(because::add);
            List<SourceRef> none = List.of();
            Text text = group.views().size() == 1
                    ? Text.of(
                            "inventory.realm.one-view",
                            joiner.name(group.views().first()))
                    : Text.of(
                            "inventory.realm.joined",
                            group.views().size(),
                            RealmNames.brief(views.all().get(group.views().first())));
            return new Reason(text, none, because);
        }

        /// Other realms where this one's addresses have other owners.
        private Optional<Reason> apart(String id, ViewGroup group) {
            Set<String> others = new HashSet<>();
            List<Address> shared = new ArrayList<>();
            for (Map.Entry<Address, Set<MacAddress>> entry : group.owners().entrySet()) {
                boolean elsewhere = false;
                for (Map.Entry<String, Set<MacAddress>> other :
                        owners.getOrDefault(entry.getKey(), Map.of()).entrySet()) {
                    if (!other.getKey().equals(id) && Collections.disjoint(other.getValue(), entry.getValue())) {
                        others.add(other.getKey());
                        elsewhere = true;
                    }
                }
                if (elsewhere) {
                    shared.add(entry.getKey());
                }
            }
            if (shared.isEmpty()) {
                return Optional.empty();
            }
            String other = others.stream().min(Comparator.naturalOrder()).orElseThrow();
            String key = nat.stream().anyMatch(rule -> rule.insideRealm().equals(id))
                    ? "inventory.realm.apart-nat"
                    : shared.size() > 1 ? "inventory.realm.apart-cells" : "inventory.realm.apart-one";
            return Optional.of(Reason.of(Text.of(key, shared.size(), shared.getFirst(), others.size(), other)));
        }
    }
}
