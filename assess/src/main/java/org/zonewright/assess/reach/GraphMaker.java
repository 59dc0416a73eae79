package org.zonewright.assess.reach;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.zonewright.assess.ProtocolWords;
import org.zonewright.plant.AccessPoint;
import org.zonewright.plant.ConduitKind;
import org.zonewright.plant.Connectivity.Translation;
import org.zonewright.plant.SystemUnderConsideration;

/// Makes the graph of a network from its rows and from what its assets are.
final class GraphMaker {
    private static final int GROUPED = -1;

    private final Network network;
    private final Drawn drawn;
    private final Nodes nodes;
    private final Units units;
    private final Hurdles hurdles;
    private final Graph.Builder builder;

    GraphMaker(Network network) {
        this.network = network;
        drawn = network.drawn;
        nodes = drawn.nodes();
        units = drawn.units();
        hurdles = new Hurdles(drawn);
        builder = new Graph.Builder(units.count, network.flowRows() + network.rules.size + network.traffic.size);
    }

    Graph make() {
        flows();
        rules();
        traffic();
        groups();
        for (int asset = 0; asset < nodes.assets; asset++) {
            if (nodes.present[asset] && units.isApart(asset)) {
                apart(asset);
            }
        }
        drawn.plant()
                .suc()
                .map(SystemUnderConsideration::accessPoints)
                .orElse(List.of())
                .forEach(this::access);
        return builder.build();
    }

    private void flows() {
        Rows rows = drawn.approvals().rows;
        for (int row = 0; row < rows.size; row++) {
            if (network.isWay(rows.origin[row])) {
                cross(row, rows, row, hurdles.ofFlow(rows.origin[row]), false);
            }
        }
    }

    private void rules() {
        Rows rows = network.rules;
        for (int row = 0; row < rows.size; row++) {
            if (!network.cutRules.get(row)) {
                int flow = network.ruleStanding.flow[row];
                Hurdle hurdle = flow == Rows.NONE ? Hurdle.UNSAID : hurdles.ofFlow(flow);
                cross(network.flowRows() + row, rows, row, hurdle, false);
            }
        }
    }

    private void traffic() {
        Rows rows = network.traffic;
        int offset = network.flowRows() + network.rules.size;
        for (int row = 0; row < rows.size; row++) {
            if (network.isWayOfItsOwn(row)) {
                int flow = network.trafficStanding.flow[row];
                Hurdle hurdle = flow == Rows.NONE ? Hurdle.UNSAID : hurdles.ofFlow(flow);
                cross(offset + row, rows, row, hurdle, true);
            }
        }
    }

    /// The ways of one row. What was seen needs no host firewall's leave: it had it.
    private void cross(int link, Rows rows, int row, Hurdle hurdle, boolean seen) {
        int from = rows.from[row];
        int to = rows.to[row];
        Service service = drawn.words().services.get(rows.service[row]);
        int opener = units.opener(from);
        answer(opener, from, to, service, link, hurdle, Graph.CROSSING, seen);
        int through = nodes.isAsset(from) ? units.through(from) : -1;
        if (through >= 0
                && units.translations(from).stream()
                        .anyMatch(translation -> isSpoken(translation.to(), service.protocol()))) {
            answer(through, from, to, service, link, hurdle, Graph.RELAY, seen);
        }
    }

    private void answer(
            int opener, int from, int to, Service service, int link, Hurdle hurdle, byte kind, boolean seen) {
        if (nodes.isAsset(to)) {
            answerAsset(opener, from, to, service, link, hurdle, kind, seen);
        } else if (to != nodes.outside()) {
            int zone = nodes.zoneOfNode(to);
            if (units.inner.containsKey(zone) || units.isOpen(zone)) {
                builder.add(opener, units.answerer(to), link, hurdle, kind);
            }
            apartWithin(opener, from, zone, service, link, hurdle, kind, new HashSet<>());
        }
    }

    private void answerAsset(
            int opener, int from, int asset, Service service, int link, Hurdle hurdle, byte kind, boolean seen) {
        if (!nodes.present[asset] || !(seen || drawn.admissions().admits(asset, from, service))) {
            return;
        }
        builder.add(opener, units.ofAsset[asset], link, hurdle, kind);
        int through = units.through(asset);
        if (through >= 0
                && units.translations(asset).stream()
                        .map(Translation::from)
                        .anyMatch(word -> isSpoken(word, service.protocol()))) {
            builder.add(opener, through, link, hurdle, kind);
        }
    }

    private static boolean isSpoken(String word, String protocol) {
        return protocol.isEmpty() || ProtocolWords.mean(word, protocol) || ProtocolWords.mean(protocol, word);
    }

    /// A row to a zone leads to every asset apart in it and in the zones within.
    private void apartWithin(
            int opener, int from, int zone, Service service, int link, Hurdle hurdle, byte kind, Set<Integer> walked) {
        if (walked.add(zone)) {
            for (int asset : units.apartIn.getOrDefault(zone, List.of())) {
                if (!units.isBehind(asset)) {
                    answerAsset(opener, from, asset, service, link, hurdle, kind, false);
                }
            }
            for (int inner : units.inner.getOrDefault(zone, List.of())) {
                apartWithin(opener, from, inner, service, link, hurdle, kind, walked);
            }
        }
    }

