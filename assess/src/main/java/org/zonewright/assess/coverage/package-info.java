/// What the evidence of a site, or of a maker's product, is good for in law: NIS2, Annex I of the Cyber Resilience Act,
/// and what countries add.
///
/// A duty is *supported* by evidence, has *no evidence*, or lies *outside IEC 62443*. Nothing here says whether a law
/// is
/// kept: which requirement helps with which duty, and how much of it that covers, is our opinion, and what stays open
/// is
/// told.
///
/// - [org.zonewright.assess.coverage.Laws]: the duties of a law, each with what helps and what speaks against it.
/// - [org.zonewright.assess.coverage.Clocks]: when reports are due, from the times at which something happened.
/// - [org.zonewright.assess.coverage.Suppliers]: whose products a site has, and until when they are mended.
///
/// Standings of requirements come in as records, whoever found them. Start with `Laws`.
@NullMarked
package org.zonewright.assess.coverage;

import org.jspecify.annotations.NullMarked;
