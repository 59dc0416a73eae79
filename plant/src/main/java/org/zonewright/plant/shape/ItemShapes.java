package org.zonewright.plant.shape;

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

/// The shapes of items that tools add and replace one at a time.
public final class ItemShapes {
    public static final Shape<PlantAsset> ASSET = AssetShapes.ASSET;
    public static final Shape<Zone> ZONE = ZoneShapes.ZONE;
    public static final Shape<Conduit> CONDUIT = ConduitShapes.CONDUIT;
    public static final Shape<Flow> FLOW = ConduitShapes.FLOW;
    public static final Shape<Scenario> SCENARIO = RiskShapes.SCENARIO;
    public static final Shape<Claim> CLAIM = EvidenceShapes.CLAIM;
    public static final Shape<Evidence> EVIDENCE = EvidenceShapes.EVIDENCE;
    public static final Shape<Measure> MEASURE = MeasureShapes.MEASURE;
    public static final Shape<Acceptance> ACCEPTANCE = MeasureShapes.ACCEPTANCE;
    public static final Shape<Approval> APPROVAL = MeasureShapes.APPROVAL;

    private ItemShapes() {}
}
