package org.zonewright.facts.inventory.asset;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.zonewright.base.Problem;
import org.zonewright.base.Reason;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Text;
import org.zonewright.facts.inventory.FactsProblem;
import org.zonewright.facts.inventory.IdentityRules;
import org.zonewright.facts.inventory.IdentityRules.ApartRule;
import org.zonewright.facts.inventory.IdentityRules.Endpoint;
import org.zonewright.facts.inventory.IdentityRules.NatRule;
import org.zonewright.facts.inventory.IdentityRules.SameRule;

/// What people decided: apart first, then address translation, then same.
final class RuleMerges {
    private final Identities identities;
    private final RealmBook realms;
    private final List<Problem> problems;
    private final Set<Integer> outside = new HashSet<>();

    RuleMerges(Identities identities, RealmBook realms, List<Problem> problems) {
        this.identities = identities;
        this.realms = realms;
        this.problems = problems;
    }

    /// Forbids merges; before anything is joined.
    void keepApart(List<ApartRule> rules) {
        for (ApartRule rule : rules) {
            List<Integer> members = nodes(rule.endpoints(), rule.where());
            if (members.size() > 1) {
                identities.keepApart(members);
            }
        }
    }

    void join(IdentityRules rules) {
        rules.nat().forEach(this::translate);
        rules.same().forEach(this::same);
    }

    private void translate(NatRule rule) {
        int outsideRealm = realms.documented(rule.realm(), rule.where());
        int insideRealm = realms.documented(rule.insideRealm(), rule.where());
        OptionalInt seenOutside = identities.find(outsideRealm, rule.outside());
        OptionalInt seenInside = identities.find(insideRealm, rule.inside());
        if (seenOutside.isEmpty() && seenInside.isEmpty()) {
            unknown(new Endpoint(rule.insideRealm(), rule.inside()), rule.where());
            return;
        }
        int alias = seenOutside.orElseGet(() -> identities.node(outsideRealm, rule.outside()));
        int inside = seenInside.orElseGet(() -> identities.node(insideRealm, rule.inside()));
        Text text = Text.of("inventory.merge.nat", rule.outside(), rule.realm(), rule.inside(), rule.insideRealm());
        if (identities.join(inside, alias, Reason.of(text, rule.where()))) {
            outside.add(alias);
        } else {
            problems.add(Problem.of(FactsProblem.RULES_CONTRADICT, rule.where(), rule.outside(), rule.inside()));
        }
    }

    /// True for an address that is only another name for one in another realm.
    boolean isOutside(int node) {
        return outside.contains(node);
    }

    private void same(SameRule rule) {
        List<Integer> members = nodes(rule.endpoints(), rule.where());
        for (int i = 1; i < members.size(); i++) {
            Reason reason = Reason.of(Text.of("inventory.merge.same-rule", rule.because()), rule.where());
            if (!identities.join(members.getFirst(), members.get(i), reason)) {
                problems.add(Problem.of(
                        FactsProblem.RULES_CONTRADICT,
                        rule.where(),
                        identities.get(members.getFirst()).address(),
                        identities.get(members.get(i)).address()));
            }
        }
    }

    private List<Integer> nodes(List<Endpoint> endpoints, SourceRef where) {
        List<Integer> nodes = new ArrayList<>();
        for (Endpoint endpoint : endpoints) {
            List<Integer> found = endpoint.realm().isEmpty()
                    ? identities.everywhere(endpoint.address(), realms.size())
                    : realms.find(endpoint.realm()).stream()
                            .flatMap(realm -> identities.find(realm, endpoint.address()).stream()
                                    .boxed())
                            .toList();
            if (found.size() == 1) {
                nodes.add(found.getFirst());
            } else if (found.isEmpty()) {
                unknown(endpoint, where);
            } else {
                problems.add(Problem.of(FactsProblem.RULE_AMBIGUOUS, where, endpoint.address(), found.size()));
            }
        }
        return nodes;
    }

    private void unknown(Endpoint endpoint, SourceRef where) {
        String realm = endpoint.realm().isEmpty() ? "-" : endpoint.realm();
        problems.add(Problem.of(FactsProblem.RULE_WITHOUT_ADDRESS, where, endpoint.address(), realm));
    }
}
