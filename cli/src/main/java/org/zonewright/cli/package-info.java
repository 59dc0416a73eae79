/// The command line: one class a verb, with its names, help and checks.
///
/// Results go to standard output, messages to standard error. Exit 0 is clean, 1 means findings, 2 that nothing
/// usable was read or a result could not be written. Only this module prints, and only here are exceptions turned
/// into messages.
///
/// Start with `Main`.
@NullMarked
package org.zonewright.cli;

import org.jspecify.annotations.NullMarked;
