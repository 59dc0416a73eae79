package org.zonewright.facts.policy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import org.zonewright.facts.policy.ChainSummary.Bound;
import org.zonewright.facts.policy.ChainSummary.Decided;

/// Answers questions about one ruleset in one family by following what is asked through the rules that can match it.
/// The sets stay as narrow as the question, so that rules whose whole effect would be too large are judged all the
/// same.
/// One thread.
final class FamilyJudge {
    /// Nodes after which the next question starts anew: some 80 MB.
    private static final int MAX_KEPT = 2_000_000;

    /// Boxes of a question about a device without state whose answers are followed too.
    private static final int MAX_ANSWERS = 10_000;

    private final Ruleset rules;
    private final Path path;
    private final Family family;
    private final SortedSet<String> interfaces;
    private final boolean unread;
    private final Map<String, RuleIndex> indexes = new HashMap<>();
    private final IdentityHashMap<Rule, Integer> matches = new IdentityHashMap<>();
    private PacketSpace space;

    FamilyJudge(Ruleset rules, Path path, Family family, SortedSet<String> interfaces) {
        this.rules = rules;
        this.path = path;
        this.family = family;
        this.interfaces = interfaces;
        unread = rules.unread().stream().anyMatch(Unread::decides);
        space = fresh();
    }

    /// What was asked and what of it gets through for certain and at most, as sets of [#space()].
    record Judgement(int asked, int surely, int possibly) {
        private static final Judgement NOTHING = new Judgement(Diagram.FALSE, Diagram.FALSE, Diagram.FALSE);
    }

    private PacketSpace fresh() {
        return new PacketSpace(family, interfaces, new Diagram(PolicyAlgebra.MAX_NODES));
    }

    /// The packets of the last judgement; another one may start anew.
    PacketSpace space() {
        return space;
    }

    /// @throws Diagram.TooManyNodes if what is asked is too wide for the rules
    Judgement judge(Question question) {
        Match match = question.match();
        if (match.source().of(family).isEmpty()
                || match.destination().of(family).isEmpty()) {
            return Judgement.NOTHING;
        }
        if (space.diagram().size() > MAX_KEPT) {
            space = fresh();
            matches.clear();
        }
        Diagram diagram = space.diagram();
        int openers = diagram.and(space.all(), space.state(false));
        int asked = diagram.and(space.match(match), openers);
        if (unread) {
            return new Judgement(asked, Diagram.FALSE, asked);
        }
        RuleIndex.Span span = RuleIndex.Span.of(match, family);
        return new Judgement(
                asked, opened(asked, match, span, Bound.AT_LEAST), opened(asked, match, span, Bound.AT_MOST));
    }

    private int opened(int asked, Match match, RuleIndex.Span span, Bound bound) {
        Diagram diagram = space.diagram();
        int opening = through(asked, span, bound);
        if (rules.stateful()) {
            return opening;
        }
        int answered = diagram.or(space.service(Service.of(Service.TCP)), space.service(Service.of(Service.UDP)));
        int needing = diagram.and(opening, answered);
        int answers = diagram.and(space.turned(needing, MAX_ANSWERS), space.state(true));
        RuleIndex.Span back =
                RuleIndex.Span.of(Match.any().from(match.destination()).to(match.source()), family);
        int let = space.turned(through(answers, back, bound), MAX_ANSWERS);
        return diagram.or(diagram.minus(opening, answered), diagram.and(needing, let));
    }

    /// What of the packets gets through every stage.
    private int through(int packets, RuleIndex.Span span, Bound bound) {
        Diagram diagram = space.diagram();
        int rest = packets;
        for (Stage stage : rules.stages(path)) {
            int judged = diagram.and(rest, scope(stage));
            Decided decided = new Walk(span, bound).chain(stage.chain(), judged);
            int accepted = stage.accepts() ? diagram.minus(judged, decided.dropped()) : decided.accepted();
            rest = diagram.or(accepted, diagram.minus(rest, judged));
        }
        return rest;
    }

    /// The packets that a stage judges at all.
    int scope(Stage stage) {
        return space.diagram()
                .and(
                        space.interfaces(PacketSpace.Part.IN, stage.in()),
                        space.interfaces(PacketSpace.Part.OUT, stage.out()));
    }

    int match(Rule rule) {
        return matches.computeIfAbsent(rule, any -> space.match(any.match()));
    }

    /// The rules of a chain that decide something and can match; a chain that is missing has none.
    RuleIndex index(String chain) {
        return indexes.computeIfAbsent(chain, name -> {
            Chain found = rules.chains().get(name);
            return new RuleIndex(found == null ? List.of() : found.rules(), family);
        });
    }

    RuleIndex.Span span(Question question) {
        return RuleIndex.Span.of(question.match(), family);
    }

    /// Follows packets through chains, from the first rule to the last. The bounds are those of [ChainSummary].
    private final class Walk {
        private final RuleIndex.Span span;
        private final boolean least;
        private final Set<String> open = new HashSet<>();

        Walk(RuleIndex.Span span, Bound bound) {
            this.span = span;
            least = bound == Bound.AT_LEAST;
        }

        Decided chain(String name, int packets) {
            if (packets == Diagram.FALSE) {
                return new Decided(Diagram.FALSE, Diagram.FALSE);
            }
            if (!rules.chains().containsKey(name) || !open.add(name)) {
                return least ? new Decided(Diagram.FALSE, packets) : new Decided(packets, Diagram.FALSE);
            }
            Diagram diagram = space.diagram();
            RuleIndex index = index(name);
            int rest = packets;
            int accepted = Diagram.FALSE;
            int dropped = Diagram.FALSE;
            for (int i = index.next(0, span); i >= 0 && rest != Diagram.FALSE; i = index.next(i + 1, span)) {
                Rule rule = index.rule(i);
                int matched = diagram.and(rest, match(rule));
                if (matched != Diagram.FALSE) {
                    Decided decided = rule(rule, matched);
                    accepted = diagram.or(accepted, decided.accepted());
                    dropped = diagram.or(dropped, decided.dropped());
                    int gone = leaves(rule) ? matched : diagram.or(decided.accepted(), decided.dropped());
                    rest = diagram.minus(rest, gone);
                }
            }
            open.remove(name);
            return new Decided(accepted, dropped);
        }

        /// True if packets that match do not come to the next rule, decided or not.
        private boolean leaves(Rule rule) {
            boolean certain = rule.match().open().isEmpty();
            return certain && (rule.action() instanceof Action.Return || rule.action() instanceof Action.Goto);
        }

        private Decided rule(Rule rule, int matched) {
            boolean certain = rule.match().open().isEmpty();
            Decided nothing = new Decided(Diagram.FALSE, Diagram.FALSE);
            Decided worst = least ? new Decided(Diagram.FALSE, matched) : new Decided(matched, Diagram.FALSE);
            return switch (rule.action()) {
                case Action.Continue() -> nothing;
                case Action.Accept() -> certain || !least ? new Decided(matched, Diagram.FALSE) : nothing;
                case Action.Drop _ -> certain || least ? new Decided(Diagram.FALSE, matched) : nothing;
                case Action.Return() -> certain ? nothing : worst;
                case Action.Goto(String chain) -> certain ? chain(chain, matched) : worst;
                case Action.Jump(String chain) -> {
                    Decided called = chain(chain, matched);
                    yield certain
                            ? called
                            : least
                                    ? new Decided(Diagram.FALSE, called.dropped())
                                    : new Decided(called.accepted(), Diagram.FALSE);
                }
            };
        }
    }
}
