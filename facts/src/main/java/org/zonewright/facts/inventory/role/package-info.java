/// What an asset does, and where it therefore probably stands.
///
/// A [org.zonewright.facts.inventory.role.Behaviour] is all that one asset asked, answered and said. Each
/// [org.zonewright.facts.inventory.role.RoleRule] reads one and may give a role with its reason; behaviour comes first,
/// then what stations announce, then words in names and models, then the maker of the network interface.
/// [org.zonewright.facts.inventory.role.PurdueLevels] turns roles and conversations into a hint.
///
/// Start with `Roles`.
@NullMarked
package org.zonewright.facts.inventory.role;

import org.jspecify.annotations.NullMarked;
