/// What is claimed, shown, planned, accepted and approved.
///
/// - [org.zonewright.plant.assurance.Claim]: what a maker says of a product (SL-C).
/// - [org.zonewright.plant.assurance.Evidence]: what was found about a requirement at a place (SL-A).
/// - [org.zonewright.plant.assurance.Measure]: what is to be done, or was.
/// - [org.zonewright.plant.assurance.Acceptance]: what somebody answers for instead.
@NullMarked
package org.zonewright.plant.assurance;

import org.jspecify.annotations.NullMarked;
