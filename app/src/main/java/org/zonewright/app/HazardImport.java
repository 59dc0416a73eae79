package org.zonewright.app;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zonewright.intake.hazard.HazardField;
import org.zonewright.intake.hazard.HazardReading;
import org.zonewright.intake.hazard.HazardRow;
import org.zonewright.intake.hazard.HazardTables;
import org.zonewright.plant.Plant;
import org.zonewright.plant.Site;
import org.zonewright.plant.id.HazardId;
import org.zonewright.plant.id.Id;
import org.zonewright.plant.id.SiteId;
import org.zonewright.plant.risk.Estimate;
import org.zonewright.plant.risk.Hazard;
import org.zonewright.plant.risk.Risk;
import org.zonewright.plant.risk.TargetRules;
import org.zonewright.plant.yaml.PlantYaml;

/// A hazard study on its way into a plant document. `hazards` have ids that a document takes; impacts and likelihoods
/// stay in the study's own words, which the matrix of the document has to know.
public record HazardImport(HazardReading reading, List<Hazard> hazards) {
    public HazardImport {
        hazards = List.copyOf(hazards);
    }

    /// Reads a CSV or XLSX file; `mapping` says by heading what a column is.
    public static HazardImport read(Path file, Map<String, HazardField> mapping) {
        HazardReading reading = HazardTables.read(file, mapping);
        Set<String> taken = new HashSet<>();
        return new HazardImport(
                reading, reading.rows().stream().map(row -> hazard(row, taken)).toList());
    }

    private static Hazard hazard(HazardRow row, Set<String> taken) {
        return new Hazard(
                new HazardId(id(row.id(), taken)),
                row.node(),
                row.deviation(),
                row.consequence(),
                new Estimate(row.likelihood(), row.impacts(), Optional.empty()),
                elements(row.causes()),
                elements(row.safeguards()));
    }

    private static List<Hazard.Element> elements(List<HazardRow.Element> elements) {
        return elements.stream()
                .map(one -> new Hazard.Element(one.text(), one.hackable()))
                .toList();
    }

    /// An id that a document takes: `hz-` before the study's own, other signs as hyphens, a number behind one that is
    /// taken.
    private static String id(String own, Set<String> taken) {
        String clean = own.replaceAll("[^\\p{L}\\p{N}._-]+", "-");
        String start = clean.startsWith("hz-") ? clean : "hz-" + clean;
        int end = Math.min(start.length(), Id.MAX_LENGTH - 8);
        String base = start.substring(0, Character.isHighSurrogate(start.charAt(end - 1)) ? end - 1 : end);
        String id = base;
        for (int i = 2; !taken.add(id); i++) {
            id = base + "-" + i;
        }
        return id;
    }

    /// The hazards as the part of a plant document that holds them.
    public String asDocument() {
        Risk risk = new Risk(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                TargetRules.DEFAULTS,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                hazards,
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty());
        String whole = PlantYaml.write(Plant.of(Site.of(new SiteId("site"))).withRisk(Optional.of(risk)));
        int start = whole.indexOf("\nrisk:");
        return start < 0 ? "" : whole.substring(start + 1);
    }
}
