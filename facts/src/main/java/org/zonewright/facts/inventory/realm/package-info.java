/// Where an address is unambiguous.
///
/// A *view* is a [org.zonewright.facts.VantagePoint] as the rules name it: sensor, interface, VLAN path.
/// [org.zonewright.facts.inventory.realm.LinkEvidence] tells which MAC address owns which IP address in some views,
/// and which MAC addresses only forward for others; [org.zonewright.facts.inventory.realm.RealmPlan] joins views whose
/// owners agree to realms.
///
/// Start with `RealmPlan`.
@NullMarked
package org.zonewright.facts.inventory.realm;

import org.jspecify.annotations.NullMarked;
