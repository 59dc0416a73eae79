/// The four words that every stage of Zonewright shares.
///
/// - [org.zonewright.base.SourceRef]: a place a person can open (a frame, a line, a cell, a clause).
/// - [org.zonewright.base.Problem]: one thing wrong with something we were given.
/// - [org.zonewright.base.Reason]: why a conclusion holds, a tree whose leaves are places.
/// - [org.zonewright.base.Text]: what a person reads, kept as a key and arguments, said by
///   [org.zonewright.base.Texts].
///
/// Start with `SourceRef`. Nothing here knows captures, plants or standards.
@NullMarked
package org.zonewright.base;

import org.jspecify.annotations.NullMarked;
