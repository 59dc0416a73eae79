/// Writers of rules: one a product, from the same [org.zonewright.enforce.ConduitPolicy].
///
/// Start at [org.zonewright.enforce.target.RuleWriter]. A writer gives the same text for the same policy; whatever
/// comes
/// from the document goes through [org.zonewright.enforce.target.Plain] before it stands in a text, so that a name
/// can never become a rule. What a product cannot tell apart is said by [org.zonewright.enforce.target.Precision].
@NullMarked
package org.zonewright.enforce.target;

import org.jspecify.annotations.NullMarked;
