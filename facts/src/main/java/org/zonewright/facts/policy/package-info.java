/// What firewalls and routers are configured to let through: rules as records, and the exact algebra over them.
///
/// `intake.config` reads configurations into a [org.zonewright.facts.policy.Ruleset];
/// [org.zonewright.facts.policy.PolicyAlgebra]
/// answers whether one end may open another, which rule decides, which rules never can, and what differs between two
/// configurations. Sets of packets are kept as binary decision diagrams (Bryant 1986), so an answer covers every
/// address, port and protocol: nothing is sampled. What a rule says beyond that (an application, a user, a time) leaves
/// the answer open between two bounds, and the answer says which line is to blame.
@NullMarked
package org.zonewright.facts.policy;

import org.jspecify.annotations.NullMarked;
