package org.zonewright.plant.risk;

import org.zonewright.plant.Word;

/// The ways of coming from risk to SL-T that the product offers; none is the standard's own formula.
public enum TargetMethod implements Word {
    MATRIX,
    CRRF,
    CONSEQUENCE,
    ATTACKER_PROFILE,
    ITERATIVE,
    PROFILE,
    MANUAL
}
