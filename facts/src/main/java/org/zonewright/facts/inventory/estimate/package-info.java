/// What is estimated of a device from what it says in passing: its operating system; and where its own words
/// contradict each other. Pure functions of an asset's facts, made when they are shown: nothing here is kept.
///
/// - *Estimate*: the name that the strongest words give, how sure that is, the words it rests on, and what equally
///   strong words say against it.
/// - *Conflict*: one attribute, several values of equal standing. All are shown; none is picked.
///
/// Start with `OperatingSystems` and `Conflicts`.
@NullMarked
package org.zonewright.facts.inventory.estimate;

import org.jspecify.annotations.NullMarked;
