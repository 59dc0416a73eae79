package org.zonewright.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zonewright.base.Problem;
import org.zonewright.facts.policy.Ruleset;

/// Everything one source says. Immutable.
///
/// `capture` is empty for lists and configurations. `children` speaks of devices behind stations, `identities` of the
/// stations themselves; `rules` is what a configuration lets through. `problemCounts` has the number of problems of
/// each kind by id, also of those beyond the ones
/// kept in `problems`.
public record Contribution(
        Source source,
        Optional<CaptureSummary> capture,
        ConversationTable conversations,
        List<IdentityFact> identities,
        List<ChildFact> children,
        List<LinkSighting> links,
        List<Problem> problems,
        Map<String, Integer> problemCounts,
        Optional<Ruleset> rules) {

    public Contribution {
        identities = inOrder(identities);
        children = inOrder(children);
        List<LinkSighting> ordered = new ArrayList<>(links);
        ordered.sort(null);
        links = List.copyOf(ordered);
        problems = List.copyOf(problems);
        problemCounts = Map.copyOf(problemCounts);
    }

    /// In order, each once. No stream, since there may be very many.
    private static <T extends Comparable<T>> List<T> inOrder(List<T> facts) {
        List<T> ordered = new ArrayList<>(facts);
        ordered.sort(null);
        int kept = 0;
        for (T fact : ordered) {
            if (kept == 0 || !ordered.get(kept - 1).equals(fact)) {
                ordered.set(kept++, fact);
            }
        }
        return List.copyOf(ordered.subList(0, kept));
    }

    /// A contribution that speaks of no device behind another.
    public Contribution(
            Source source,
            Optional<CaptureSummary> capture,
            ConversationTable conversations,
            List<IdentityFact> identities,
            List<LinkSighting> links,
            List<Problem> problems,
            Map<String, Integer> problemCounts) {
        this(source, capture, conversations, identities, List.of(), links, problems, problemCounts);
    }

    /// A contribution that is no configuration.
    public Contribution(
            Source source,
            Optional<CaptureSummary> capture,
            ConversationTable conversations,
            List<IdentityFact> identities,
            List<ChildFact> children,
            List<LinkSighting> links,
            List<Problem> problems,
            Map<String, Integer> problemCounts) {
        this(source, capture, conversations, identities, children, links, problems, problemCounts, Optional.empty());
    }

    /// A configuration, which speaks of rules alone.
    public static Contribution ofRules(
            Source source, Optional<Ruleset> rules, List<Problem> problems, Map<String, Integer> problemCounts) {
        return new Contribution(
                source,
                Optional.empty(),
                ConversationTable.empty(),
                List.of(),
                List.of(),
                List.of(),
                problems,
                problemCounts,
                rules);
    }
}
