package org.zonewright.plant.risk;

import java.util.Optional;
import org.zonewright.plant.assurance.Subject;

/// The worst case of ZCR 2.1, before any detail: what happens if the subject is compromised, mostly taken as certain.
public record InitialRisk(Subject at, String consequence, Estimate estimate, Optional<String> because) {}
