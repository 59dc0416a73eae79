package org.zonewright.facts.memory;

/// What must stay in memory, the index of a table above all, has reached what the budget allows it. Whoever reads
/// stops there and says so.
public final class BudgetSpent extends RuntimeException {
    private static final long serialVersionUID = 1;

    BudgetSpent() {
        super("what cannot be spilled has reached its share of the memory", null, false, false);
    }
}
