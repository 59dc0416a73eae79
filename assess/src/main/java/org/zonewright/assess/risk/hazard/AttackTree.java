package org.zonewright.assess.risk.hazard;

import java.util.List;
import java.util.Optional;

/// A tree of AND and OR over events that an attacker can or cannot bring about, as bow-ties and attack trees have it.
/// What is not answered stays unknown unless the rest decides.
public sealed interface AttackTree {

    /// One event.
    record Event(String text, Optional<Boolean> hackable) implements AttackTree {}

    /// Holds if every branch does; without branches it holds.
    record AllOf(List<AttackTree> branches) implements AttackTree {
        public AllOf {
            branches = List.copyOf(branches);
        }
    }

    /// Holds if one branch does; without branches it does not.
    record AnyOf(List<AttackTree> branches) implements AttackTree {
        public AnyOf {
            branches = List.copyOf(branches);
        }
    }

    /// What the answers so far say of the whole.
    default Hackable evaluate() {
        return switch (this) {
            case Event(String _, Optional<Boolean> hackable) -> Hackable.of(hackable);
            case AllOf(List<AttackTree> branches) -> decide(branches, Hackable.NO, Hackable.YES);
            case AnyOf(List<AttackTree> branches) -> decide(branches, Hackable.YES, Hackable.NO);
        };
    }

    /// One branch that is `deciding` decides; all that are `otherwise` give that; else it is unknown.
    private static Hackable decide(List<AttackTree> branches, Hackable deciding, Hackable otherwise) {
        List<Hackable> answers = branches.stream().map(AttackTree::evaluate).toList();
        if (answers.contains(deciding)) {
            return deciding;
        }
        return answers.contains(Hackable.UNKNOWN) ? Hackable.UNKNOWN : otherwise;
    }

    /// The events without an answer that could still change the whole, in order.
    default List<String> open() {
        if (evaluate() != Hackable.UNKNOWN) {
            return List.of();
        }
        return switch (this) {
            case Event(String text, Optional<Boolean> _) -> List.of(text);
            case AllOf(List<AttackTree> branches) ->
                branches.stream().flatMap(branch -> branch.open().stream()).toList();
            case AnyOf(List<AttackTree> branches) ->
                branches.stream().flatMap(branch -> branch.open().stream()).toList();
        };
    }
}
