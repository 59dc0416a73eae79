package org.zonewright.facts;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.zonewright.base.Problem;
import org.zonewright.facts.policy.Ruleset;

/// The union of what all sources say. Immutable; the same contributions in any order, any number of times, give equal
/// facts.
public final class Facts {
    private static final Facts NONE = new Facts(new TreeMap<>());

    private final SortedMap<Source, Contribution> bySource;

    private Facts(SortedMap<Source, Contribution> bySource) {
        this.bySource = bySource;
    }

    public static Facts none() {
        return NONE;
    }

    public static Facts of(Collection<Contribution> contributions) {
        SortedMap<Source, Contribution> bySource = new TreeMap<>();
        contributions.forEach(contribution -> add(bySource, contribution));
        return new Facts(bySource);
    }

    /// The facts of both. Of two contributions of one source the one that saw more frames stays: it is the later
    /// state of the same file or stream. Of equally many, that of the greater digest, so that order does not
    /// matter.
    public Facts union(Facts other) {
        SortedMap<Source, Contribution> union = new TreeMap<>(bySource);
        other.bySource.values().forEach(contribution -> add(union, contribution));
        return new Facts(union);
    }

    private static void add(SortedMap<Source, Contribution> bySource, Contribution contribution) {
        Source source = contribution.source();
        Contribution known = bySource.get(source);
        if (known == null || isLater(contribution, known)) {
            bySource.remove(source); // the key is a state of the source too
            bySource.put(source, contribution);
        }
    }

    private static boolean isLater(Contribution one, Contribution known) {
        int byFrames = Long.compare(frames(one), frames(known));
        return byFrames != 0
                ? byFrames > 0
                : one.source().digest().compareTo(known.source().digest()) > 0;
    }

    private static long frames(Contribution contribution) {
        return contribution.capture().map(CaptureSummary::frames).orElse(0L);
    }

    /// The contributions in the order of their sources.
    public List<Contribution> contributions() {
        return List.copyOf(bySource.values());
    }

    public Stream<IdentityFact> identities() {
        return bySource.values().stream().flatMap(contribution -> contribution.identities().stream());
    }

    public Stream<LinkSighting> links() {
        return bySource.values().stream().flatMap(contribution -> contribution.links().stream());
    }

    /// The rules of all configurations, in the order of their sources.
    public List<Ruleset> rulesets() {
        return bySource.values().stream()
                .flatMap(contribution -> contribution.rules().stream())
                .toList();
    }

    public List<Problem> problems() {
        return bySource.values().stream()
                .flatMap(contribution -> contribution.problems().stream())
                .sorted(Problem.ORDER)
                .toList();
    }

    public boolean isEmpty() {
        return bySource.isEmpty();
    }
}
