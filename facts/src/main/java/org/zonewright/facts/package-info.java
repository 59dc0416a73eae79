/// What sources saw, before anything is concluded from it.
///
/// A [org.zonewright.facts.Contribution] is everything one source (a capture file, a list, a log) says: conversations
/// in a columnar [org.zonewright.facts.ConversationTable], identity facts, which MAC address sent for which IP
/// address, and how good the view was. [org.zonewright.facts.Facts] is the union of contributions: merging is
/// associative, commutative and idempotent, so files, sensors and runs may come in any order. Facts are never
/// rewritten; what follows from them is in [org.zonewright.facts.inventory].
///
/// Records that hold an enum and are keys of tables compare themselves by hand: the hash of an enum differs from run to
/// run.
///
/// Start with `Contribution`.
@NullMarked
package org.zonewright.facts;

import org.jspecify.annotations.NullMarked;
