/// Whether written rules do what was approved: the text, read back by whoever reads such configurations, held against
/// what was observed and against the whole of what was meant.
///
/// Start at [org.zonewright.enforce.proof.Prover]. It is given rulesets, never the compiler's own model of them.
@NullMarked
package org.zonewright.enforce.proof;

import org.jspecify.annotations.NullMarked;