    private void groups() {
        for (int zone = 0; zone < nodes.zones; zone++) {
            if (units.inner.containsKey(zone)) {
                int node = nodes.nodeOfZone(zone);
                group(zone, units.opener(node));
                if (units.isOpen(zone)) {
                    group(units.answerer(node), zone);
                }
                for (int inner : units.inner.getOrDefault(zone, List.of())) {
                    group(units.opener(nodes.nodeOfZone(inner)), units.opener(node));
                    if (units.inner.containsKey(inner) || units.isOpen(inner)) {
                        group(units.answerer(node), units.answerer(nodes.nodeOfZone(inner)));
                    }
                }
            }
        }
    }

    private void group(int from, int to) {
        builder.add(from, to, GROUPED, Hurdle.INSIDE, Graph.GROUP);
    }

    /// What follows from an asset that is not an ordinary one of its zone.
    private void apart(int asset) {
        int unit = units.ofAsset[asset];
        if (units.isBehind(asset)) {
            behind(asset, unit);
            return;
        }
        if (nodes.boundary.containsKey(asset)) {
            boundary(asset, unit);
            return;
        }
        int[] homes = units.homes(asset);
        boolean several = homes.length > 1;
        boolean forwards = several && units.forwards(asset);
        Hurdle hold = !several ? Hurdle.INSIDE : forwards ? Hurdle.FORWARDED : Hurdle.TAKE_OVER;
        for (int zone : homes) {
            int node = nodes.nodeOfZone(zone);
            boolean admitted = !drawn.admissions().isGuarded(asset)
                    || drawn.openTo(asset, node).isPresent();
            if (admitted) {
                String by = drawn.openTo(asset, node).map(Service::label).orElse("");
                int link = link(Graph.INSIDE, node, asset, asset, Hurdle.INSIDE, by);
                builder.add(zone, unit, link, Hurdle.INSIDE, Graph.INSIDE);
                if (units.through(asset) >= 0) {
                    builder.add(zone, units.through(asset), link, Hurdle.INSIDE, Graph.INSIDE);
                }
            }
            builder.add(unit, zone, link(Graph.HOLD, asset, node, asset, hold, ""), hold, Graph.HOLD);
            if (forwards) {
                forward(asset, zone, homes);
            }
        }
    }

    private void forward(int asset, int from, int[] homes) {
        for (int to : homes) {
            if (to != from) {
                int sender = nodes.nodeOfZone(from);
                int link = link(Graph.FORWARD, sender, nodes.nodeOfZone(to), asset, Hurdle.FORWARDED, "");
                builder.add(from, to, link, Hurdle.FORWARDED, Graph.FORWARD);
                for (int other : units.apartIn.getOrDefault(to, List.of())) {
                    if (!units.isBehind(other) && drawn.admissions().admits(other, sender, Service.ANY)) {
                        builder.add(from, units.ofAsset[other], link, Hurdle.FORWARDED, Graph.FORWARD);
                    }
                }
            }
        }
    }

    private void behind(int asset, int unit) {
        int gateway = units.gateway(asset);
        if (!nodes.present[gateway]) {
            return;
        }
        ConduitKind kind = units.link(asset);
        int relayed = link(Graph.RELAY, gateway, asset, gateway, Hurdle.RELAYED, kind.word());
        int through = units.through(gateway);
        builder.add(through < 0 ? units.ofAsset[gateway] : through, unit, relayed, Hurdle.RELAYED, Graph.RELAY);
        if (through >= 0) {
            int taken = link(Graph.LINK, gateway, asset, gateway, Hurdle.TAKE_OVER, kind.word());
            builder.add(units.ofAsset[gateway], unit, taken, Hurdle.TAKE_OVER, Graph.LINK);
        }
        if (kind != ConduitKind.HARDWIRED) {
            int back = link(Graph.LINK, asset, gateway, asset, Hurdle.TAKE_OVER, kind.word());
            builder.add(unit, units.ofAsset[gateway], back, Hurdle.TAKE_OVER, Graph.LINK);
        }
    }

    /// Whoever takes over a device of the boundary stands in all the zones that it stands between, and in its own.
    private void boundary(int asset, int unit) {
        Set<Integer> zones = new TreeSet<>(nodes.boundary.getOrDefault(asset, List.of()));
        if (nodes.home[asset] != Nodes.NOWHERE) {
            zones.add(nodes.home[asset]);
        }
        for (int zone : zones) {
            int link = link(Graph.HOLD, asset, nodes.nodeOfZone(zone), asset, Hurdle.TAKE_OVER, "");
            builder.add(unit, zone, link, Hurdle.TAKE_OVER, Graph.HOLD);
        }
    }

    /// From outside through a way in that can be used from afar.
    private void access(AccessPoint point) {
        boolean remote =
                switch (point.kind()) {
                    case NETWORK, VPN, VENDOR_MODEM, DIAL_UP, CELLULAR -> true;
                    case WIRELESS, SERIAL, USB, REMOVABLE_MEDIA, CONSOLE, PHYSICAL -> false;
                };
        if (remote) {
            for (int node : Entries.of(point, drawn)) {
                if (!nodes.isAsset(node) || nodes.present[node]) {
                    int link = link(
                            Graph.ACCESS,
                            nodes.outside(),
                            node,
                            -1,
                            Hurdle.UNSAID,
                            point.kind().word());
                    int unit = nodes.isAsset(node) ? units.ofAsset[node] : nodes.zoneOfNode(node);
                    builder.add(nodes.zones, unit, link, Hurdle.UNSAID, Graph.ACCESS);
                }
            }
        }
    }

    private int link(byte kind, int from, int to, int via, Hurdle hurdle, String service) {
        network.structure.add(new Network.Structure(kind, from, to, via, hurdle, service));
        return network.flowRows() + network.rules.size + network.traffic.size + network.structure.size() - 1;
    }
}
