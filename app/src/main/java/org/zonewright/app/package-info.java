/// The use cases of Zonewright: each composes the stages (read, resolve, judge, report) and does nothing else.
///
/// [org.zonewright.app.Inputs] finds what the arguments of a command name, [org.zonewright.app.Sources] reads it to
/// facts. Everything is given in and handed out as values; the clock, the seed and the streams come from the edge.
///
/// Start with `Sources`.
@NullMarked
package org.zonewright.app;

import org.jspecify.annotations.NullMarked;
