package org.zonewright.assess.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.zonewright.assess.EvidenceValidity;
import org.zonewright.assess.Subject;
import org.zonewright.plant.Plant;
import org.zonewright.plant.ServiceRelation;
import org.zonewright.plant.SourceMap;
import org.zonewright.plant.product.MakerFile;
import org.zonewright.standard.RequirementId;
import org.zonewright.standard.catalogue.Catalogues;
import org.zonewright.standard.catalogue.ProcessCatalogue;
import org.zonewright.standard.catalogue.ProcessRequirement;

/// Holds the organisations around a site against IEC 62443-2-1, 2-4 and 4-1. A pure function.
public final class Programmes {
    private Programmes() {}

    /// Judges by the evidence of a document as of a time; days are those of UTC.
    public static ProgrammeResult judge(Plant plant, SourceMap positions, Catalogues catalogues, Instant at) {
        LocalDate today = LocalDate.ofInstant(at, ZoneOffset.UTC);
        EvidenceValidity validity = EvidenceValidity.of(plant.policy());
        Statements statements = new StatementReader(plant, positions, catalogues, validity, today).read();
        Standings judge = new Standings(today, validity, catalogues);
        List<Standing> standings = judge.of(statements.said());
        List<Programme> programmes = new ArrayList<>();
        programmes.add(along(
                catalogues.program(),
                Subject.of(plant.site().id()),
                plant.site().organisation().orElse(plant.site().displayName()),
                standings,
                judge));
        for (ServiceRelation service : plant.services()) {
            programmes.add(
                    along(catalogues.providers(), Subject.of(service.id()), service.provider(), standings, judge));
        }
        TreeSet<Subject> makers = new TreeSet<>();
        standings.stream()
                .map(Standing::at)
                .filter(subject -> subject.kind() == Subject.Kind.MAKER)
                .forEach(makers::add);
        makers.forEach(maker -> programmes.add(along(catalogues.development(), maker, maker.id(), standings, judge)));
        return new ProgrammeResult(today, programmes, standings, statements.unplaced());
    }

    /// Judges a maker's file: one product, the practices by which it is made, and all else it has evidence of.
    public static ProgrammeResult judge(MakerFile file, SourceMap positions, Catalogues catalogues, Instant at) {
        LocalDate today = LocalDate.ofInstant(at, ZoneOffset.UTC);
        Statements statements = new MakerStatements(file, positions, catalogues).read();
        Standings judge = new Standings(today, EvidenceValidity.shipped(), catalogues);
        List<Standing> standings = judge.of(statements.said());
        Programme practices = along(
                catalogues.development(),
                Subject.of(file.product().id()),
                file.product().displayName(),
                standings,
                judge);
        return new ProgrammeResult(today, List.of(practices), standings, statements.unplaced());
    }

    /// One subject along one catalogue; requirements of which nobody said anything have no evidence.
    public static Programme along(
            ProcessCatalogue catalogue, Subject subject, String name, List<Standing> standings, Standings judge) {
        Map<RequirementId, Standing> known = new HashMap<>();
        standings.stream()
                .filter(standing -> standing.at().equals(subject))
                .forEach(standing -> known.put(standing.requirement(), standing));
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
