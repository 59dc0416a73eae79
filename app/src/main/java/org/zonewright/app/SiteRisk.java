package org.zonewright.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zonewright.assess.drawing.DrawingChecks;
import org.zonewright.assess.risk.RiskEngine;
import org.zonewright.assess.risk.RiskInputs;
import org.zonewright.assess.risk.RiskResult;
import org.zonewright.base.Problem;
import org.zonewright.base.SourceRef;
import org.zonewright.plant.Plant;
import org.zonewright.plant.PlantReading;
import org.zonewright.plant.risk.SectorProfile;
import org.zonewright.plant.yaml.RiskFiles;
import org.zonewright.standard.catalogue.Catalogues;

/// The risk assessment of a plant document by itself, without traffic. `result` is empty where the document could not
/// be read; `problems` are those of the files, those of the assessment are in the result.
public record SiteRisk(Optional<Plant> plant, Optional<RiskResult> result, List<Problem> problems) {
    private static final int MAX_PROFILE_BYTES = 1 << 20;

    public SiteRisk {
        problems = List.copyOf(problems);
    }

    /// Reads and assesses. `profiles` are files of sector profiles, `approved` the document that was approved.
    public static SiteRisk of(Path document, List<Path> profiles, Optional<Path> approved, Instant at) {
        List<Problem> problems = new ArrayList<>();
        DocumentFile file = DocumentFile.read(document);
        PlantReading reading = file.reading();
        problems.addAll(reading.problems());
        List<SectorProfile> given = profiles.stream()
                .flatMap(profile -> profile(profile, problems).stream())
                .toList();
        Optional<Plant> before = approved.map(DocumentFile::read).flatMap(old -> {
            problems.addAll(old.reading().problems());
            return old.reading().plant();
        });
        String digest = file.digest().startsWith("sha256:") ? file.digest().substring(7) : "";
        Optional<RiskResult> result = reading.plant().map(plant -> {
            RiskInputs inputs = RiskInputs.none()
                    .withProfiles(given)
                    .withFindings(DrawingChecks.check(plant, at, reading.positions()))
                    .withApproved(Optional.of(digest), before);
            return RiskEngine.assess(plant, reading.positions(), Catalogues.shipped(), inputs, at);
        });
        return new SiteRisk(reading.plant(), result, problems);
    }

    private static Optional<SectorProfile> profile(Path file, List<Problem> problems) {
        try {
            if (Files.size(file) > MAX_PROFILE_BYTES) {
                problems.add(Problem.of(
                        InputProblem.UNREADABLE, new SourceRef.InFile(file.toString()), "larger than 1 MiB"));
                return Optional.empty();
            }
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            RiskFiles.ProfileReading reading = RiskFiles.readProfile(file.toString(), text);
            problems.addAll(reading.problems());
            return reading.profile();
        } catch (IOException e) {
            problems.add(Problem.of(
                    InputProblem.UNREADABLE,
                    new SourceRef.InFile(file.toString()),
                    e.getClass().getSimpleName()));
            return Optional.empty();
        }
    }
}
