package org.zonewright.assess.levels;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zonewright.assess.Subject;
import org.zonewright.assess.observation.Observation;
import org.zonewright.plant.Plant;
import org.zonewright.plant.assurance.Evidence;
import org.zonewright.standard.LevelVector;
import org.zonewright.standard.catalogue.ComponentCatalogue;
import org.zonewright.standard.catalogue.SystemCatalogue;

/// All that levels follow from.
///
/// `targets` are SL-T by zone and conduit, from the document or the risk assessment. `stage` is the earliest stage
/// whose evidence counts for SL-A: with FAT everything but design, with SAT neither design nor FAT. Evidence that
/// names no stage was found in operation. `at` is the time of the assessment; evidence of a later day is not looked
/// at.
public record LevelsInput(
        SystemCatalogue systems,
        ComponentCatalogue components,
        Plant plant,
        SortedMap<Subject, LevelVector> targets,
        List<Observation> observations,
        List<Installed> installed,
        Evidence.Stage stage,
        Instant at) {
    public LevelsInput {
        targets = Collections.unmodifiableSortedMap(new TreeMap<>(targets));
        observations = List.copyOf(observations);
        installed = List.copyOf(installed);
    }

    /// This input with another plant document.
    public LevelsInput withPlant(Plant changed) {
        return new LevelsInput(systems, components, changed, targets, observations, installed, stage, at);
    }

    /// This input with other observations.
    public LevelsInput withObservations(List<Observation> changed) {
        return new LevelsInput(systems, components, plant, targets, changed, installed, stage, at);
    }

    /// This input at another time.
    public LevelsInput withAt(Instant changed) {
        return new LevelsInput(systems, components, plant, targets, observations, installed, stage, changed);
    }
}
