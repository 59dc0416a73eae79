/// What the readers of other sources share: files within bounds, records of logs, and how they become a contribution.
///
/// A reader takes what a file says about addresses, conversations and their functions and hands it to a
/// [org.zonewright.intake.source.Gathering], which counts what was taken and what was left out. Nothing throws
/// because of what a file holds: a row that cannot be used is a problem with its line.
///
/// Start with `Gathering`.
@NullMarked
package org.zonewright.intake.source;

import org.jspecify.annotations.NullMarked;
