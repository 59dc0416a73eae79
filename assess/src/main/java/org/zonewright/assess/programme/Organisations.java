package org.zonewright.assess.programme;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zonewright.assess.Subject;
import org.zonewright.standard.RequirementId;
import org.zonewright.standard.RequirementId.DevelopmentId;
import org.zonewright.standard.RequirementId.ProgramId;
import org.zonewright.standard.RequirementId.ProviderId;
import org.zonewright.standard.catalogue.ProcessCatalogue;
import org.zonewright.standard.catalogue.ProcessRequirement;

/// How the owner, service providers and makers stand: standings by who is meant.
record Organisations(Map<Subject, Map<RequirementId, Standing>> bySubject, Standings judge) {
    static Organisations of(StandingTable standings, Standings judge) {
        Map<Subject, Map<RequirementId, Standing>> bySubject = new HashMap<>();
        standings.requirements().stream()
                .filter(Organisations::isProcess)
                .flatMap(requirement -> standings.of(requirement).stream())
                .forEach(standing -> bySubject
                        .computeIfAbsent(standing.at(), at -> new HashMap<>())
                        .put(standing.requirement(), standing));
        return new Organisations(bySubject, judge);
    }

    /// True for what organisations are asked for.
    private static boolean isProcess(RequirementId requirement) {
        return switch (requirement) {
            case ProgramId _, ProviderId _, DevelopmentId _ -> true;
            default -> false;
        };
    }

    /// The makers of whom something is known, by name.
    List<Subject> makers() {
        return bySubject.keySet().stream()
                .filter(subject -> subject.kind() == Subject.Kind.MAKER)
                .sorted()
                .toList();
    }

    /// One subject along one catalogue; requirements of which nobody said anything have no evidence.
    Programme along(ProcessCatalogue catalogue, Subject subject, String name) {
        Map<RequirementId, Standing> known = bySubject.getOrDefault(subject, Map.of());
        Map<String, List<Standing>> byGroup = new HashMap<>();
        List<Standing> all = new ArrayList<>();
        for (ProcessRequirement requirement : catalogue.requirements()) {
            Standing standing = known.containsKey(requirement.id())
                    ? known.get(requirement.id())
                    : judge.standing(requirement.id(), subject, List.of());
            byGroup.computeIfAbsent(requirement.group(), group -> new ArrayList<>())
                    .add(standing);
            all.add(standing);
        }
        List<Programme.Part> parts = catalogue.groups().stream()
                .map(group -> new Programme.Part(
                        group,
                        byGroup.getOrDefault(group.id(), List.of()),
                        Maturity.of(below(catalogue, group, byGroup))))
                .toList();
        return new Programme(catalogue.info().key(), subject, name, parts, Maturity.of(all));
    }

    private static List<Standing> below(
            ProcessCatalogue catalogue, ProcessCatalogue.Group group, Map<String, List<Standing>> byGroup) {
        List<Standing> standings = new ArrayList<>(byGroup.getOrDefault(group.id(), List.of()));
        catalogue.groups().stream()
                .filter(child -> child.parent().filter(group.id()::equals).isPresent())
                .forEach(child -> standings.addAll(byGroup.getOrDefault(child.id(), List.of())));
        return standings;
    }
}
