/// What follows from facts: realms, assets and directed conversations.
///
/// `InventoryResolver` is a pure function from [org.zonewright.facts.Facts] and
/// [org.zonewright.facts.inventory.IdentityRules] to an [org.zonewright.facts.inventory.Inventory]; every decision it
/// takes (this is one asset, this is a switch, this side is the server) carries its reason.
///
/// Start with `Inventory`.
@NullMarked
package org.zonewright.facts.inventory;

import org.jspecify.annotations.NullMarked;
