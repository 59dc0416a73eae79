package org.zonewright.facts.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/// Finds rules that never decide, decide nothing new, let everything through, or were never used.
///
/// A rule is judged within its chain, whoever calls that chain: what earlier rules of the chain surely decide does not
/// reach it. A rule with an open condition takes nothing from those after it.
final class RuleNotes {
    /// What the families say of one rule; both must agree.
    private static final class Findings {
        boolean possible;
        boolean reached;
        boolean needed;
    }

    private final Ruleset rules;
    private final List<FamilySpace> families;
    private final List<RuleNote> notes = new ArrayList<>();

    RuleNotes(Ruleset rules, List<FamilySpace> families) {
        this.rules = rules;
        this.families = families;
    }

    List<RuleNote> find() {
        rules.chains().values().forEach(this::chain);
        return notes;
    }

    private void chain(Chain chain) {
        Map<Integer, Findings> findings = new LinkedHashMap<>();
        for (int i = 0; i < chain.rules().size(); i++) {
            findings.put(i, new Findings());
        }
        for (FamilySpace family : families) {
            look(chain, family, findings);
        }
        findings.forEach((index, found) -> note(chain, index, found));
    }

    /// Reads from the first rule to the last what reaches each, beside what those after it decide.
    private void look(Chain chain, FamilySpace family, Map<Integer, Findings> findings) {
        List<Rule> all = chain.rules();
        Diagram diagram = family.space.diagram();
        List<ChainSummary.Decided> surely = after(chain, family, family.atLeast);
        List<ChainSummary.Decided> atMost = after(chain, family, family.atMost);
        int reaching = family.space.all();
        for (int i = 0; i < all.size(); i++) {
            Rule rule = all.get(i);
            Findings found = findings.getOrDefault(i, new Findings());
            int match = rule.enabled() ? family.atLeast.match(rule) : Diagram.FALSE;
            int effective = diagram.and(match, reaching);
            found.possible |= match != Diagram.FALSE;
            found.reached |= effective != Diagram.FALSE;
            found.needed |= effective != Diagram.FALSE
                    && isNeeded(
                            rule,
                            effective,
                            surely.get(i).accepted(),
                            atMost.get(i).dropped(),
                            diagram);
            if (rule.enabled() && rule.match().open().isEmpty()) {
                reaching = diagram.minus(reaching, taken(rule, effective, family));
            }
        }
    }

    /// What the rules after each decide.
    private List<ChainSummary.Decided> after(Chain chain, FamilySpace family, ChainSummary summary) {
        List<ChainSummary.Decided> after = new ArrayList<>();
        ChainSummary.Decided rest = end(chain, family);
        for (Rule rule : chain.rules().reversed()) {
            after.add(rest);
            rest = summary.before(rule, rest);
        }
        return after.reversed();
    }

    /// What is decided after the last rule: by the stage, where the chain is a stage's own and nobody else calls it.
    private ChainSummary.Decided end(Chain chain, FamilySpace family) {
        List<Boolean> answers = rules.stages().stream()
                .filter(stage -> stage.chain().equals(chain.name()))
                .map(Stage::accepts)
                .distinct()
                .toList();
        if (answers.size() != 1 || isCalled(chain.name())) {
            return new ChainSummary.Decided(Diagram.FALSE, Diagram.FALSE);
        }
        return answers.getFirst()
                ? new ChainSummary.Decided(family.space.all(), Diagram.FALSE)
                : new ChainSummary.Decided(Diagram.FALSE, family.space.all());
    }

    private boolean isCalled(String name) {
        return rules.chains().values().stream()
                .flatMap(chain -> chain.rules().stream())
                .map(Rule::action)
                .anyMatch(action -> (action instanceof Action.Jump(String called) && called.equals(name))
                        || (action instanceof Action.Goto(String other) && other.equals(name)));
    }

    /// What of `effective` no later rule sees.
    private static int taken(Rule rule, int effective, FamilySpace family) {
        Diagram diagram = family.space.diagram();
        return switch (rule.action()) {
            case Action.Continue() -> Diagram.FALSE;
            case Action.Jump(String called) -> {
                ChainSummary.Decided decided = family.atLeast.of(called);
                ChainSummary.Decided other = family.atMost.of(called);
                int sure = diagram.or(
                        diagram.and(decided.accepted(), other.accepted()),
                        diagram.and(decided.dropped(), other.dropped()));
                yield diagram.and(effective, sure);
            }
            default -> effective;
        };
    }

    private static boolean isNeeded(Rule rule, int effective, int accepted, int dropped, Diagram diagram) {
        return switch (rule.action()) {
            case Action.Accept() -> diagram.minus(effective, accepted) != Diagram.FALSE;
            case Action.Drop _ -> diagram.minus(effective, dropped) != Diagram.FALSE;
            default -> true;
        };
    }

    private void note(Chain chain, int index, Findings found) {
        Rule rule = chain.rules().get(index);
        if (!rule.enabled()) {
            notes.add(new RuleNote(RuleNote.Kind.DISABLED, chain.name(), rule, List.of()));
            return;
        }
        boolean asksNothing = rule.match().states().equals(Set.of(Match.State.INVALID));
        if (asksNothing) {
            return; // it keeps out what belongs to no connection, which is no packet here
        }
        if (!found.possible) {
            notes.add(new RuleNote(RuleNote.Kind.IMPOSSIBLE, chain.name(), rule, List.of()));
        } else if (!found.reached) {
            notes.add(new RuleNote(RuleNote.Kind.SHADOWED, chain.name(), rule, covering(chain, index)));
        } else if (!found.needed && !rule.logged() && !saysTheDefault(rule)) {
            notes.add(new RuleNote(RuleNote.Kind.REDUNDANT, chain.name(), rule, List.of()));
        }
        if (rule.action() instanceof Action.Accept
                && rule.match().open().isEmpty()
                && rule.match().in().isAny()
                && rule.match().out().isAny()
                && rule.match().isAnyToAny()
                && !rule.match().states().equals(Set.of(Match.State.ESTABLISHED))) {
            notes.add(new RuleNote(RuleNote.Kind.ANY_TO_ANY, chain.name(), rule, List.of()));
        }
        if (rule.hits().equals(OptionalLong.of(0))) {
            notes.add(new RuleNote(RuleNote.Kind.NEVER_HIT, chain.name(), rule, List.of()));
        }
    }

    /// A last rule that drops everything is how people write the default down.
    private static boolean saysTheDefault(Rule rule) {
        return rule.action() instanceof Action.Drop
                && rule.match().isAnyToAny()
                && rule.match().in().isAny()
                && rule.match().out().isAny();
    }

    /// The earlier rules that take a part of what the rule matches.
    private List<Rule> covering(Chain chain, int index) {
        List<Rule> covering = new ArrayList<>();
        for (Rule earlier : chain.rules().subList(0, index)) {
            boolean takes = earlier.enabled()
                    && earlier.match().open().isEmpty()
                    && families.stream()
                            .anyMatch(family ->
                                    overlap(family, earlier, chain.rules().get(index)));
            if (takes) {
                covering.add(earlier);
            }
        }
        return covering;
    }

    private static boolean overlap(FamilySpace family, Rule earlier, Rule later) {
        int both = family.space.diagram().and(family.atLeast.match(earlier), family.atLeast.match(later));
        return taken(earlier, both, family) != Diagram.FALSE;
    }
}
