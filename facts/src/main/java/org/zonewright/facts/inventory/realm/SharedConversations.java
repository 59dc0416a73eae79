package org.zonewright.facts.inventory.realm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.zonewright.base.Reason;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Text;
import org.zonewright.facts.Address;
import org.zonewright.facts.Contribution;
import org.zonewright.facts.ConversationTable;
import org.zonewright.facts.MacAddress;

/// The same conversation in two views: unchanged behind a router, or one direction in each. Only conversations that
/// can matter are looked at: those of an address that one view owns and another sees from behind a router, and those
/// of which a sensor with several views saw one direction.
final class SharedConversations {
    /// A conversation apart from who opened it.
    private record Key(Address low, Address high, int transport, int portLow, int portHigh) implements Comparable<Key> {
        static Key of(ConversationTable.Cursor row) {
            boolean inOrder = row.a().compareTo(row.b()) <= 0;
            return new Key(
                    inOrder ? row.a() : row.b(),
                    inOrder ? row.b() : row.a(),
                    row.transport().number(),
                    inOrder ? row.portA() : row.portB(),
                    inOrder ? row.portB() : row.portA());
        }

        @Override
        public int compareTo(Key other) {
            int order = low.compareTo(other.low);
            order = order != 0 ? order : high.compareTo(other.high);
            order = order != 0 ? order : Integer.compare(transport, other.transport);
            order = order != 0 ? order : Integer.compare(portLow, other.portLow);
            return order != 0 ? order : Integer.compare(portHigh, other.portHigh);
        }
    }

    /// Where a conversation was seen; `lowSent` and `highSent` hold the views that saw only that end send.
    private static final class Seen {
        final SortedMap<Integer, SourceRef> in = new TreeMap<>();
        final SortedSet<Integer> lowSent = new TreeSet<>();
        final SortedSet<Integer> highSent = new TreeSet<>();
    }

    private record Pair(int one, int two) {
        static Pair of(int first, int second) {
            return new Pair(Math.min(first, second), Math.max(first, second));
        }
    }

    private final Views views;
    private final List<LinkEvidence> evidence;
    private final Map<Address, SortedSet<Integer>> ownedIn = new HashMap<>();
    private final Map<Address, SortedSet<Integer>> frontedIn = new HashMap<>();
    private final Set<Integer> viewsOfBusySensors = new HashSet<>();
    private final Map<Key, Seen> seen = new HashMap<>();

    private SharedConversations(Views views, List<LinkEvidence> evidence) {
        this.views = views;
        this.evidence = evidence;
    }

    static SharedConversations of(Views views, List<LinkEvidence> evidence) {
        SharedConversations shared = new SharedConversations(views, evidence);
        shared.findRouted();
        shared.findBusySensors();
        views.observed().forEach(shared::read);
        return shared;
    }

    private void findRouted() {
        Map<Address, Set<MacAddress>> owners = new HashMap<>();
        for (int view = 0; view < evidence.size(); view++) {
            int here = view;
            evidence.get(view).owners().forEach((ip, list) -> {
                if (!ip.isLinkLocal()) {
                    ownedIn.computeIfAbsent(ip, any -> new TreeSet<>()).add(here);
                    Set<MacAddress> macs = owners.computeIfAbsent(ip, any -> new HashSet<>());
                    for (Owner owner : list) {
                        macs.add(owner.mac());
                    }
                }
            });
            for (List<Sighting> list : evidence.get(view).fronted().values()) {
                for (Sighting sighting : list) {
                    frontedIn
                            .computeIfAbsent(sighting.ip(), any -> new TreeSet<>())
                            .add(here);
                }
            }
        }
        ownedIn.keySet()
                .removeIf(ip -> !frontedIn.containsKey(ip)
                        || owners.getOrDefault(ip, Set.of()).size() != 1);
    }

    private void findBusySensors() {
        for (int view = 1; view < views.all().size(); view++) {
            if (views.all().get(view).sensor().equals(views.all().get(view - 1).sensor())) {
                viewsOfBusySensors.add(view);
                viewsOfBusySensors.add(view - 1);
            }
        }
    }

    private void read(Contribution contribution) {
        if (ownedIn.isEmpty() && viewsOfBusySensors.isEmpty()) {
            return;
        }
        Views.Index index = views.indexOf(contribution);
        String file = contribution.source().file();
        ConversationTable.Cursor row = contribution.conversations().cursor();
        while (row.next()) {
            read(row, index.of(row.vantage()), file);
        }
    }

