package org.zonewright.plant.risk;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zonewright.plant.Word;
import org.zonewright.plant.assurance.Subject;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.EssentialFunctionId;
import org.zonewright.plant.id.HazardId;
import org.zonewright.plant.id.MeasureId;
import org.zonewright.plant.id.ScenarioId;
import org.zonewright.standard.FoundationalRequirement;
import org.zonewright.standard.SecurityLevel;

/// One threat to one zone or conduit, followed through ZCR 5.1 to 5.12.
///
/// `threat` and `threatSource` are ids of the threat list or free words, `techniques` ids of ATT&CK for ICS.
/// `stoppedBy` are the foundational requirements that would stop it: the entries of SL-T it drives. `unmitigated`
/// leaves out every cyber countermeasure and keeps `protectionLayers` that are none (ZCR 5.4); `residual` counts
/// `countermeasures` in. `atLevels` says what would be left with the countermeasures of a level present, for the
/// iterative method. `level` is the assessor's choice where the method gives a range or is manual.
public record Scenario(
        ScenarioId id,
        Optional<String> name,
        Subject at,
        Optional<String> threat,
        Optional<String> threatSource,
        List<String> techniques,
        Optional<Attacker> attacker,
        List<String> vulnerabilities,
        List<AssetId> assets,
        List<FoundationalRequirement> stoppedBy,
        Optional<String> consequence,
        List<EssentialFunctionId> affects,
        List<String> protectionLayers,
        Estimate unmitigated,
        List<MeasureId> countermeasures,
        Estimate residual,
        List<AtLevel> atLevels,
        Optional<TargetMethod> method,
        Optional<SecurityLevel> level,
        List<HazardId> hazards,
        Optional<String> assessedBy,
        Optional<LocalDate> assessedOn,
        Optional<String> because) {

    public Scenario {
        techniques = List.copyOf(techniques);
        vulnerabilities = List.copyOf(vulnerabilities);
        assets = List.copyOf(assets);
        stoppedBy = List.copyOf(stoppedBy);
        affects = List.copyOf(affects);
        protectionLayers = List.copyOf(protectionLayers);
        countermeasures = List.copyOf(countermeasures);
        atLevels = List.copyOf(atLevels);
        hazards = List.copyOf(hazards);
    }

    /// What is expected where everything that a level asks for is present.
    public record AtLevel(SecurityLevel level, Estimate estimate) {}

    /// Who attacks, by the two scales of the attacker-profile method.
    public record Attacker(Resources resources, Skill skill) {}

    /// What stands behind an attacker, from little to much.
    public enum Resources implements Word {
        INDIVIDUAL,
        CLUB,
        CONTEST,
        TEAM,
        ORGANIZATION,
        GOVERNMENT
    }

    /// What an attacker knows, from little to much.
    public enum Skill implements Word {
        NONE,
        MINIMAL,
        OPERATIONAL,
        ADEPT
    }
}
