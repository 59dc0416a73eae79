package org.zonewright.facts.inventory.conversation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zonewright.base.SourceRef;
import org.zonewright.facts.Address;
import org.zonewright.facts.Contribution;
import org.zonewright.facts.ConversationTable;
import org.zonewright.facts.ProtocolEvidence;
import org.zonewright.facts.ServicePorts;
import org.zonewright.facts.Transport;
import org.zonewright.facts.VantagePoint;
import org.zonewright.facts.inventory.FunctionUse;
import org.zonewright.facts.inventory.conversation.Slice.Count;
import org.zonewright.facts.inventory.conversation.Slice.Use;
import org.zonewright.facts.inventory.realm.RealmPlan;
import org.zonewright.facts.inventory.realm.Views;

/// Folds rows into one [Exchange] for each (realm, client, server, transport, server port): client ports, both
/// directions, files and VLAN paths come together. Ends whose content shows two protocols on one port stay two
/// exchanges; rows without such a name join the larger.
///
/// One sensor's frames are summed. What several sensors saw of one conversation at the same time is taken once, from
/// the one that saw most packets of each direction; what they saw one after the other is summed.
public final class ConversationFold {
    /// The ends and the service. Where the transport has no ports, `client` is the lower address.
    private record Key(int realm, Address client, Address server, int transport, int port) {}

    /// Two sensors that saw the same conversations of a realm, `first` before `second` in name.
    public record Twice(int realm, String first, String second) implements Comparable<Twice> {
        private static final Comparator<Twice> ORDER = Comparator.comparingInt(Twice::realm)
                .thenComparing(Twice::first)
                .thenComparing(Twice::second);

        @Override
        public int compareTo(Twice other) {
            return ORDER.compare(this, other);
        }
    }

    private final Map<Key, SortedMap<String, Tally>> tallies = new HashMap<>();
    private final SortedMap<Twice, Integer> twice = new TreeMap<>();
    private final List<String> sensors = new ArrayList<>();
    private final List<Exchange> exchanges = new ArrayList<>();

    private ConversationFold() {}

    public static ConversationFold of(Views views, RealmPlan plan) {
        ConversationFold fold = new ConversationFold();
        Directions directions = Directions.learn(views, plan);
        int[] sensorOfView = fold.sensorsOf(views.all());
        for (Contribution contribution : views.observed()) {
            fold.read(contribution, views, plan, directions, sensorOfView);
        }
        fold.tallies.forEach(fold::finish);
        fold.tallies.clear();
        fold.exchanges.sort(Exchange.ORDER);
        return fold;
    }

    private int[] sensorsOf(List<VantagePoint> views) {
        Map<String, Integer> ids = new HashMap<>();
        int[] sensorOfView = new int[views.size()];
        for (int view = 0; view < sensorOfView.length; view++) {
            String sensor = views.get(view).sensor();
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
            int realm = plan.realmOfView(view);
            Directions.Decision decision = directions.decide(realm, row);
            boolean ports = row.portB() >= 0;
            boolean turned = ports ? decision.turned() : row.a().compareTo(row.b()) > 0;
            Address client = turned ? row.b() : row.a();
            Address server = turned ? row.a() : row.b();
            int port = ports ? (turned ? row.portA() : row.portB()) : -1;
            Key key = new Key(realm, client, server, row.transport().number(), port);
            int asking = ports || !turned ? 0 : 1;
            tallies.computeIfAbsent(key, any -> new TreeMap<>())
                    .computeIfAbsent(distinct(row), any -> new Tally())
                    .add(row, sensorOfView[view], file, turned, decision.evidence(), asking);
        }
    }

    /// The name that keeps a row apart from others of the same ends and port; empty where it does not.
    private static String distinct(ConversationTable.Cursor row) {
        boolean byName = row.protocolEvidence() == ProtocolEvidence.CONTENT
                || row.transport().equals(Transport.ETHERNET);
        return byName ? row.protocol() : "";
    }

