package org.zonewright.assess.reach;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zonewright.plant.Connectivity.Admission;
import org.zonewright.plant.Endpoint;
import org.zonewright.plant.PlantAsset;

/// What host firewalls let in. An asset without one lets everything in.
final class Admissions {
    /// One line of a host firewall; `any` for every sender.
    private record Line(boolean any, List<Integer> from, Service service) {}

    private final Nodes nodes;
    private final Map<Integer, List<Line>> guarded = new HashMap<>();

    Admissions(Nodes nodes, Ends ends) {
        this.nodes = nodes;
        for (int i = 0; i < nodes.documented; i++) {
            PlantAsset asset = nodes.plant.assets().get(i);
            if (asset.connectivity().hostFirewall().isPresent()) {
                List<Line> lines = new ArrayList<>();
                for (Admission admission : asset.connectivity().hostFirewall().get()) {
                    lines.add(new Line(
                            admission.from() instanceof Endpoint.Any,
                            Arrays.stream(ends.nodes(admission.from(), Optional.empty()))
                                    .boxed()
                                    .toList(),
                            new Service(admission.port(), "")));
                }
                guarded.put(i, List.copyOf(lines));
            }
        }
    }

    boolean isGuarded(int asset) {
        return guarded.containsKey(asset);
    }

    /// True if the asset lets the sender open the service, or some part of it.
    boolean admits(int asset, int from, Service service) {
        List<Line> lines = guarded.get(asset);
        return lines == null
                || lines.stream().anyMatch(line -> (line.any() || holds(line, from)) && meets(line.service(), service));
    }

    private boolean holds(Line line, int from) {
        for (int node : line.from()) {
            boolean same = node == from;
            boolean around = !nodes.isAsset(node)
                    && nodes.zoneOfNode(from) >= 0
                    && nodes.contains(nodes.zoneOfNode(node), nodes.zoneOfNode(from));
            boolean inside = nodes.isAsset(node)
                    && !nodes.isAsset(from)
                    && nodes.home[node] >= 0
                    && nodes.contains(nodes.zoneOfNode(from), nodes.home[node]);
            if (same || around || inside) {
                return true;
            }
        }
        return false;
    }

    private static boolean meets(Service line, Service asked) {
        return line.covers(new Service(asked.port(), "")) || asked.port().isEmpty() || asked.covers(line);
    }

    /// The services that a sender may open, as the lines say.
    List<Service> openTo(int asset, int from) {
        return guarded.getOrDefault(asset, List.of()).stream()
                .filter(line -> line.any() || holds(line, from))
                .map(Line::service)
                .distinct()
                .toList();
    }
}
