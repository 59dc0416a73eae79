package org.zonewright.facts.policy;

import java.util.List;

/// Rules in their order: the first that decides counts.
public record Chain(String name, List<Rule> rules) {
    public Chain {
        rules = List.copyOf(rules);
    }
}
