/// What the network says against requirements: rules, each a versioned row of data with a page, applied to the
/// inventory.
///
/// A rule *contradicts* (what it saw cannot be while the requirement is met) or *indicates* (a reason to look). It
/// never shows that a requirement is met.
@NullMarked
package org.zonewright.assess.observation;

import org.jspecify.annotations.NullMarked;
