package org.zonewright.report.coverage;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.zonewright.assess.coverage.Clock;
import org.zonewright.assess.coverage.LawCoverage;
import org.zonewright.assess.coverage.ProductCoverage;
import org.zonewright.assess.coverage.SiteCoverage;
import org.zonewright.assess.programme.Programme;
import org.zonewright.assess.programme.Unplaced;

/// What is to be shown: a site, or products alone; only these parts of it; and the clocks that were asked for.
public record CoverageView(
        Instant at,
        Optional<SiteCoverage> site,
        List<ProductCoverage> products,
        Set<CoveragePart> parts,
        List<Clock> clocks) {
    public CoverageView {
        products = List.copyOf(products);
        parts = parts.isEmpty() ? EnumSet.allOf(CoveragePart.class) : EnumSet.copyOf(parts);
        clocks = List.copyOf(clocks);
    }

    boolean shows(CoveragePart part) {
        return parts.contains(part);
    }

    /// The site's programs, then the practices of products, as far as they are shown.
    List<Programme> programmes() {
        return Stream.concat(
                        site.stream().flatMap(found -> found.programmes().programmes().stream()),
                        products.stream().flatMap(product -> product.practices().programmes().stream()))
                .filter(programme -> CoveragePart.of(programme.catalogue())
                        .filter(this::shows)
                        .isPresent())
                .toList();
    }

    /// The laws with whom they are about, as far as they are shown.
    List<About> laws() {
        return Stream.concat(
                        site.stream()
                                .filter(found -> shows(CoveragePart.NIS2))
                                .map(found -> new About(found.site(), found.nis2())),
                        products.stream()
                                .filter(product -> shows(CoveragePart.CRA))
                                .map(product ->
                                        new About(product.file().product().displayName(), product.cra())))
                .toList();
    }

    /// What could not be counted anywhere.
    List<Unplaced> unplaced() {
        return Stream.concat(
                        site.stream().flatMap(found -> found.programmes().unplaced().stream()),
                        products.stream().flatMap(product -> product.practices().unplaced().stream()))
                .toList();
    }

    /// A law held against a site or a product.
    record About(String who, LawCoverage law) {}
}
