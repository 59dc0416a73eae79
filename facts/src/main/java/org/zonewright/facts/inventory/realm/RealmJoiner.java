package org.zonewright.facts.inventory.realm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zonewright.base.Reason;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Text;
import org.zonewright.facts.Address;
import org.zonewright.facts.MacAddress;
import org.zonewright.facts.VantagePoint;
import org.zonewright.facts.inventory.IdentityRules.RealmRule;

/// Joins views that show one network. A join is refused where more addresses have different owners than have the
/// same one: machine cells built alike share addresses and perhaps a service laptop, but not their controllers.
final class RealmJoiner {
    /// Beyond this many views with one owner in common, only neighbours are compared.
    private static final int ALL_PAIRS = 24;

    private final Views views;
    private final List<LinkEvidence> evidence;
    private final List<Optional<RealmRule>> rules;

    RealmJoiner(Views views, List<LinkEvidence> evidence, List<RealmRule> rules) {
        this.views = views;
        this.evidence = evidence;
        this.rules = views.all().stream().map(view -> ruleOf(view, rules)).toList();
    }

    /// The rule for a view: one that names its VLAN before one that names none.
    private static Optional<RealmRule> ruleOf(VantagePoint view, List<RealmRule> rules) {
        List<RealmRule> sensor = rules.stream()
                .filter(rule -> rule.sensor().equals(view.sensor()))
                .toList();
        return sensor.stream()
                .filter(rule -> rule.vlan().isPresent()
                        && view.vlans().contains(rule.vlan().getAsInt()))
                .findFirst()
                .or(() -> sensor.stream().filter(rule -> rule.vlan().isEmpty()).findFirst());
    }

    Optional<RealmRule> rule(int view) {
        return rules.get(view);
    }

    /// The groups, in the order of their smallest view.
    List<ViewGroup> groups() {
        ViewGroup[] groups = new ViewGroup[views.all().size()];
        for (int view = 0; view < groups.length; view++) {
            groups[view] =
                    new ViewGroup(view, evidence.get(view), rules.get(view).map(RealmRule::realm));
        }
        for (Join join : candidates()) {
            ViewGroup one = groups[join.one()];
            ViewGroup two = groups[join.two()];
            if (one != two && one.accepts(two, join.kind())) {
                ViewGroup large = one.views().size() >= two.views().size() ? one : two;
                ViewGroup small = large == one ? two : one;
                large.absorb(small, join.reason());
                small.views().forEach(view -> groups[view] = large);
            }
        }
        List<ViewGroup> distinct = new ArrayList<>();
        for (int view = 0; view < groups.length; view++) {
            if (groups[view].views().first() == view) {
                distinct.add(groups[view]);
            }
        }
        return distinct;
    }

    private List<Join> candidates() {
        List<Join> joins = new ArrayList<>();
        if (views.all().size() > 1) {
            decided(joins);
            sameOwner(joins);
            sameSensor(joins);
            joins.addAll(SharedConversations.of(views, evidence).joins());
        }
        joins.sort(null);
        return joins;
    }

    private void decided(List<Join> joins) {
        Map<String, Integer> firsts = new TreeMap<>();
        for (int view = 0; view < rules.size(); view++) {
            Optional<RealmRule> rule = rules.get(view);
            if (rule.isPresent()) {
                Integer first = firsts.putIfAbsent(rule.get().realm(), view);
                if (first != null) {
                    Text text = Text.of("inventory.realm.decided", rule.get().realm(), name(view));
                    joins.add(new Join(
                            Join.Kind.DECIDED,
                            1,
                            first,
                            view,
                            Reason.of(text, rule.get().where())));
                }
            }
        }
    }

    private record Ownership(MacAddress mac, Address ip) implements Comparable<Ownership> {
        @Override
        public int compareTo(Ownership other) {
            int byIp = ip.compareTo(other.ip);
            return byIp != 0 ? byIp : mac.compareTo(other.mac);
        }
    }

    private record Pair(int one, int two) implements Comparable<Pair> {
        @Override
        public int compareTo(Pair other) {
            int byOne = Integer.compare(one, other.one);
            return byOne != 0 ? byOne : Integer.compare(two, other.two);
        }
    }

    private void sameOwner(List<Join> joins) {
        SortedMap<Ownership, List<Integer>> seenIn = new TreeMap<>();
        for (int view = 0; view < evidence.size(); view++) {
            for (Map.Entry<Address, List<Owner>> entry :
                    evidence.get(view).owners().entrySet()) {
                if (!entry.getKey().isLinkLocal()) {
                    for (Owner owner : entry.getValue()) {
                        seenIn.computeIfAbsent(new Ownership(owner.mac(), owner.ip()), any -> new ArrayList<>())
                                .add(view);
                    }
                }
            }
        }
        SortedMap<Pair, List<Ownership>> shared = new TreeMap<>();
        seenIn.forEach((ownership, in) -> {
            for (Pair pair : pairs(in)) {
                shared.computeIfAbsent(pair, any -> new ArrayList<>()).add(ownership);
            }
        });
        shared.forEach((pair, list) -> joins.add(
                new Join(Join.Kind.SAME_OWNER, list.size(), pair.one(), pair.two(), sameOwnerReason(pair, list))));
    }

    private static List<Pair> pairs(List<Integer> in) {
        if (in.size() < 2) {
            return List.of(); // nearly all
        }
        List<Pair> pairs = new ArrayList<>();
        for (int j = 1; j < in.size(); j++) {
            for (int i = in.size() <= ALL_PAIRS ? 0 : j - 1; i < j; i++) {
                pairs.add(new Pair(in.get(i), in.get(j)));
            }
        }
        return pairs;
    }

    private Reason sameOwnerReason(Pair pair, List<Ownership> shared) {
        Ownership first = shared.getFirst();
        return Reason.of(
                Text.of(
                        "inventory.realm.same-owner",
                        name(pair.one()),
                        name(pair.two()),
                        shared.size(),
                        first.mac(),
                        first.ip()),
                where(pair.one(), first),
                where(pair.two(), first));
    }

    private SourceRef where(int view, Ownership ownership) {
        return evidence.get(view).owners().getOrDefault(ownership.ip(), List.of()).stream()
                .filter(owner -> owner.mac().equals(ownership.mac()))
                .map(Owner::where)
                .findFirst()
                .orElseThrow();
    }

    private void sameSensor(List<Join> joins) {
        List<VantagePoint> all = views.all();
        for (int view = 1; view < all.size(); view++) {
            for (int before = view - 1;
                    before >= 0 && all.get(before).sensor().equals(all.get(view).sensor());
                    before--) {
                if (all.get(before).vlans().equals(all.get(view).vlans())) {
                    Text text = Text.of("inventory.realm.same-sensor", name(before), name(view));
                    joins.add(new Join(Join.Kind.SAME_SENSOR, 1, before, view, Reason.of(text)));
                    break;
                }
            }
        }
    }

    /// A view's name for people, with the interface.
    String name(int view) {
        return RealmNames.full(views.all().get(view));
    }
}
