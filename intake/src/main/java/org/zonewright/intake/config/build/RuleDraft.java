package org.zonewright.intake.config.build;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.zonewright.facts.policy.Action;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.facts.policy.InterfaceSet;
import org.zonewright.facts.policy.Match;
import org.zonewright.facts.policy.Rule;
import org.zonewright.facts.policy.Service;

/// One rule while it is put together. Mutable; one rule.
///
/// Where addresses or services are not all known it becomes two rules: what surely matches, then what may, with the
/// reason as an open condition.
public final class RuleDraft {
    private final String id;
    private final Action action;
    private final int line;
    private boolean enabled = true;
    private InterfaceSet in = InterfaceSet.any();
    private InterfaceSet out = InterfaceSet.any();
    private Addresses source = Addresses.any();
    private Addresses destination = Addresses.any();
    private Services services = Services.any();
    private Set<Match.State> states = Set.of();
    private final List<String> open = new ArrayList<>();
    private boolean logged;
    private OptionalLong hits = OptionalLong.empty();
    private Optional<Instant> lastHit = Optional.empty();
    private Optional<String> comment = Optional.empty();

    public RuleDraft(String id, Action action, int line) {
        this.id = id;
        this.action = action;
        this.line = line;
    }

    public RuleDraft enabled(boolean is) {
        enabled = is;
        return this;
    }

    public RuleDraft in(InterfaceSet set) {
        in = set;
        return this;
    }

    public RuleDraft out(InterfaceSet set) {
        out = set;
        return this;
    }

    public RuleDraft source(Addresses set) {
        source = set;
        return this;
    }

    public RuleDraft destination(Addresses set) {
        destination = set;
        return this;
    }

    public RuleDraft services(Services set) {
        services = set;
        return this;
    }

    public RuleDraft states(Set<Match.State> set) {
        states = Set.copyOf(set);
        return this;
    }

    /// A condition that addresses, ports and states cannot decide.
    public RuleDraft open(String condition) {
        open.add(condition);
        return this;
    }

    public RuleDraft logged(boolean is) {
        logged = is;
        return this;
    }

    public RuleDraft hits(OptionalLong count) {
        hits = count;
        return this;
    }

    public RuleDraft lastHit(Optional<Instant> at) {
        lastHit = at;
        return this;
    }

    public RuleDraft comment(Optional<String> text) {
        comment = text.filter(words -> !words.isBlank());
        return this;
    }

    /// Appends the rule, or the two rules, to a chain.
    public void into(RulesetBuilder rules, String chain) {
        into(rules, chain, AddressSet.any());
    }

    /// The same, and it speaks of packets of `family` alone.
    public void into(RulesetBuilder rules, String chain, AddressSet family) {
        boolean known = source.isKnown() && destination.isKnown() && services.isKnown();
        AddressSet from = rules.narrowed(source.surely(), family);
        AddressSet to = rules.narrowed(destination.surely(), family);
        boolean some = !from.isEmpty() && !to.isEmpty() && !services.surely().isEmpty();
        if (known || some) {
            rules.add(chain, rule(rules, match(from, to, services.surely(), open)));
        }
        if (!known) {
            Set<String> reasons = new LinkedHashSet<>(open);
            reasons.addAll(source.because());
            reasons.addAll(destination.because());
            reasons.addAll(services.because());
            rules.add(
                    chain,
                    rule(
                            rules,
                            match(
                                    rules.narrowed(source.possibly(), family),
                                    rules.narrowed(destination.possibly(), family),
                                    services.possibly(),
                                    List.copyOf(reasons))));
        }
    }

    private Match match(AddressSet from, AddressSet to, List<Service> asked, List<String> conditions) {
        return new Match(in, out, from, to, Services.asked(asked), states, conditions);
    }

    private Rule rule(RulesetBuilder rules, Match match) {
        return new Rule(id, enabled, match, action, logged, hits, lastHit, comment, rules.at(line));
    }
}