    private void finish(Key key, SortedMap<String, Tally> byName) {
        Tally unnamed = byName.get("");
        if (unnamed != null && byName.size() > 1 && key.transport() != Transport.ETHERNET.number()) {
            byName.remove("");
            byName.values().stream()
                    .max(Comparator.comparingLong(Tally::packets))
                    .orElseThrow()
                    .add(unnamed);
        }
        byName.values().forEach(tally -> exchanges.add(exchange(key, tally)));
    }

    private Exchange exchange(Key key, Tally tally) {
        int client = tally.client();
        int server = 1 - client;
        List<Slice> ofClient = Slice.best(tally.slices(), client);
        List<Slice> ofServer = Slice.best(tally.slices(), server);
        noteTwice(key.realm(), tally.slices());
        List<FunctionUse> functions = new ArrayList<>();
        addUses(functions, Tally.uses(ofClient, client), true);
        addUses(functions, Tally.uses(ofServer, server), false);
        functions.sort(Comparator.comparing(FunctionUse::function)
                .thenComparingInt(use -> use.unit().orElse(-1))
                .thenComparing(use -> !use.byClient()));
        Slice first = tally.slices().stream()
                .min(Comparator.<Slice>comparingLong(slice -> slice.firstNanos).thenComparingInt(slice -> slice.sensor))
                .orElseThrow();
        Transport transport = new Transport(key.transport());
        boolean unnamed = tally.protocol().isEmpty();
        String byPort = unnamed && key.port() >= 0
                ? ServicePorts.protocol(transport, key.port()).orElse("")
                : "";
        ProtocolEvidence evidence =
                !unnamed ? tally.named() : byPort.isEmpty() ? ProtocolEvidence.NONE : ProtocolEvidence.PORT;
        return new Exchange(
                key.realm(),
                client == 0 ? key.client() : key.server(),
                client == 0 ? key.server() : key.client(),
                transport,
                key.port() < 0 ? OptionalInt.empty() : OptionalInt.of(key.port()),
                unnamed ? byPort : tally.protocol(),
                evidence,
                tally.direction(),
                tally.outcome(),
                Math.max(flows(ofClient), flows(ofServer)),
                ofClient.stream().mapToLong(slice -> slice.packets[client]).sum(),
                ofServer.stream().mapToLong(slice -> slice.packets[server]).sum(),
                ofClient.stream().mapToLong(slice -> slice.bytes[client]).sum(),
                ofServer.stream().mapToLong(slice -> slice.bytes[server]).sum(),
                first.firstNanos,
                tally.slices().stream()
                        .mapToLong(slice -> slice.lastNanos)
                        .max()
                        .orElseThrow(),
                List.copyOf(functions),
                where(first.file, first.frame));
    }

    private static long flows(List<Slice> slices) {
        return slices.stream().mapToLong(slice -> slice.flows).sum();
    }

    private static void addUses(List<FunctionUse> functions, Map<Use, Count> uses, boolean byClient) {
        uses.forEach((use, count) -> functions.add(new FunctionUse(
                use.function(),
                use.unit() < 0 ? OptionalInt.empty() : OptionalInt.of(use.unit()),
                byClient,
                count.requests,
                count.answers,
                count.refusals,
                where(count.file, count.frame))));
    }

    private static SourceRef where(String file, long frame) {
        return new SourceRef.InCapture(file, frame, -1);
    }

    private void noteTwice(int realm, List<Slice> slices) {
        for (int i = 1; i < slices.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (slices.get(i).overlaps(slices.get(j))) {
                    String one = sensors.get(slices.get(i).sensor);
                    String two = sensors.get(slices.get(j).sensor);
                    Twice pair = one.compareTo(two) < 0 ? new Twice(realm, one, two) : new Twice(realm, two, one);
                    twice.merge(pair, 1, Integer::sum);
                }
            }
        }
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
