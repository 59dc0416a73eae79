/// Which addresses are one device.
///
/// [org.zonewright.facts.inventory.asset.Identities] holds one node for each (realm, address) and joins them with
/// reasons; [org.zonewright.facts.inventory.asset.AssetPlan] decides what is joined: owners, rules, documents.
///
/// Start with `AssetPlan`.
@NullMarked
package org.zonewright.facts.inventory.asset;

import org.jspecify.annotations.NullMarked;
