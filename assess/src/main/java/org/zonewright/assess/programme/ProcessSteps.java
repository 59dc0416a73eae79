package org.zonewright.assess.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zonewright.assess.RequirementNames;
import org.zonewright.assess.RequirementState;
import org.zonewright.assess.Subject;
import org.zonewright.base.Reason;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Text;
import org.zonewright.plant.Plant;
import org.zonewright.plant.SourceMap;
import org.zonewright.plant.assurance.ProcessStep;
import org.zonewright.standard.RequirementId;
import org.zonewright.standard.catalogue.CatalogueKey;
import org.zonewright.standard.catalogue.Catalogues;

/// What the people of a site say of steps of IEC 62443-3-2, as standings. Whether the document bears them out is for
/// the risk assessment to say; its states come after these and replace them.
public final class ProcessSteps {
    private ProcessSteps() {}

    /// The standings, in the document's order. A step that is missing has no evidence; one that does not apply needs a
    /// reason.
    public static List<Standing> standings(Plant plant, SourceMap positions, Catalogues catalogues) {
        List<Standing> standings = new ArrayList<>();
        for (int i = 0; i < plant.process().size(); i++) {
            ProcessStep step = plant.process().get(i);
            Optional<SourceRef> place = positions.at("process[" + i + "]");
            RequirementNames.find(step.requirement().value(), catalogues)
                    .filter(id -> RequirementNames.catalogueOf(id, catalogues) == CatalogueKey.IEC_62443_3_2)
                    .ifPresent(id -> standings.add(standing(plant, step, id, place)));
        }
        return standings;
    }

    private static Standing standing(Plant plant, ProcessStep step, RequirementId id, Optional<SourceRef> place) {
        RequirementState state =
                switch (step.state()) {
                    case DONE -> RequirementState.MET;
                    case PARTIAL -> RequirementState.PARTIAL;
                    case MISSING -> RequirementState.NO_EVIDENCE;
                    case NOT_APPLICABLE ->
                        step.because().isPresent() ? RequirementState.NOT_APPLICABLE : RequirementState.NO_EVIDENCE;
                };
        return new Standing(
                id,
                Subject.of(plant.site().id()),
                state,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                new Reason(
                        Text.of("programme.step", id, step.state().word()),
                        place.stream().toList(),
                        List.of()));
    }
}
