package org.zonewright.assess.drawing;

import java.time.Instant;
import java.util.List;
import org.zonewright.assess.Acceptances;
import org.zonewright.assess.Finding;
import org.zonewright.plant.Plant;
import org.zonewright.plant.SourceMap;

/// Checks a drawing by itself. A pure function; `at` decides which acceptances still hold.
public final class DrawingChecks {
    private static final List<DrawingCheck> ALL = List.of(
            new AssetPlaceCheck(),
            new DuplicateNameCheck(),
            new FlowOutsideConduitCheck(),
            new AnyInFlowCheck(),
            new ConduitOwnerCheck(),
            new ConduitUnwatchedCheck(),
            new ConduitControlsCheck(),
            new ConduitCrossesZoneCheck(),
            new DmzBypassedCheck(),
            new DmzCrossedCheck(),
            new DmzEssentialCheck(),
            new BusinessSharedCheck(),
            new SafetySharedCheck(),
            new SafetyProgrammedOutsideCheck(),
            new TemporarySharedCheck(),
            new WirelessSharedCheck(),
            new ExternalSharedCheck());

    private DrawingChecks() {}

    /// All findings about the drawing, in the order of reports.
    public static List<Finding> check(Plant plant, Instant at, SourceMap positions) {
        Drawing drawing = new Drawing(plant, positions);
        Acceptances acceptances = new Acceptances(plant.acceptances(), at);
        return ALL.stream()
                .flatMap(check -> check.check(drawing).stream())
                .map(acceptances::judge)
                .sorted(Finding.ORDER)
                .toList();
    }
}
