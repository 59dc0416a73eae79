/// What the firewalls of a drawing are configured to let through between its zones.
///
/// - An asset *enforces* a conduit that names it in `enforced-by`; its *configuration* is the ruleset that is said,
///   or
///   guessed, to be its own.
/// - The *route* between two zones is what traffic has to pass: the enforcing assets of the conduit, in series.
///   Between
///   zones that no conduit joins it is what guards either zone: the assets that enforce every conduit of it.
/// - A *side* of an asset is what faces a zone: interfaces, and the realm in which addresses are meant there. A
/// packet's
///   source is looked at as it is on the side it comes from, its destination as on the side it leaves by, since rules
/// see
///   a destination after its translation and a source before it.
///
/// Everything is judged exactly by [org.zonewright.facts.policy.PolicyAlgebra]; what is not known is said as missing.
/// Start with [org.zonewright.assess.enforcement.Enforcement].
@NullMarked
package org.zonewright.assess.enforcement;

import org.jspecify.annotations.NullMarked;
