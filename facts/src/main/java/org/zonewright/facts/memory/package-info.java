/// Tables that may be larger than memory: rows of longs in pages, of which those in use are in memory and the others
/// in one temporary file.
///
/// Terms: a *page* is a run of rows of one table, and an array of longs while it is in memory. A *budget* is how many
/// bytes all pages and indexes together may take, shared by all tables of a run. To *spill* is to write a page to the
/// file and to forget it in memory until it is asked for again. What is read back is what was written, so results do
/// not depend on the budget.
///
/// Start with [org.zonewright.facts.memory.MemoryBudget]. A table that is changed in random order is
/// [org.zonewright.facts.memory.PagedRows], found through a [org.zonewright.facts.memory.RowIndex]; a finished one
/// that is only read from its start to its end is a [org.zonewright.facts.memory.RowLog].
@NullMarked
package org.zonewright.facts.memory;

import org.jspecify.annotations.NullMarked;
