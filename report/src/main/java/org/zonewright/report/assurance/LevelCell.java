package org.zonewright.report.assurance;

import java.util.Optional;
import org.zonewright.standard.SecurityLevel;

/// One foundational requirement at one place: what is wanted, what evidence shows, and what could still be.
///
/// `target` is empty where nothing is asked for. `atMost` is the level that everything without evidence would give if
/// it held; never below `achieved`. `sameFrom` is the lowest level that asks for exactly the same requirements as
/// `achieved`, which it is where that level adds something. `capability` is what makers claim for the whole place,
/// empty where a claim is missing. `limiting` is the id of the requirement that keeps the next level away, or empty;
/// `contradicted` says that the network refuted what evidence said on the way to the target.
public record LevelCell(
        Optional<SecurityLevel> target,
        SecurityLevel achieved,
        SecurityLevel atMost,
        SecurityLevel sameFrom,
        Optional<SecurityLevel> capability,
        String limiting,
        boolean contradicted) {

    public LevelCell {
        if (!atMost.isAtLeast(achieved) || !achieved.isAtLeast(sameFrom)) {
            throw new IllegalArgumentException("what is achieved cannot be above what is possible");
        }
    }

    /// How a cell is shown.
    public enum State {
        /// Nothing is asked for.
        NO_TARGET,
        /// What is wanted is there.
        REACHED,
        /// Below the target, which evidence could still show.
        NO_EVIDENCE,
        /// Below the target, and found wanting on the way to it.
        FAILED,
        /// As failed, and the network said it.
        CONTRADICTED
    }

    public State state() {
        if (target.isEmpty() || target.get() == SecurityLevel.SL0) {
            return State.NO_TARGET;
        }
        if (achieved.isAtLeast(target.get())) {
            return State.REACHED;
        }
        if (atMost.isAtLeast(target.get())) {
            return State.NO_EVIDENCE;
        }
        return contradicted ? State.CONTRADICTED : State.FAILED;
    }
}
