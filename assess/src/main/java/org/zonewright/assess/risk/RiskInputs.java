package org.zonewright.assess.risk;

import java.util.List;
import java.util.Optional;
import org.zonewright.assess.Finding;
import org.zonewright.assess.risk.target.LevelEffects;
import org.zonewright.plant.Plant;
import org.zonewright.plant.risk.SectorProfile;

/// What the risk assessment takes beside the document.
///
/// `profiles` are sector profiles that somebody brought; `effects` answers the iterative method; `findings` are those
/// of the drawing and of the traffic, empty where those checks were not run; `fileDigest` the SHA-256 of the
/// document's file and `approved` the document that was approved, where known.
public record RiskInputs(
        List<SectorProfile> profiles,
        LevelEffects effects,
        Optional<List<Finding>> findings,
        Optional<String> fileDigest,
        Optional<Plant> approved) {
    public RiskInputs {
        profiles = List.copyOf(profiles);
        findings = findings.map(List::copyOf);
    }

    /// Nothing but the document.
    public static RiskInputs none() {
        return new RiskInputs(
                List.of(), LevelEffects.ofDocument(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public RiskInputs withFindings(List<Finding> found) {
        return new RiskInputs(profiles, effects, Optional.of(found), fileDigest, approved);
    }

    public RiskInputs withProfiles(List<SectorProfile> given) {
        return new RiskInputs(given, effects, findings, fileDigest, approved);
    }

    public RiskInputs withApproved(Optional<String> digest, Optional<Plant> document) {
        return new RiskInputs(profiles, effects, findings, digest, document);
    }
}
