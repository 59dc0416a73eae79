package org.zonewright.facts.inventory.asset;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.zonewright.base.Problem;
import org.zonewright.facts.Address;
import org.zonewright.facts.Basis;
import org.zonewright.facts.ChildFact;
import org.zonewright.facts.Contribution;
import org.zonewright.facts.Facts;
import org.zonewright.facts.IdentityFact;
import org.zonewright.facts.inventory.IdentityRules;
import org.zonewright.facts.inventory.conversation.Exchange;
import org.zonewright.facts.inventory.realm.RealmPlan;
import org.zonewright.facts.inventory.realm.Views;

/// The devices, in the order of their ids, and which of them has which address. Built in this order: what people keep
/// apart, what was seen, who owns what, what people say is the same, what documents add.
public final class AssetPlan {
    private final RealmBook realms;
    private final NetworkFinder networks;
    private final Identities identities = new Identities();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Device> devices = new ArrayList<>();
    private final Map<Integer, Integer> deviceOfRoot = new HashMap<>();

    private AssetPlan(Views views, RealmPlan plan) {
        realms = new RealmBook(plan.realms());
        networks = NetworkFinder.of(views, plan);
    }

    public static AssetPlan of(
            Facts facts, IdentityRules rules, Views views, RealmPlan plan, List<Exchange> exchanges) {
        AssetPlan assets = new AssetPlan(views, plan);
        ObservedNodes observed = new ObservedNodes(assets.identities, plan);
        observed.make(views, exchanges);
        RuleMerges merges = new RuleMerges(assets.identities, assets.realms, assets.problems);
        merges.keepApart(rules.apart());
        merges.join(rules);
        observed.joinOwners(views, merges::isOutside);
        new Interfaces(assets.identities, plan).join(views);
        new RedundantRouters(assets.identities, plan).join(views);
        RoutedViews routed = new RoutedViews(assets.identities, plan, assets.networks);
        routed.join();
        assets.problems.addAll(Duplicates.in(plan, views, assets.identities));
        assets.problems.addAll(Namesakes.in(assets.identities, plan, views));
        Documents documents = new Documents(assets.identities, assets.realms, assets.networks, assets.problems, rules);
        documents.join(facts, views, plan);
        assets.build(views, plan, documents, node -> merges.isOutside(node) || routed.isView(node), exchanges);
        return assets;
    }

    private void build(
            Views views, RealmPlan plan, Documents documents, IntPredicate isElsewhere, List<Exchange> exchanges) {
        Map<Integer, List<IdentityFact>> told = new HashMap<>();
        Map<Integer, List<ChildFact>> behind = new HashMap<>();
        for (Contribution contribution : views.observed()) {
            Views.Index index = views.indexOf(contribution);
            for (IdentityFact fact : contribution.identities()) {
                if (fact.basis() == Basis.OBSERVED) {
                    OptionalInt node = identities.find(plan.realmOfView(index.of(fact.vantage())), fact.subject());
                    if (node.isPresent()) {
                        told.computeIfAbsent(identities.root(node.getAsInt()), any -> new ArrayList<>())
                                .add(fact);
                    }
                }
            }
            for (ChildFact fact : contribution.children()) {
                int realm = plan.realmOfView(index.of(fact.fact().vantage()));
                OptionalInt node = identities.find(realm, fact.fact().subject());
                if (node.isPresent()) {
                    behind.computeIfAbsent(identities.root(node.getAsInt()), any -> new ArrayList<>())
                            .add(fact);
                }
            }
        }
        documents.facts().forEach((node, facts) -> told.computeIfAbsent(identities.root(node), any -> new ArrayList<>())
                .addAll(facts));
        Map<Integer, Activity> active = activity(exchanges);
        Map<String, Integer> roots = new HashMap<>();
        identities.devices().forEach((root, nodes) -> {
            Device device = device(
                    root,
                    nodes,
                    told.getOrDefault(root, List.of()),
                    behind.getOrDefault(root, List.of()),
                    active.getOrDefault(root, new Activity()),
                    isElsewhere);
            devices.add(device);
            roots.put(device.id(), root);
        });
        devices.sort((one, other) -> one.id().compareTo(other.id()));
        for (int i = 0; i < devices.size(); i++) {
            deviceOfRoot.put(roots.getOrDefault(devices.get(i).id(), -1), i);
        }
    }

