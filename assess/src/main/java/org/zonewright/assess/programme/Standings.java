package org.zonewright.assess.programme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
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
///
/// Costs some hundred nanoseconds a standing; reasons are built when asked for. Days are those of `today`.
public record Standings(LocalDate today, EvidenceValidity validity, Catalogues catalogues) {
    private static final Comparator<Statement> NEWEST = Comparator.comparing(Statement::date)
            .thenComparing(Statement::method)
            .thenComparing(Statement::state, Comparator.reverseOrder())
            .thenComparing(Statement::id)
            .thenComparing(statement -> String.join(" ", statement.clears()))
            .reversed();

    /// The standing of every requirement and place of which somebody said something, by requirement and then by place.
    public List<Standing> of(List<Statement> statements) {
        Map<RequirementId, List<Statement>> grouped = new TreeMap<>();
        statements.forEach(statement -> grouped.computeIfAbsent(statement.requirement(), id -> new ArrayList<>())
                .add(statement));
        return grouped.entrySet().stream()
                .flatMap(entry -> of(entry.getKey(), entry.getValue()).stream())
                .toList();
    }

    /// The standing of one requirement at every place of which somebody said something, by place.
    List<Standing> of(RequirementId requirement, List<Statement> statements) {
        Map<Subject, List<Statement>> places = new HashMap<>();
        statements.forEach(statement ->
                places.computeIfAbsent(statement.at(), at -> new ArrayList<>(1)).add(statement));
        return places.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(place -> standing(requirement, place.getKey(), place.getValue()))
                .toList();
    }

    /// The standing of one requirement at one place; all statements are about it.
    public Standing standing(RequirementId requirement, Subject at, List<Statement> statements) {
        List<Statement> newest = statements.size() < 2
                ? List.copyOf(statements)
                : statements.stream().sorted(NEWEST).toList();
        Decision decision = decide(newest);
        Statement decides = decision.decides();
        return new Standing(
                requirement,
                at,
                decides == null ? RequirementState.NO_EVIDENCE : state(decides),
                maturity(decision),
                until(decision),
                decides == null ? List.of() : List.of(decides.id()),
                new Said(this, requirement, newest));
    }

    /// What decides, what was found wanting and not answered, and good news that holds; newest first.
    private record Decision(@Nullable Statement decides, List<Statement> open, List<Statement> valid) {
        List<Statement> used() {
            return open.isEmpty() ? valid : open;
        }
    }

    private static Optional<Integer> maturity(Decision decision) {
        for (Statement used : decision.used()) {
            if (used.maturity().isPresent()) {
                return used.maturity();
            }
        }
        return Optional.empty();
    }

    private Optional<LocalDate> until(Decision decision) {
        Optional<LocalDate> last = Optional.empty();
        if (decision.open().isEmpty()) {
            for (Statement found : decision.valid()) {
                LocalDate day = lastDay(found);
                if (last.isEmpty() || day.isAfter(last.get())) {
                    last = Optional.of(day);
                }
            }
        }
        return last;
    }

    private Decision decide(List<Statement> newest) {
        return newest.size() == 1 ? decide(newest.getFirst(), newest) : decideAmong(newest);
    }

    /// Nothing else was said: most standings of a large site.
    private Decision decide(Statement only, List<Statement> newest) {
        if (only.date().isAfter(today)) {
            return new Decision(null, List.of(), List.of());
        }
        if (only.fails()) {
            return new Decision(only, newest, List.of());
        }
        return only.holds() && !today.isAfter(lastDay(only))
                ? new Decision(only, List.of(), newest)
                : new Decision(null, List.of(), List.of());
    }

    private Decision decideAmong(List<Statement> newest) {
        List<Statement> good = new ArrayList<>(1);
        List<Statement> bad = new ArrayList<>(1);
        for (Statement statement : newest) {
            if (!statement.date().isAfter(today)) {
                if (statement.holds()) {
                    good.add(statement);
                } else if (statement.fails()) {
                    bad.add(statement);
                }
            }
        }
        List<Statement> open = new ArrayList<>(bad);
        open.removeIf(found -> good.stream().anyMatch(later -> clears(later, found)));
        List<Statement> valid = new ArrayList<>(good);
        valid.removeIf(found -> today.isAfter(lastDay(found)) || bad.stream().anyMatch(later -> voids(later, found)));
        return new Decision(decides(open, valid), open, valid);
    }

    private static @Nullable Statement decides(List<Statement> open, List<Statement> valid) {
        if (!open.isEmpty()) {
            return open.getFirst();
        }
        for (Statement found : valid) {
            if (found.state() != Evidence.State.NOT_APPLICABLE) {
                return found;
            }
        }
        return valid.isEmpty() ? null : valid.getFirst();
    }

    /// Why a requirement stands as it does: every statement, newest first, and what became of it.
    private record Said(Standings judge, RequirementId requirement, List<Statement> newest) implements Grounds {
        @Override
        public Reason reason() {
            return judge.reason(requirement, newest);
        }
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

    private Reason reason(RequirementId requirement, List<Statement> newest) {
        Decision decision = decide(newest);
        Statement decides = decision.decides();
        RequirementState state = decides == null ? RequirementState.NO_EVIDENCE : state(decides);
        List<Reason> because = newest.stream()
                .map(statement -> new Reason(used(statement, decision), statement.places(), List.of()))
                .toList();
        return new Reason(
                Text.of("programme.state." + state.id(), requirement),
                List.of(new SourceRef.InStandard(
                        RequirementNames.catalogueOf(requirement, catalogues).id(), requirement.toString())),
                because);
    }

    /// What became of one statement, in words.
    private Text used(Statement statement, Decision decision) {
        if (statement.date().isAfter(today)) {
            return said("programme.evidence.not-yet", statement, statement.date());
        }
        if (statement.lacking().isPresent() && !statement.holds() && !statement.fails()) {
            return said(
                    "programme.evidence.unproven-" + statement.lacking().get().id(), statement, statement.date());
        }
        if (statement.equals(decision.decides())) {
            return statement.fails()
                    ? said("programme.evidence.decides-open", statement, statement.date())
                    : said("programme.evidence.decides", statement, lastDay(statement));
        }
        if (statement.fails()) {
            return decision.open().contains(statement)
                    ? said("programme.evidence.open", statement, statement.date())
                    : said("programme.evidence.cleared", statement, statement.date());
        }
        if (today.isAfter(lastDay(statement))) {
            return said("programme.evidence.expired", statement, lastDay(statement));
        }
        return decision.valid().contains(statement)
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
