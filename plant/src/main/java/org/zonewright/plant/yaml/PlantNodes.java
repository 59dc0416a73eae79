package org.zonewright.plant.yaml;

import org.zonewright.plant.Conduit;
import org.zonewright.plant.Flow;
import org.zonewright.plant.PlantAsset;
import org.zonewright.plant.Zone;
import org.zonewright.plant.assurance.Acceptance;
import org.zonewright.plant.assurance.Approval;
import org.zonewright.plant.assurance.Claim;
import org.zonewright.plant.assurance.Evidence;
import org.zonewright.plant.assurance.Measure;
import org.zonewright.plant.risk.Scenario;
import org.zonewright.plant.shape.ItemShapes;
import org.zonewright.plant.tree.Node;

/// Items of the document as the trees that edits carry.
public final class PlantNodes {
    private PlantNodes() {}

    public static Node of(PlantAsset asset) {
        return ItemShapes.ASSET.encode(asset);
    }

    public static Node of(Zone zone) {
        return ItemShapes.ZONE.encode(zone);
    }

    public static Node of(Conduit conduit) {
        return ItemShapes.CONDUIT.encode(conduit);
    }

    public static Node of(Flow flow) {
        return ItemShapes.FLOW.encode(flow);
    }

    public static Node of(Scenario scenario) {
        return ItemShapes.SCENARIO.encode(scenario);
    }

    public static Node of(Claim claim) {
        return ItemShapes.CLAIM.encode(claim);
    }

    public static Node of(Evidence evidence) {
        return ItemShapes.EVIDENCE.encode(evidence);
    }

    public static Node of(Measure measure) {
        return ItemShapes.MEASURE.encode(measure);
    }

    public static Node of(Acceptance acceptance) {
        return ItemShapes.ACCEPTANCE.encode(acceptance);
    }

    public static Node of(Approval approval) {
        return ItemShapes.APPROVAL.encode(approval);
    }
}
