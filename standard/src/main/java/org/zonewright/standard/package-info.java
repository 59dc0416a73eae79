/// The words of IEC 62443 that every engine speaks.
///
/// - [org.zonewright.standard.FoundationalRequirement]: the seven concerns, always in one order.
/// - [org.zonewright.standard.SecurityLevel]: 0 to 4, for one concern.
/// - [org.zonewright.standard.LevelVector]: seven levels, compared entry by entry and never averaged.
/// - [org.zonewright.standard.TargetLevel], [org.zonewright.standard.CapabilityLevel] and
///   [org.zonewright.standard.AchievedLevel]: what is wanted, what a thing can do, what is there.
/// - [org.zonewright.standard.RequirementId]: the published number of a requirement, in whatever spelling it was
/// written.
///
/// Start with `LevelVector`; what the requirements are is in `org.zonewright.standard.catalogue`. Nothing here knows
/// plants, assets or traffic.
@NullMarked
package org.zonewright.standard;

import org.jspecify.annotations.NullMarked;
