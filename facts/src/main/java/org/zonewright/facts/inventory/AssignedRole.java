package org.zonewright.facts.inventory;

import org.zonewright.base.Reason;
import org.zonewright.facts.Confidence;

/// A role with what gave it.
public record AssignedRole(Role role, Confidence confidence, Reason reason) {}
