package org.zonewright.enforce.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zonewright.base.SourceRef;
import org.zonewright.enforce.ConduitPolicy;
import org.zonewright.enforce.Mode;
import org.zonewright.enforce.Permit;
import org.zonewright.enforce.Scope;
import org.zonewright.facts.policy.Action;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.facts.policy.Chain;
import org.zonewright.facts.policy.Family;
import org.zonewright.facts.policy.Match;
import org.zonewright.facts.policy.Path;
import org.zonewright.facts.policy.Rule;
import org.zonewright.facts.policy.Ruleset;
import org.zonewright.facts.policy.Stage;

/// What a policy means, as a ruleset to compare with: what the flows name gets through, what else is judged does not,
/// and what is not judged does.
final class Intended {
    private static final String CHAIN = "intended";

    private Intended() {}

    /// The ruleset for a file; of a file of one family only that one's addresses are judged.
    static Ruleset rules(ConduitPolicy policy, Mode mode, Optional<Family> family, boolean deniesRest) {
        SourceRef at = new SourceRef.InFile(policy.name());
        List<Rule> rules = new ArrayList<>();
        boolean drops = mode == Mode.DROP;
        boolean everything = policy.scope().everything();
        boolean accepts = everything ? !drops : !deniesRest;
        if (drops || !accepts) {
            for (Permit permit : policy.accepted()) {
                Match match = Match.any().from(permit.from()).to(permit.to()).with(List.of(permit.service()));
                rules.add(Rule.of(permit.id(), of(family, match), Action.ACCEPT, at));
            }
            for (Scope.Crossing pair : policy.scope().crossings()) {
                Match match = Match.any().from(pair.source()).to(pair.destination());
                rules.add(Rule.of(pair.conduit().value(), of(family, match), drops ? Action.DROP : Action.ACCEPT, at));
            }
        }
        return new Ruleset(
                policy.name(),
                CHAIN,
                true,
                List.of(),
                List.of(Stage.of(CHAIN, Path.THROUGH, CHAIN, accepts, at)),
                new TreeMap<>(Map.of(CHAIN, new Chain(CHAIN, rules))),
                List.of(),
                List.of(),
                at);
    }

    private static Match of(Optional<Family> family, Match match) {
        if (family.isEmpty()) {
            return match;
        }
        AddressSet mine = family.get() == Family.IPV4 ? AddressSet.anyIpv4() : AddressSet.anyIpv6();
        return match.from(match.source().intersect(mine)).to(match.destination().intersect(mine));
    }
}
