/// How organisations work, judged from evidence: the owner's security program (IEC 62443-2-1), service providers (2-4),
/// makers (4-1).
///
/// - [org.zonewright.assess.programme.Statement]: what one piece of evidence says about one requirement.
/// - [org.zonewright.assess.programme.Standings]: which statements decide, and what state follows; good for every
///   requirement, not of these standards alone.
/// - [org.zonewright.assess.programme.Programmes]: the standings along a catalogue, with the maturity of each part.
///
/// A maturity level (1 to 4) says how well a process is lived; it is no security level, and never a mean. Start with
/// `Programmes`.
@NullMarked
package org.zonewright.assess.programme;

import org.jspecify.annotations.NullMarked;
