package org.zonewright.assess.reach;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zonewright.plant.ConduitKind;
import org.zonewright.plant.Connectivity;
import org.zonewright.plant.PlantAsset;
import org.zonewright.plant.network.IpAddress;

/// Which nodes are one node of the graph.
///
/// Unit 0 to `zones - 1` is a zone with all its ordinary assets, unit `zones` the outside. After them come two units
/// for each zone that contains others (whatever is in it opens; whatever is in it answers), one for each asset apart
/// (see [#isApart(int)]) and one more for each gateway that translates: what passes through it without taking it
/// over.
final class Units {
    final Nodes nodes;
    final Admissions admissions;
    final int count;

    /// The unit of each asset.
    final int[] ofAsset;

    /// The zone of a unit that is a zone, [Nodes#NOWHERE] for others.
    private final int[] opens;
    private final int[] answers;
    private final boolean[] apart;
    private final boolean[] ordinary;
    private final Map<Integer, Integer> through = new HashMap<>();
    private final boolean[] isOpen;
    private final Set<Integer> forwarding = new HashSet<>();

    /// The assets apart that stand in a zone, by zone.
    final Map<Integer, List<Integer>> apartIn = new HashMap<>();

    /// The zones within a zone, directly.
    final Map<Integer, List<Integer>> inner = new HashMap<>();

    Units(Nodes nodes, Admissions admissions) {
        this.nodes = nodes;
        this.admissions = admissions;
        ofAsset = new int[nodes.assets];
        apart = new boolean[nodes.assets];
        ordinary = new boolean[nodes.assets];
        opens = new int[nodes.zones + 1];
        answers = new int[nodes.zones + 1];
        int next = nodes.zones + 1;
        for (int zone = 0; zone <= nodes.zones; zone++) {
            opens[zone] = zone;
            answers[zone] = zone;
        }
        for (int zone = 0; zone < nodes.zones; zone++) {
            if (nodes.parent[zone] != Nodes.NOWHERE) {
                inner.computeIfAbsent(nodes.parent[zone], any -> new ArrayList<>())
                        .add(zone);
            }
        }
        for (int zone = 0; zone < nodes.zones; zone++) {
            if (inner.containsKey(zone)) {
                opens[zone] = next++;
                answers[zone] = next++;
            }
        }
        findApart();
        isOpen = new boolean[nodes.zones];
        boolean[] peopled = new boolean[nodes.zones];
        for (int asset = 0; asset < nodes.assets; asset++) {
            if (isApart(asset)) {
                ofAsset[asset] = next++;
                if (!line(asset).translates().isEmpty()) {
                    through.put(asset, next++);
                }
            } else {
                ofAsset[asset] = nodes.home[asset];
            }
            if (nodes.present[asset] && nodes.home[asset] >= 0 && !nodes.boundary.containsKey(asset)) {
                peopled[nodes.home[asset]] = true;
                isOpen[nodes.home[asset]] |= !apart[asset] || (!admissions.isGuarded(asset) && !isBehind(asset));
            }
        }
        for (int zone = 0; zone < nodes.zones; zone++) {
            isOpen[zone] |= !peopled[zone];
        }
        joinSoftware();
        for (int asset = 0; asset < nodes.assets; asset++) {
            if (apart[asset] && nodes.present[asset]) {
                index(asset);
            }
            ordinary[asset] = nodes.home[asset] != Nodes.NOWHERE
                    && !nodes.boundary.containsKey(asset)
                    && !(apart[asset] && isBehind(asset));
        }
        findForwarding();
        count = next;
    }

    private Connectivity line(int asset) {
        return nodes.line(asset).map(PlantAsset::connectivity).orElse(Connectivity.UNKNOWN);
    }

    private void findApart() {
        for (int asset = 0; asset < nodes.assets; asset++) {
            if (nodes.home[asset] == Nodes.NOWHERE
                    || nodes.boundary.containsKey(asset)
                    || nodes.homes.containsKey(asset)
                    || admissions.isGuarded(asset)) {
                apart[asset] = true;
            }
            Connectivity connectivity = line(asset);
            if (connectivity.equals(Connectivity.UNKNOWN)) {
                continue;
            }
            if (!connectivity.translates().isEmpty()) {
                apart[asset] = true;
            }
            if (connectivity.behind().isPresent()) {
                int gateway = nodes.asset(connectivity.behind().get());
                if (gateway >= 0 && gateway != asset) {
                    apart[asset] = true;
                    apart[gateway] = true;
                }
            }
        }
    }

