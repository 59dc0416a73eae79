package org.zonewright.assess.programme;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.zonewright.assess.RequirementState;
import org.zonewright.standard.RequirementId;

/// How well a part of a program is lived: the lowest maturity among its requirements that have evidence, never a mean,
/// and on how many it rests.
///
/// `level` is 1 to 4; it is empty where nothing is graded, and where a requirement was found not met, which has no
/// maturity. `by` is the requirement that decides. `evidenced` of `all` requirements have evidence, `graded` of them a
/// maturity level; requirements that do not apply are counted in `evidenced` and grade nothing. `failed` were found
/// wanting.
public record Maturity(
        Optional<Integer> level, Optional<RequirementId> by, int graded, int evidenced, int failed, int all) {

    /// The maturity of the requirements whose standings these are.
    static Maturity of(List<Standing> standings) {
        Optional<Standing> notMet = standings.stream()
                .filter(standing -> standing.state() == RequirementState.NOT_MET
                        && standing.maturity().isEmpty())
                .findFirst();
        List<Standing> graded = standings.stream()
                .filter(standing -> standing.maturity().isPresent())
                .toList();
        Optional<Standing> decides = notMet.or(() -> graded.stream()
                .min(Comparator.comparing(standing -> standing.maturity().orElseThrow())));
        return new Maturity(
                decides.flatMap(Standing::maturity),
                decides.map(Standing::requirement),
                graded.size(),
                (int) standings.stream().filter(Standing::hasEvidence).count(),
                (int) standings.stream()
                        .filter(standing -> standing.state().failed())
                        .count(),
                standings.size());
    }
}
