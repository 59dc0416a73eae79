package org.zonewright.facts.policy;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Follows a set of packets through the rules of one stage and notes which decide a part of it.
///
/// A rule with an open condition is noted as open, and the packets go on as if it had not matched.
final class RuleWalk {
    private final FamilyJudge family;
    private final RuleIndex.Span span;
    private final Diagram diagram;
    private final Stage stage;
    private final List<Answer.Decision> decisions;
    private final List<Rule> open;
    private final Set<String> entered = new HashSet<>();

    RuleWalk(FamilyJudge family, RuleIndex.Span span, Stage stage, List<Answer.Decision> decisions, List<Rule> open) {
        this.family = family;
        this.span = span;
        this.diagram = family.space().diagram();
        this.stage = stage;
        this.decisions = decisions;
        this.open = open;
    }

    void walk(int packets) {
        if (packets != Diagram.FALSE && chain(stage.chain(), packets) != Diagram.FALSE) {
            decisions.add(new Answer.Decision(stage, Optional.empty(), stage.accepts()));
        }
    }

    /// The packets that the chain leaves undecided.
    private int chain(String name, int packets) {
        if (!entered.add(name)) {
            return Diagram.FALSE; // a chain that calls itself decides nothing
        }
        int rest = packets;
        int fallen = Diagram.FALSE;
        RuleIndex index = family.index(name);
        for (int i = index.next(0, span); i >= 0; i = index.next(i + 1, span)) {
            Rule rule = index.rule(i);
            int matched = diagram.and(rest, family.match(rule));
            if (matched == Diagram.FALSE) {
                continue;
            }
            if (!rule.match().open().isEmpty()) {
                open.add(rule);
                continue;
            }
            switch (rule.action()) {
                case Action.Accept() -> decided(rule, true);
                case Action.Drop _ -> decided(rule, false);
                case Action.Return() -> fallen = diagram.or(fallen, matched);
                case Action.Goto(String chain) -> fallen = diagram.or(fallen, chain(chain, matched));
                case Action.Jump(String chain) ->
                    rest = diagram.or(diagram.minus(rest, matched), chain(chain, matched));
                case Action.Continue() -> throw new IllegalStateException("a rule that only counts decides nothing");
            }
            if (!(rule.action() instanceof Action.Jump)) {
                rest = diagram.minus(rest, matched);
            }
            if (rest == Diagram.FALSE) {
                break;
            }
        }
        entered.remove(name);
        return diagram.or(rest, fallen);
    }

    private void decided(Rule rule, boolean accepts) {
        decisions.add(new Answer.Decision(stage, Optional.of(rule), accepts));
    }
}
