package org.zonewright.facts.policy;

/// What a rule does with a packet that it matches.
public sealed interface Action {

    /// Lets it through, as far as this stage decides.
    record Accept() implements Action {}

    /// Does not let it through; `answered` tells the sender so.
    record Drop(boolean answered) implements Action {}

    /// Asks another chain, and goes on with the next rule where that decides nothing.
    record Jump(String chain) implements Action {}

    /// Asks another chain instead of the rest of this one.
    record Goto(String chain) implements Action {}

    /// Leaves this chain without a decision.
    record Return() implements Action {}

    /// Counts, logs or marks, and goes on.
    record Continue() implements Action {}

    Action ACCEPT = new Accept();
    Action DROP = new Drop(false);
    Action REJECT = new Drop(true);
    Action RETURN = new Return();
    Action CONTINUE = new Continue();
}
