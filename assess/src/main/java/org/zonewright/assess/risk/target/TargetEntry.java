package org.zonewright.assess.risk.target;

import org.zonewright.base.Reason;
import org.zonewright.standard.FoundationalRequirement;
import org.zonewright.standard.SecurityLevel;

/// One of the seven entries of a target, with what drives it.
public record TargetEntry(FoundationalRequirement requirement, SecurityLevel level, Driver driver, Reason reason) {}
