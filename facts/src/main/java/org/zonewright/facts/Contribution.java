package org.zonewright.facts;

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
        identities = identities.stream().sorted().distinct().toList();
        children = children.stream().sorted().distinct().toList();
        links = links.stream().sorted().toList();
        problems = List.copyOf(problems);
        problemCounts = Map.copyOf(problemCounts);
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
