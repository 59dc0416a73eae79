package org.zonewright.facts.policy;

import java.util.Map;

/// One ruleset in the packets of one family: what may be opened for certain and at most.
final class FamilySpace {
    /// Boxes of answers that a stateless device's rules are turned round by; beyond it the rules are too many.
    private static final int MAX_ANSWERS = 100_000;

    final PacketSpace space;
    final ChainSummary atLeast;
    final ChainSummary atMost;
    final int surely;
    final int possibly;

    FamilySpace(Ruleset rules, Path path, PacketSpace space) {
        this.space = space;
        Map<Rule, Integer> matches = ChainSummary.noMatches();
        atLeast = new ChainSummary(rules, space, ChainSummary.Bound.AT_LEAST, matches);
        atMost = new ChainSummary(rules, space, ChainSummary.Bound.AT_MOST, matches);
        boolean unread = rules.unread().stream().anyMatch(Unread::decides);
        surely = unread ? Diagram.FALSE : opened(rules, atLeast.accepted(path));
        possibly = unread ? openers() : opened(rules, atMost.accepted(path));
    }

    private int openers() {
        return space.diagram().and(space.all(), space.state(false));
    }

    /// What opens a connection, and where the device keeps no state, what is answered too.
    private int opened(Ruleset rules, int accepted) {
        Diagram diagram = space.diagram();
        int opening = diagram.and(accepted, openers());
        if (rules.stateful()) {
            return opening;
        }
        int answered = diagram.or(space.service(Service.of(Service.TCP)), space.service(Service.of(Service.UDP)));
        int answers = diagram.and(diagram.and(accepted, space.state(true)), answered);
        int turned = space.turned(answers, MAX_ANSWERS);
        return diagram.or(diagram.minus(opening, answered), diagram.and(opening, turned));
    }

    int asked(Question question) {
        return space.diagram().and(space.match(question.match()), openers());
    }
}
