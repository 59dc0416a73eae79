package org.zonewright.report.coverage;

import java.util.List;
import java.util.stream.Stream;
import org.zonewright.assess.coverage.DutyCoverage;
import org.zonewright.assess.programme.Standing;
import org.zonewright.base.Reason;
import org.zonewright.standard.RequirementId;

/// The trees of reasons behind what is shown, found by the number of a duty or requirement.
public final class CoverageReasons {
    private CoverageReasons() {}

    /// Every tree about it: a duty of a law for each whom it is held against, a requirement for each whom it is put to.
    /// Empty where nothing shown is about it.
    public static List<Reason> of(CoverageView view, RequirementId id) {
        return Stream.concat(
                        view.laws().stream()
                                .flatMap(about -> about.law().duties().stream())
                                .filter(duty -> duty.duty().id().equals(id))
                                .map(DutyCoverage::reason),
                        standings(view)
                                .filter(standing -> standing.requirement().equals(id))
                                .map(Standing::reason))
                .toList();
    }

    /// Everything of which there is a tree.
    public static Stream<RequirementId> known(CoverageView view) {
        return Stream.concat(
                        view.laws().stream()
                                .flatMap(about -> about.law().duties().stream())
                                .map(duty -> duty.duty().id()),
                        standings(view).map(Standing::requirement))
                .distinct();
    }

    private static Stream<Standing> standings(CoverageView view) {
        return view.programmes().stream().flatMap(programme -> programme.standings().stream());
    }
}
