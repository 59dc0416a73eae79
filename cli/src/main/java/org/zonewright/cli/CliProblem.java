package org.zonewright.cli;

import org.zonewright.base.ProblemKind;
import org.zonewright.base.Severity;

/// What can go wrong at the edge itself.
enum CliProblem implements ProblemKind {
    /// A result could not be written: no right, no folder, a full disk.
    WRITE_FAILED("output.write-failed"),
    /// The temporary file could not take what did not fit in memory.
    SPILL_FAILED("memory.spill-failed"),
    /// What cannot be spilled did not fit in memory.
    MEMORY_EXHAUSTED("memory.exhausted"),
    /// The command line names a rule that does not exist.
    UNKNOWN_RULE("rule.unknown"),
    /// The command line names a zone or conduit that the SUC does not have: those it has.
    UNKNOWN_PLACE("levels.unknown-place"),
    /// The command line names something that does not apply there: the zone or conduit.
    UNKNOWN_REQUIREMENT("levels.unknown-requirement"),
    /// Rules are too many and too different for what is asked: the device.
    RULES_TOO_COMPLEX("firewall.too-complex"),
    /// The command line gives something else where addresses are asked for: what it gives.
    NO_ADDRESSES("firewall.no-addresses"),
    /// The command line gives something else where a service is asked for: what it gives.
    NO_SERVICE("firewall.no-service"),
    /// The command line names a foothold that neither the document nor the inventory has: what was named.
    UNKNOWN_FOOTHOLD("reach.unknown-foothold"),
    /// A failure of the product itself; the log has the details.
    INTERNAL("internal.failure");

    private final String id;

    CliProblem(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }
}
