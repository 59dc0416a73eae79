package org.zonewright.assess.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zonewright.base.Reason;
import org.zonewright.plant.Conduit;
import org.zonewright.plant.Flow;
import org.zonewright.plant.Plant;
import org.zonewright.plant.PlantAsset;
import org.zonewright.plant.id.ConduitId;

/// What the facts would change in a document, for people to take or leave: assets to add, conduits to add, flows to
/// add to conduits that are there. None of the flows has an approval.
///
/// `undrawn` names what no line can be proposed for: stations outside every zone, with the reason.
public record DocumentChanges(
        List<PlantAsset> assets, List<Conduit> conduits, Map<ConduitId, List<Flow>> flows, List<Reason> undrawn) {
    public DocumentChanges {
        assets = List.copyOf(assets);
        conduits = List.copyOf(conduits);
        flows = Map.copyOf(flows);
        undrawn = List.copyOf(undrawn);
    }

    public boolean isEmpty() {
        return assets.isEmpty() && conduits.isEmpty() && flows.isEmpty();
    }

    /// The document with all changes in it, what was there first.
    public Plant applied(Plant plant) {
        List<PlantAsset> allAssets = new ArrayList<>(plant.assets());
        allAssets.addAll(assets);
        List<Conduit> allConduits = new ArrayList<>();
        for (Conduit conduit : plant.conduits()) {
            List<Flow> all = new ArrayList<>(conduit.flows());
            List<Flow> added = Optional.ofNullable(flows.get(conduit.id())).orElse(List.of());
            all.addAll(added);
            allConduits.add(added.isEmpty() ? conduit : conduit.withFlows(all));
        }
        allConduits.addAll(conduits);
        return plant.withAssets(allAssets).withConduits(allConduits);
    }
}
