package org.zonewright.assess.programme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zonewright.assess.EvidenceValidity;
import org.zonewright.assess.RequirementNames;
import org.zonewright.assess.RequirementState;
import org.zonewright.assess.Subject;
import org.zonewright.base.Reason;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Text;
import org.zonewright.plant.assurance.Evidence;
import org.zonewright.standard.RequirementId;
import org.zonewright.standard.catalogue.Catalogues;

/// Decides what several statements about one requirement at one place come to.
///
/// What was found wanting stays until a newer statement of an equal or stronger method says that the requirement
/// holds, and takes older good news with it. Good news ends with its validity and then counts as if nobody had looked.
/// A statement dated after the day counts as not yet made. That a requirement does not apply decides only where
/// nothing says that it is met. The order of statements does not matter.
public final class Standings {
    private static final Comparator<Statement> AGE = Comparator.comparing(Statement::date)
            .thenComparing(Statement::method)
            .thenComparing(Statement::state, Comparator.reverseOrder())
            .thenComparing(Statement::id);

    private final LocalDate today;
    private final EvidenceValidity validity;
    private final Catalogues catalogues;

    /// Standings on one day.
    public Standings(LocalDate today, EvidenceValidity validity, Catalogues catalogues) {
        this.today = today;
        this.validity = validity;
        this.catalogues = catalogues;
    }

    /// The standing of every requirement and place of which somebody said something, by requirement and then by place.
    public List<Standing> of(List<Statement> statements) {
        Map<RequirementId, Map<Subject, List<Statement>>> grouped = new TreeMap<>();
        statements.forEach(statement -> grouped.computeIfAbsent(statement.requirement(), id -> new TreeMap<>())
                .computeIfAbsent(statement.at(), at -> new ArrayList<>())
                .add(statement));
        List<Standing> standings = new ArrayList<>();
        grouped.forEach(
                (requirement, places) -> places.forEach((at, said) -> standings.add(standing(requirement, at, said))));
        return standings;
    }

    /// The standing of one requirement at one place; all statements are about it.
    public Standing standing(RequirementId requirement, Subject at, List<Statement> statements) {
        List<Statement> known = statements.stream()
                .filter(statement -> !statement.date().isAfter(today))
                .sorted(AGE.reversed())
                .toList();
        List<Statement> good = known.stream().filter(Statement::holds).toList();
        List<Statement> bad = known.stream().filter(Statement::fails).toList();
        List<Statement> open = bad.stream()
                .filter(found -> good.stream().noneMatch(later -> clears(later, found)))
                .toList();
        List<Statement> valid = good.stream()
                .filter(found -> !today.isAfter(lastDay(found)))
                .filter(found -> bad.stream().noneMatch(later -> voids(later, found)))
                .toList();
        Optional<Statement> decides = !open.isEmpty()
                ? Optional.of(open.getFirst())
                : valid.stream()
                        .filter(found -> found.state() != Evidence.State.NOT_APPLICABLE)
                        .findFirst()
                        .or(() -> valid.stream().findFirst());
        RequirementState state = decides.map(Standings::state).orElse(RequirementState.NO_EVIDENCE);
        List<Statement> used = decides.isEmpty() ? List.of() : open.isEmpty() ? valid : open;
        return new Standing(
                requirement,
                at,
                state,
                used.stream().flatMap(found -> found.maturity().stream()).findFirst(),
                open.isEmpty() ? valid.stream().map(this::lastDay).max(Comparator.naturalOrder()) : Optional.empty(),
                decides.map(Statement::id).stream().toList(),
                reason(requirement, state, statements, decides, open, valid));
    }

    private static boolean clears(Statement good, Statement bad) {
        boolean strong = good.method().compareTo(bad.method()) >= 0;
        boolean named = good.clears().contains(bad.id()) && !good.date().isBefore(bad.date());
        return strong && (named || good.date().isAfter(bad.date()));
    }

    /// What was found wanting later, or on the same day, leaves nothing of good news that does not answer it.
    private static boolean voids(Statement bad, Statement good) {
        return !bad.date().isBefore(good.date()) && !clears(good, bad);
    }

    private LocalDate lastDay(Statement statement) {
        return validity.lastDay(statement.method(), statement.date(), statement.validUntil());
    }

    private static RequirementState state(Statement statement) {
        return switch (statement.state()) {
            case MET -> RequirementState.MET;
            case PARTIAL -> RequirementState.PARTIAL;
            case NOT_MET -> RequirementState.NOT_MET;
            case NOT_APPLICABLE -> RequirementState.NOT_APPLICABLE;
            case COMPENSATED -> RequirementState.COMPENSATED;
            case INHERITED -> RequirementState.INHERITED;
        };
    }

    private Reason reason(
            RequirementId requirement,
            RequirementState state,
            List<Statement> statements,
            Optional<Statement> decides,
            List<Statement> open,
            List<Statement> valid) {
        List<Reason> because = statements.stream()
                .sorted(AGE.reversed())
                .map(statement -> new Reason(used(statement, decides, open, valid), statement.places(), List.of()))
                .toList();
        return new Reason(
                Text.of("programme.state." + state.id(), requirement),
                List.of(new SourceRef.InStandard(
                        RequirementNames.catalogueOf(requirement, catalogues).id(), requirement.toString())),
                because);
    }

    /// What became of one statement, in words.
    private Text used(Statement statement, Optional<Statement> decides, List<Statement> open, List<Statement> valid) {
        if (statement.date().isAfter(today)) {
            return said("programme.evidence.not-yet", statement, statement.date());
        }
        if (statement.lacking().isPresent() && !statement.holds() && !statement.fails()) {
            return said(
                    "programme.evidence.unproven-" + statement.lacking().get().id(), statement, statement.date());
        }
        if (decides.filter(statement::equals).isPresent()) {
            return statement.fails()
                    ? said("programme.evidence.decides-open", statement, statement.date())
                    : said("programme.evidence.decides", statement, lastDay(statement));
        }
        if (statement.fails()) {
            return open.contains(statement)
                    ? said("programme.evidence.open", statement, statement.date())
                    : said("programme.evidence.cleared", statement, statement.date());
        }
        if (today.isAfter(lastDay(statement))) {
            return said("programme.evidence.expired", statement, lastDay(statement));
        }
        return valid.contains(statement)
                ? said("programme.evidence.agrees", statement, lastDay(statement))
                : said("programme.evidence.voided", statement, statement.date());
    }

    private static Text said(String key, Statement statement, LocalDate day) {
        return Text.of(
                key,
                statement.id(),
                statement.state().word(),
                statement.method().word(),
                statement.date(),
                day);
    }
}
