/// Approved against observed.
///
/// - An *exchange* is what one asset and one other said over one service, all places it was seen from together.
/// - A *crossing* is an exchange between two zones. Approved flows *cover* crossings: both ends, the port, the
///   protocol
///   and then each function must fit.
/// - Attempts (asked, never answered) and rejections stand apart: they cross nothing.
///
/// Traffic proves violations and never that all is well: a flow that was not seen was "not observed in this window,
/// from these points". Traffic inside a zone is not judged as flow. Group and broadcast traffic, and the
/// network's own chatter (ICMP, ARP …), are counted and not judged, unless a flow names them.
///
/// Where configurations of firewalls are known, a *truth table* for each conduit holds approved, configured and
/// observed against each other ([org.zonewright.assess.conformance.TruthCase] has the cases).
///
/// Start with [org.zonewright.assess.conformance.Verifier].
@NullMarked
package org.zonewright.assess.conformance;

import org.jspecify.annotations.NullMarked;