    // Apart from its loop: what is long in a method that runs once stays with the interpreter.
    private void read(ConversationTable.Cursor row, int view, String file) {
        boolean oneWay = row.packetsA() == 0 || row.packetsB() == 0;
        boolean half = oneWay && row.b().isStation() && viewsOfBusySensors.contains(view);
        if (half || ownedIn.containsKey(row.a()) || ownedIn.containsKey(row.b())) {
            Key key = Key.of(row);
            Seen conversation = seen.get(key);
            if (conversation == null) {
                conversation = new Seen();
                seen.put(key, conversation);
            }
            conversation.in.putIfAbsent(view, new SourceRef.InCapture(file, row.firstFrame(), -1));
            if (half) {
                boolean lowSent = row.a().equals(key.low()) == (row.packetsA() > 0);
                (lowSent ? conversation.lowSent : conversation.highSent).add(view);
            }
        }
    }

    List<Join> joins() {
        Map<Pair, Join> halves = new HashMap<>();
        Map<Pair, Join> routed = new HashMap<>();
        List<Map.Entry<Key, Seen>> several = new ArrayList<>(seen.entrySet());
        several.removeIf(entry -> entry.getValue().in.size() < 2);
        several.sort((one, other) -> one.getKey().compareTo(other.getKey()));
        for (Map.Entry<Key, Seen> entry : several) {
            addHalves(entry.getKey(), entry.getValue(), halves);
            addRouted(entry.getKey().low(), entry.getValue(), routed);
            addRouted(entry.getKey().high(), entry.getValue(), routed);
        }
        List<Join> joins = new ArrayList<>(halves.values());
        joins.addAll(routed.values());
        return joins;
    }

    private void addHalves(Key key, Seen conversation, Map<Pair, Join> joins) {
        for (int one : conversation.lowSent) {
            for (int two : conversation.highSent) {
                boolean oneSensor = views.all()
                        .get(one)
                        .sensor()
                        .equals(views.all().get(two).sensor());
                boolean complementary = !conversation.highSent.contains(one) && !conversation.lowSent.contains(two);
                if (oneSensor && complementary && !isCounted(joins, one, two)) {
                    Text text = Text.of("inventory.realm.halves", name(one), name(two), key.low(), key.high());
                    add(joins, Join.Kind.HALVES, one, two, text, conversation);
                }
            }
        }
    }

    private void addRouted(Address ip, Seen conversation, Map<Pair, Join> joins) {
        Set<Integer> in = frontedIn.getOrDefault(ip, Collections.emptySortedSet());
        for (int owned : ownedIn.getOrDefault(ip, Collections.emptySortedSet())) {
            for (int fronted : in) {
                boolean both = conversation.in.containsKey(owned) && conversation.in.containsKey(fronted);
                if (both && owned != fronted && !isCounted(joins, owned, fronted)) {
                    Text text = Text.of("inventory.realm.routed", name(owned), name(fronted), ip);
                    add(joins, Join.Kind.ROUTED, owned, fronted, text, conversation);
                }
            }
        }
    }

    /// True if these two were joined before; this conversation is one more that speaks for it then.
    private static boolean isCounted(Map<Pair, Join> joins, int first, int second) {
        Pair pair = Pair.of(first, second);
        Join before = joins.get(pair);
        if (before == null) {
            return false;
        }
        joins.put(pair, new Join(before.kind(), before.weight() + 1, pair.one(), pair.two(), before.reason()));
        return true;
    }

    private static void add(
            Map<Pair, Join> joins, Join.Kind kind, int first, int second, Text text, Seen conversation) {
        Pair pair = Pair.of(first, second);
        List<SourceRef> frames = new ArrayList<>();
        for (Map.Entry<Integer, SourceRef> entry : conversation.in.entrySet()) {
            if (entry.getKey() == pair.one() || entry.getKey() == pair.two()) {
                frames.add(entry.getValue());
            }
        }
        joins.put(pair, new Join(kind, 1, pair.one(), pair.two(), new Reason(text, frames, List.of())));
    }

    private String name(int view) {
        return RealmNames.full(views.all().get(view));
    }
}
