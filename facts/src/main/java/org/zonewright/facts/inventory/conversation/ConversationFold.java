package org.zonewright.facts.inventory.conversation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zonewright.facts.Address;
import org.zonewright.facts.Contribution;
import org.zonewright.facts.ConversationTable;
import org.zonewright.facts.ProtocolEvidence;
import org.zonewright.facts.Transport;
import org.zonewright.facts.VantagePoint;
import org.zonewright.facts.inventory.realm.RealmPlan;
import org.zonewright.facts.inventory.realm.Views;

/// Folds rows into one [Exchange] for each (realm, client, server, transport, server port): client ports, both
/// directions, files and VLAN paths come together. Ends whose content shows two protocols on one port stay two
/// exchanges; rows without such a name join the larger.
///
/// One sensor's frames of one VLAN path are summed. What several sensors, or one sensor in several VLANs, saw of one
/// conversation at the same time is the same traffic before and behind a router or a second tap: it is taken once,
/// from where most packets of each direction were seen. What they saw one after the other is summed.
public final class ConversationFold {
    /// Two sensors that saw the same conversations of a realm, `first` before `second` in name.
    public record Twice(int realm, String first, String second) implements Comparable<Twice> {
        @Override
        public int compareTo(Twice other) {
            int order = Integer.compare(realm, other.realm);
            order = order != 0 ? order : first.compareTo(other.first);
            return order != 0 ? order : second.compareTo(other.second);
        }
    }

    private static final String VLAN = "\0vlan ";

    private final Map<ServiceKey, Tally> tallies = new HashMap<>();
    private final SortedMap<Twice, Integer> twice = new TreeMap<>();
    private final List<String> sensors = new ArrayList<>();
    private final List<Exchange> exchanges = new ArrayList<>();
    private final Set<String> logs = new HashSet<>();

    private ConversationFold() {}

    public static ConversationFold of(Views views, RealmPlan plan) {
        ConversationFold fold = new ConversationFold();
        Directions directions = Directions.learn(views, plan);
        int[] sensorOfView = fold.sensorsOf(views.all());
        for (Contribution contribution : views.observed()) {
            if (contribution.capture().isEmpty()) {
                fold.logs.add(contribution.source().file());
            }
            fold.read(contribution, views, plan, directions, sensorOfView);
        }
        fold.finish();
        fold.exchanges.sort(Exchange::compare);
        return fold;
    }

    private int[] sensorsOf(List<VantagePoint> views) {
        Map<String, Integer> ids = new HashMap<>();
        int[] sensorOfView = new int[views.size()];
        for (int view = 0; view < sensorOfView.length; view++) {
            String vlans = views.get(view).vlanPath();
            String sensor = views.get(view).sensor() + (vlans.isEmpty() ? "" : VLAN + vlans);
            Integer known = ids.putIfAbsent(sensor, sensors.size());
            if (known == null) {
                sensors.add(sensor);
            }
            sensorOfView[view] = known == null ? sensors.size() - 1 : known;
        }
        return sensorOfView;
    }

    private void read(
            Contribution contribution, Views views, RealmPlan plan, Directions directions, int[] sensorOfView) {
        Views.Index index = views.indexOf(contribution);
        String file = contribution.source().file();
        ConversationTable.Cursor row = contribution.conversations().cursor();
        while (row.next()) {
            int view = index.of(row.vantage());
            add(row, plan.realmOfView(view), sensorOfView[view], file, directions);
        }
    }

    // Apart from its loop: what is long in a method that runs once stays with the interpreter.
    private void add(ConversationTable.Cursor row, int realm, int sensor, String file, Directions directions) {
        Directions.Decision decision = directions.decide(realm, row);
        boolean ports = row.portB() >= 0;
        boolean turned = ports ? decision.turned() : row.a().compareTo(row.b()) > 0;
        Address client = turned ? row.b() : row.a();
        Address server = turned ? row.a() : row.b();
        int port = ports ? (turned ? row.portA() : row.portB()) : -1;
        ServiceKey key = new ServiceKey(realm, client, server, row.transport().number(), port, distinct(row));
        int asking = ports || !turned ? 0 : 1;
        Tally tally = tallies.get(key);
        if (tally == null) {
            tally = new Tally();
            tallies.put(key, tally);
        }
        tally.add(row, sensor, file, turned, decision.evidence(), asking);
    }

    /// The name that keeps a row apart from others of the same ends and port; empty where it does not.
    private static String distinct(ConversationTable.Cursor row) {
        boolean byName = row.protocolEvidence() == ProtocolEvidence.CONTENT
                || row.transport().equals(Transport.ETHERNET);
        return byName ? row.protocol() : "";
    }

    /// Makes exchanges of the rows that were added, one group of equal ends after the other.
    private void finish() {
        List<ServiceKey> keys = new ArrayList<>(tallies.keySet());
        keys.sort(null);
        int from = 0;
        while (from < keys.size()) {
            int to = from + 1;
            while (to < keys.size() && keys.get(from).sameEnds(keys.get(to))) {
                to++;
            }
            finish(keys.subList(from, to));
            from = to;
        }
    }

    /// Rows without a name of their own join the largest of the others; an empty name sorts first.
    private void finish(List<ServiceKey> group) {
        List<ServiceKey> named = group;
        boolean nameless = group.getFirst().name().isEmpty();
        if (nameless && group.size() > 1 && group.getFirst().transport() != Transport.ETHERNET.number()) {
            Tally rest = take(group.getFirst());
            named = group.subList(1, group.size());
            largest(named, rest).add(rest);
        }
        for (ServiceKey key : named) {
            conclude(key);
        }
    }

    private Tally largest(List<ServiceKey> keys, Tally otherwise) {
        Tally largest = tallies.getOrDefault(keys.getFirst(), otherwise);
        for (ServiceKey key : keys) {
            Tally tally = tallies.getOrDefault(key, otherwise);
            largest = tally.packets() > largest.packets() ? tally : largest;
        }
        return largest;
    }

    private void conclude(ServiceKey key) {
        Tally tally = take(key);
        noteTwice(key.realm(), tally.slices());
        exchanges.add(ExchangeMaker.make(key, tally, logs));
    }

    private Tally take(ServiceKey key) {
        Tally tally = tallies.remove(key);
        return tally == null ? new Tally() : tally;
    }

    private void noteTwice(int realm, List<Slice> slices) {
        for (int i = 1; i < slices.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (slices.get(i).overlaps(slices.get(j))) {
                    String one = device(slices.get(i));
                    String two = device(slices.get(j));
                    if (one.equals(two)) {
                        continue;
                    }
                    Twice pair = one.compareTo(two) < 0 ? new Twice(realm, one, two) : new Twice(realm, two, one);
                    twice.merge(pair, 1, Integer::sum);
                }
            }
        }
    }

    /// The sensor without the VLANs: a trunk that shows routed traffic in two VLANs is no second sensor.
    private String device(Slice slice) {
        String sensor = sensors.get(slice.sensor);
        int vlan = sensor.indexOf(VLAN);
        return vlan < 0 ? sensor : sensor.substring(0, vlan);
    }

    /// The exchanges, by realm, client, server, transport, port and protocol.
    public List<Exchange> exchanges() {
        return exchanges;
    }

    /// How many conversations two sensors saw at the same time.
    public SortedMap<Twice, Integer> twice() {
        return twice;
    }
}