    /// Software with no zone of its own stands where the device stands that executes it.
    private void joinSoftware() {
        for (int asset = 0; asset < nodes.documented; asset++) {
            int host = line(asset).runsOn().map(nodes::asset).orElse(-1);
            if (host >= 0
                    && host != asset
                    && nodes.home[asset] == Nodes.NOWHERE
                    && !nodes.boundary.containsKey(asset)) {
                ofAsset[asset] = ofAsset[host];
                apart[asset] = false;
            }
        }
    }

    private void index(int asset) {
        if (nodes.boundary.containsKey(asset)) {
            return;
        }
        for (int zone : homes(asset)) {
            apartIn.computeIfAbsent(zone, any -> new ArrayList<>()).add(asset);
        }
    }

    /// An asset whose address others name as their gateway or next hop passes packets on, unless the document says
    /// that it does not.
    private void findForwarding() {
        Set<IpAddress> named = new HashSet<>();
        for (int asset = 0; asset < nodes.documented; asset++) {
            Connectivity connectivity = line(asset);
            connectivity.defaultGateway().ifPresent(named::add);
            connectivity.routes().forEach(route -> named.add(route.via()));
        }
        for (int asset : nodes.homes.keySet()) {
            Optional<Boolean> said = line(asset).forwards();
            boolean isNamed = nodes.line(asset).stream()
                    .flatMap(document -> document.matches().stream())
                    .anyMatch(match -> match.ip().filter(named::contains).isPresent());
            if (said.orElse(isNamed)) {
                forwarding.add(asset);
            }
        }
    }

    /// True for an asset that is no ordinary one of its zone: in no zone or in several, of a boundary, with a host
    /// firewall, a gateway to devices behind it or such a device.
    boolean isApart(int asset) {
        return apart[asset];
    }

    /// True for an asset that whoever stands in its zone stands for, too.
    boolean isOrdinary(int asset) {
        return ordinary[asset];
    }

    /// True for an asset that is reached through its gateway alone.
    boolean isBehind(int asset) {
        return gateway(asset) >= 0;
    }

    /// The gateway in front of an asset, -1 for none.
    int gateway(int asset) {
        int gateway = line(asset).behind().map(nodes::asset).orElse(-1);
        return gateway == asset ? -1 : gateway;
    }

    /// What joins an asset and its gateway.
    ConduitKind link(int asset) {
        return line(asset).link().orElse(ConduitKind.SERIAL);
    }

    List<Connectivity.Translation> translations(int asset) {
        return line(asset).translates();
    }

    /// True if packets pass through the asset from one of its zones to another.
    boolean forwards(int asset) {
        return forwarding.contains(asset);
    }

    /// True if the asset stands in several zones and nothing says whether it forwards.
    boolean isUnsaid(int asset) {
        return nodes.homes.containsKey(asset)
                && !forwards(asset)
                && line(asset).forwards().isEmpty();
    }

    /// The zones in which an asset stands.
    int[] homes(int asset) {
        int[] several = nodes.homes.get(asset);
        if (several != null) {
            return Arrays.copyOf(several, several.length);
        }
        return nodes.home[asset] == Nodes.NOWHERE ? new int[0] : new int[] {nodes.home[asset]};
    }

    /// The unit that somebody who opens as this node must hold.
    int opener(int node) {
        return nodes.isAsset(node) ? ofAsset[node] : opens[node - nodes.assets];
    }

    /// The unit that is reached where this node answers.
    int answerer(int node) {
        return nodes.isAsset(node) ? ofAsset[node] : answers[node - nodes.assets];
    }

    /// The unit that somebody enters who comes to this node and to none within it.
    int entered(int node) {
        return nodes.isAsset(node) ? ofAsset[node] : node - nodes.assets;
    }

    /// What passes through a translating gateway, -1 where the asset is none.
    int through(int asset) {
        return through.getOrDefault(asset, -1);
    }

    /// True if whoever may open a service of any asset in the zone stands in the zone then.
    boolean isOpen(int zone) {
        return zone >= nodes.zones || isOpen[zone];
    }
}
