package org.zonewright.assess.coverage;

import java.util.List;
import org.zonewright.assess.RequirementState;
import org.zonewright.assess.programme.Standing;
import org.zonewright.standard.RequirementId;
import org.zonewright.standard.catalogue.CatalogueKey;

/// One requirement that helps with a duty, and where it stands how: `held` where it holds, `failed` where it was found
/// wanting. Places without evidence, and those where it does not apply, are in neither.
public record Help(CatalogueKey catalogue, RequirementId requirement, List<Standing> held, List<Standing> failed) {
    public Help {
        held = List.copyOf(held);
        failed = List.copyOf(failed);
    }

    static Help of(CatalogueKey catalogue, RequirementId requirement, List<Standing> standings) {
        return new Help(
                catalogue,
                requirement,
                standings.stream()
                        .filter(standing ->
                                standing.state().holds() && standing.state() != RequirementState.NOT_APPLICABLE)
                        .toList(),
                standings.stream().filter(standing -> standing.state().failed()).toList());
    }
}