    /// When a device sent, and in which protocols. Mutable while exchanges are read.
    private static final class Activity {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        final SortedSet<String> protocols = new TreeSet<>();

        void add(Exchange exchange) {
            first = Math.min(first, exchange.firstNanos());
            last = Math.max(last, exchange.lastNanos());
            if (!exchange.protocol().isEmpty()) {
                protocols.add(exchange.protocol());
            }
        }

        OptionalLong firstNanos() {
            return first == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(first);
        }

        OptionalLong lastNanos() {
            return last == Long.MIN_VALUE ? OptionalLong.empty() : OptionalLong.of(last);
        }
    }

    private Map<Integer, Activity> activity(List<Exchange> exchanges) {
        Map<Integer, Activity> active = new HashMap<>();
        for (Exchange exchange : exchanges) {
            if (exchange.clientPackets() > 0) {
                act(active, exchange, exchange.client());
            }
            if (exchange.serverPackets() > 0) {
                act(active, exchange, exchange.server());
            }
        }
        return active;
    }

    private void act(Map<Integer, Activity> active, Exchange exchange, Address sender) {
        OptionalInt node = identities.find(exchange.realm(), sender);
        if (node.isPresent()) {
            active.computeIfAbsent(identities.root(node.getAsInt()), any -> new Activity())
                    .add(exchange);
        }
    }

    /// The device of these nodes; it is at home where an address is its own, not where it is `isElsewhere`: another
    /// name by translation, or a view through a router.
    private Device device(
            int root,
            List<Integer> nodes,
            List<IdentityFact> facts,
            List<ChildFact> behind,
            Activity active,
            IntPredicate isElsewhere) {
        int home = nodes.getFirst();
        for (int node : nodes) {
            home = isBetterHome(node, home, isElsewhere) ? node : home;
        }
        int realm = identities.get(home).realm();
        SortedSet<Address> addresses = new TreeSet<>();
        Set<Basis> bases = EnumSet.noneOf(Basis.class);
        for (int node : nodes) {
            addresses.add(identities.get(node).address());
            if (identities.isObserved(node)) {
                bases.add(Basis.OBSERVED);
            }
        }
        for (IdentityFact fact : facts) {
            bases.add(fact.basis());
        }
        List<IdentityFact> all = new ArrayList<>(facts);
        for (int node : nodes) {
            Optional<IdentityFact> maker = Makers.of(identities.get(node), identities.isObserved(node), realms);
            if (maker.isPresent()) {
                all.add(maker.get());
            }
        }
        String station = identities.get(home).address().toString();
        String id = realms.id(realm) + "/" + station;
        Children children = new Children(facts, behind);
        all.addAll(children.ofItself());
        return new Device(
                id,
                realm,
                List.copyOf(addresses),
                all,
                children.behind(id, station, facts),
                List.copyOf(bases),
                List.copyOf(active.protocols),
                active.firstNanos(),
                active.lastNanos(),
                identities.reasons(root));
    }

    /// Elsewhere last, then by realm and address.
    private boolean isBetterHome(int one, int other, IntPredicate isElsewhere) {
        if (one == other) {
            return false;
        }
        int order = Boolean.compare(isElsewhere.test(one), isElsewhere.test(other));
        Identities.Node left = identities.get(one);
        Identities.Node right = identities.get(other);
        order = order != 0 ? order : realms.id(left.realm()).compareTo(realms.id(right.realm()));
        return (order != 0 ? order : left.address().compareTo(right.address())) < 0;
    }

    /// The devices in the order of their ids.
    public List<Device> devices() {
        return devices;
    }

    /// The place in [#devices()] of the device with this address; empty where the address is no device's.
    public OptionalInt deviceAt(int realm, Address address) {
        OptionalInt node = identities.find(realm, address);
        Integer device = node.isEmpty() ? null : deviceOfRoot.get(identities.root(node.getAsInt()));
        return device == null ? OptionalInt.empty() : OptionalInt.of(device);
    }

    public RealmBook realms() {
        return realms;
    }

    public NetworkFinder networks() {
        return networks;
    }

    public List<Problem> problems() {
        return problems;
    }
}
