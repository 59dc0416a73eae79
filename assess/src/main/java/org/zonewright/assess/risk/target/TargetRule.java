package org.zonewright.assess.risk.target;

/// One of the methods that look at a scenario.
interface TargetRule {
    /// What the method says; it never throws for what the document holds or lacks.
    Answer ask(MethodInput in);
}
