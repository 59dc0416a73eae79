/// What is wrong with the drawing by itself: no facts are needed, and none are read.
///
/// One check is one file, an implementation of [org.zonewright.assess.drawing.DrawingCheck] whose comment is the
/// source of its page in `docs/checks`; [org.zonewright.assess.drawing.DrawingChecks] is the ordered list of all of
/// them. `docs/add-a-check.md` shows how to write one.
@NullMarked
package org.zonewright.assess.drawing;

import org.jspecify.annotations.NullMarked;
