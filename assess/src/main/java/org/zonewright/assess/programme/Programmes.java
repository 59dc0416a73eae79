package org.zonewright.assess.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.zonewright.assess.EvidenceValidity;
import org.zonewright.assess.Subject;
import org.zonewright.plant.Plant;
import org.zonewright.plant.ServiceRelation;
import org.zonewright.plant.SourceMap;
import org.zonewright.plant.product.MakerFile;
import org.zonewright.standard.catalogue.Catalogues;

/// Holds the organisations around a site against IEC 62443-2-1, 2-4 and 4-1. A pure function.
public final class Programmes {
    private Programmes() {}

    /// Judges by the evidence of a document as of a time; days are those of UTC.
    public static ProgrammeResult judge(Plant plant, SourceMap positions, Catalogues catalogues, Instant at) {
        LocalDate today = LocalDate.ofInstant(at, ZoneOffset.UTC);
        EvidenceValidity validity = EvidenceValidity.of(plant.policy());
        Statements statements = new StatementReader(plant, positions, catalogues, validity, today).read();
        Standings judge = new Standings(today, validity, catalogues);
        StandingTable standings = new JudgedStatements(statements, judge);
        Organisations organisations = Organisations.of(standings, judge);
        List<Programme> programmes = new ArrayList<>();
        programmes.add(organisations.along(
                catalogues.program(),
                Subject.of(plant.site().id()),
                plant.site().organisation().orElse(plant.site().displayName())));
        for (ServiceRelation service : plant.services()) {
            programmes.add(organisations.along(catalogues.providers(), Subject.of(service.id()), service.provider()));
        }
        for (Subject maker : organisations.makers()) {
            programmes.add(organisations.along(catalogues.development(), maker, maker.id()));
        }
        return new ProgrammeResult(today, programmes, standings, statements.unplaced());
    }

    /// Judges a maker's file: one product, the practices by which it is made, and all else it has evidence of.
    public static ProgrammeResult judge(MakerFile file, SourceMap positions, Catalogues catalogues, Instant at) {
        LocalDate today = LocalDate.ofInstant(at, ZoneOffset.UTC);
        Statements statements = new MakerStatements(file, positions, catalogues).read();
        Standings judge = new Standings(today, EvidenceValidity.shipped(), catalogues);
        StandingTable standings = new JudgedStatements(statements, judge);
        Programme practices = Organisations.of(standings, judge)
                .along(
                        catalogues.development(),
                        Subject.of(file.product().id()),
                        file.product().displayName());
        return new ProgrammeResult(today, List.of(practices), standings, statements.unplaced());
    }
}
