package org.zonewright.plant.assurance;

import org.zonewright.plant.Word;

/// How something was found out, from weak to strong.
public enum Method implements Word {
    INTERVIEW,
    EXAMINATION,
    OBSERVED,
    CONFIGURATION,
    TEST
}
