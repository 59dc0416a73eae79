/// Requirements against which a protocol in use indicates a gap.
///
/// The table `indications.tsv` is data with a version; each row says which requirement of IEC 62443-3-3, when, why
/// and what it cannot see. A row *indicates*: it is a reason to look, never a verdict. What is used without
/// protection may be compensated (a tunnel, a guarded cell), and no traffic shows that a requirement is met.
///
/// Start with [org.zonewright.assess.indication.Indicator].
@NullMarked
package org.zonewright.assess.indication;

import org.jspecify.annotations.NullMarked;
