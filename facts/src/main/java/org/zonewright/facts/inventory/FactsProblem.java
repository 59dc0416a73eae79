package org.zonewright.facts.inventory;

import org.zonewright.base.ProblemKind;
import org.zonewright.base.Severity;

/// What only shows when facts of several sources are put together.
public enum FactsProblem implements ProblemKind {
    /// One address of a realm is used by two stations at a time.
    DUPLICATE_ADDRESS("inventory.duplicate-address", Severity.WARNING),
    /// One address of a realm belonged to one station and later to another.
    ADDRESS_MOVED("inventory.address-moved", Severity.INFO),
    /// Computers of one realm go by one name: one with two interfaces, or two.
    SAME_NAME("inventory.same-name", Severity.INFO),
    /// Two sensors saw the same conversations; they are counted once.
    SEEN_TWICE("inventory.seen-twice", Severity.INFO),
    /// A rule of the plant document names an address that nobody uses.
    RULE_WITHOUT_ADDRESS("inventory.rule-without-address", Severity.INFO),
    /// A rule names an address without its realm, and several realms have it.
    RULE_AMBIGUOUS("inventory.rule-ambiguous", Severity.WARNING),
    /// One rule makes one device of what another keeps apart.
    RULES_CONTRADICT("inventory.rules-contradict", Severity.WARNING),
    /// A list names an address that several realms have, and nothing else that would tell which is meant.
    DOCUMENT_AMBIGUOUS("inventory.document-ambiguous", Severity.WARNING),
    /// A list gives a device an address that another device was seen to use.
    DOCUMENT_DIFFERS("inventory.document-differs", Severity.WARNING);

    private final String id;
    private final Severity severity;

    FactsProblem(String id, Severity severity) {
        this.id = id;
        this.severity = severity;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Severity severity() {
        return severity;
    }
}
