package org.zonewright.assess.coverage;

import org.zonewright.assess.programme.ProgrammeResult;
import org.zonewright.plant.product.MakerFile;

/// One product in its maker's file: the practices by which it is made, and the Cyber Resilience Act. `source` is the
/// name of the file.
public record ProductCoverage(String source, MakerFile file, ProgrammeResult practices, LawCoverage cra) {}
