/// What readers of configurations share: the text within bounds, names and groups, sets of which only a part is
/// known, and the rules that come of them.
///
/// A reader implements [org.zonewright.intake.config.build.ConfigFormat] and fills a
/// [org.zonewright.intake.config.build.RulesetBuilder]. Where a part of a rule is not known (a host name, an
/// application, a group that contains itself) the rule becomes two: one for what surely matches, one with an open
/// condition for what may.
@NullMarked
package org.zonewright.intake.config.build;

import org.jspecify.annotations.NullMarked;
