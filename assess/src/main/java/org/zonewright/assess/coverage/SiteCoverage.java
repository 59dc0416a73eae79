package org.zonewright.assess.coverage;

import java.time.Instant;
import java.util.List;
import org.zonewright.assess.programme.ProgrammeResult;

/// What the evidence of a site is good for, at one time: programs, NIS2, what its country adds, and its suppliers with
/// their files as far as they were handed over.
public record SiteCoverage(
        Instant at,
        String site,
        ProgrammeResult programmes,
        LawCoverage nis2,
        List<RuleCoverage> national,
        List<Supplier> suppliers,
        List<ProductCoverage> products) {
    public SiteCoverage {
        national = List.copyOf(national);
        suppliers = List.copyOf(suppliers);
        products = List.copyOf(products);
    }
}
