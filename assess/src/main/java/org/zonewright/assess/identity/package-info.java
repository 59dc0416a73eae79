/// What the plant document says about identity, in the terms of facts.
///
/// [org.zonewright.assess.identity.DocumentIdentity] turns sensors, realms, address translation and `same` and
/// `apart` lines into [org.zonewright.facts.inventory.IdentityRules], each with the line it comes from.
@NullMarked
package org.zonewright.assess.identity;

import org.jspecify.annotations.NullMarked;
