package org.zonewright.assess.reach;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.zonewright.plant.EssentialFunction;
import org.zonewright.plant.ItemRef;
import org.zonewright.plant.SystemUnderConsideration;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.ConduitId;
import org.zonewright.plant.id.FlowId;
import org.zonewright.plant.id.Id;
import org.zonewright.plant.id.ZoneId;

/// The nodes that an essential function depends on: assets and zones as they are named, the assets that a conduit is
/// made of and enforced by, and what answers a flow.
final class Dependencies {
    private Dependencies() {}

    static int[] of(EssentialFunction function, Drawn drawn) {
        return function.dependsOn().stream()
                .flatMapToInt(reference -> of(reference, drawn))
                .distinct()
                .toArray();
    }

    private static IntStream of(ItemRef reference, Drawn drawn) {
        Nodes nodes = drawn.nodes();
        Optional<Id> meant = drawn.plant().resolve(reference);
        IntStream found =
                switch (meant.orElse(null)) {
                    case AssetId asset -> IntStream.of(nodes.asset(asset));
                    case ZoneId zone ->
                        IntStream.of(nodes.zone(zone))
                                .filter(number -> number >= 0)
                                .map(nodes::nodeOfZone);
                    case ConduitId conduit ->
                        drawn.plant().conduit(conduit).stream()
                                .flatMap(one -> Stream.concat(one.members().stream(), one.enforcedBy().stream()))
                                .mapToInt(nodes::asset);
                    case FlowId flow ->
                        drawn.plant().flow(flow).stream()
                                .flatMapToInt(one -> Arrays.stream(drawn.ends().nodes(one.to(), Optional.empty())));
                    case null, default -> IntStream.empty();
                };
        return found.filter(node -> node >= 0 && node != nodes.outside());
    }

    /// True if some essential function depends on the node itself.
    static boolean anyOn(int node, Drawn drawn) {
        return drawn.plant().suc().map(SystemUnderConsideration::essentialFunctions).stream()
                .flatMap(functions -> functions.stream())
                .anyMatch(function -> Arrays.stream(of(function, drawn)).anyMatch(depended -> depended == node));
    }
}
