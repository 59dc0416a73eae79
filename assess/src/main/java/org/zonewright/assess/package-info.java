/// From facts and decisions to a judgement.
///
/// [org.zonewright.assess.Assessor] composes the engines in one fixed order; each engine is a package below this one,
/// a pure function that takes the results of earlier ones as records and calls none of them.
///
/// - [org.zonewright.assess.identity]: what the document says about identity, in the terms of facts.
/// - [org.zonewright.assess.placement]: which documented asset and zone each observed asset is.
/// - [org.zonewright.assess.partition]: the zones and conduits that the facts propose (ZCR 3.1).
/// - [org.zonewright.assess.enforcement]: what the firewalls are configured to let through.
/// - [org.zonewright.assess.conformance]: approved against configured against observed.
/// - [org.zonewright.assess.drawing]: what is wrong with the drawing by itself (ZCR 3 and 6.3).
/// - [org.zonewright.assess.observation]: what the network says against requirements, by rules.
/// - [org.zonewright.assess.risk]: ZCR 1 to 7, from scenarios to targets.
/// - [org.zonewright.assess.levels]: SL-C and SL-A against SL-T, requirement by requirement.
/// - [org.zonewright.assess.coverage]: what evidence does for the duties of laws.
/// - [org.zonewright.assess.programme]: how organisations work (IEC 62443-2-1, 2-4, 4-1), from evidence.
/// - [org.zonewright.assess.vantage]: what was not seen, and where to look next.
///
/// What engines share lies here: [org.zonewright.assess.Finding] and how findings are ranked and accepted. Start with
/// `Assessor`.
@NullMarked
package org.zonewright.assess;

import org.jspecify.annotations.NullMarked;
