package org.zonewright.facts.policy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/// What each chain of a ruleset lets through for certain, or at most, as sets of a diagram.
///
/// Read from the last rule to the first, so that a chain of n rules costs n steps. With [Bound#AT_LEAST] a rule with an
/// open condition accepts nothing and drops all it may; with [Bound#AT_MOST] the other way round.
final class ChainSummary {
    /// Which of the two bounds is taken.
    enum Bound {
        AT_LEAST,
        AT_MOST
    }

    /// Sets that do not overlap; what is in neither falls through.
    record Decided(int accepted, int dropped) {}

    private final Ruleset rules;
    private final PacketSpace space;
    private final Diagram diagram;
    private final Bound bound;
    private final Map<String, Decided> known = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private final Map<Rule, Integer> matches;

    ChainSummary(Ruleset rules, PacketSpace space, Bound bound, Map<Rule, Integer> matches) {
        this.rules = rules;
        this.space = space;
        this.diagram = space.diagram();
        this.bound = bound;
        this.matches = matches;
    }

    static Map<Rule, Integer> noMatches() {
        return new IdentityHashMap<>();
    }

    int match(Rule rule) {
        return matches.computeIfAbsent(rule, any -> space.match(any.match()));
    }

    Decided of(String chain) {
        Decided done = known.get(chain);
        if (done != null) {
            return done;
        }
        Chain found = rules.chains().get(chain);
        if (found == null || !open.add(chain)) { // a chain that is missing or calls itself: nothing certain
            return bound == Bound.AT_LEAST
                    ? new Decided(Diagram.FALSE, space.all())
                    : new Decided(space.all(), Diagram.FALSE);
        }
        Decided result = new Decided(Diagram.FALSE, Diagram.FALSE);
        for (Rule rule : found.rules().reversed()) {
            result = before(rule, result);
        }
        open.remove(chain);
        known.put(chain, result);
        return result;
    }

    /// What is decided from this rule on, given what is decided by those after it.
    Decided before(Rule rule, Decided rest) {
        if (!rule.enabled()) {
            return rest;
        }
        boolean certain = rule.match().open().isEmpty();
        return switch (rule.action()) {
            case Action.Continue() -> rest;
            case Action.Accept() -> certain || bound == Bound.AT_MOST ? accept(match(rule), rest) : rest;
            case Action.Drop _ -> certain || bound == Bound.AT_LEAST ? drop(match(rule), rest) : rest;
            case Action.Return() -> certain ? leave(match(rule), rest) : worst(match(rule), rest);
            case Action.Goto(String chain) ->
                certain ? decide(match(rule), of(chain), leave(match(rule), rest)) : worst(match(rule), rest);
            case Action.Jump(String chain) -> {
                Decided called = of(chain);
                if (!certain) {
                    called = bound == Bound.AT_LEAST
                            ? new Decided(Diagram.FALSE, called.dropped())
                            : new Decided(called.accepted(), Diagram.FALSE);
                }
                yield decide(match(rule), called, rest);
            }
        };
    }

    private Decided accept(int set, Decided rest) {
        return new Decided(diagram.or(rest.accepted(), set), diagram.minus(rest.dropped(), set));
    }

    private Decided drop(int set, Decided rest) {
        return new Decided(diagram.minus(rest.accepted(), set), diagram.or(rest.dropped(), set));
    }

    private Decided leave(int set, Decided rest) {
        return new Decided(diagram.minus(rest.accepted(), set), diagram.minus(rest.dropped(), set));
    }

    /// Where control may go either way, the bound takes what is worse for it.
    private Decided worst(int set, Decided rest) {
        return bound == Bound.AT_LEAST ? drop(set, rest) : accept(set, rest);
    }

    private Decided decide(int set, Decided called, Decided rest) {
        return drop(diagram.and(set, called.dropped()), accept(diagram.and(set, called.accepted()), rest));
    }

    /// The packets that get through every stage.
    int accepted(Path path) {
        int through = space.all();
        for (Stage stage : rules.stages(path)) {
            through = diagram.and(through, accepted(stage));
        }
        return through;
    }

    int accepted(Stage stage) {
        Decided decided = of(stage.chain());
        int accepted = stage.accepts() ? diagram.minus(space.all(), decided.dropped()) : decided.accepted();
        int judged = scope(stage);
        return diagram.or(diagram.and(accepted, judged), diagram.minus(space.all(), judged));
    }

    /// The packets that a stage judges at all.
    int scope(Stage stage) {
        return diagram.and(
                space.interfaces(PacketSpace.Part.IN, stage.in()), space.interfaces(PacketSpace.Part.OUT, stage.out()));
    }
}
