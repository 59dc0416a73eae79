package org.zonewright.assess.risk.process;

import java.util.List;
import org.zonewright.base.Reason;
import org.zonewright.plant.assurance.ProcessStep;
import org.zonewright.standard.RequirementId.ZoneConduitId;
import org.zonewright.standard.catalogue.ZoneConduitRequirement.Obligation;

/// How far one step is. `missing` says what it still needs, also where people say that it is done; it is empty for a
/// step that does not apply. `needed` counts what was looked for. `reason` says why the step is in this state.
public record ZcrStep(
        ZoneConduitId id,
        String title,
        Obligation obligation,
        ProcessStep.State state,
        int needed,
        List<Gap> missing,
        Reason reason) {
    public ZcrStep {
        missing = List.copyOf(missing);
    }
}
