package org.zonewright.assess.reach;

import org.zonewright.assess.placement.Placement;
import org.zonewright.facts.inventory.Inventory;
import org.zonewright.plant.Plant;

/// What reach is computed from. `placement` lays `inventory` over `plant`; of the inventory's conversations only
/// those that were established count.
public record ReachInput(Plant plant, Placement placement, Inventory inventory, Enforced enforced) {}
