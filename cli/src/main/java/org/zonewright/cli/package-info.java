/// The command line: one class a verb, results on standard output, messages on standard error.
///
/// Start with [Main][org.zonewright.cli.Main]: it is the only entry point and the only place that sets the exit code.
@org.jspecify.annotations.NullMarked
package org.zonewright.cli;
