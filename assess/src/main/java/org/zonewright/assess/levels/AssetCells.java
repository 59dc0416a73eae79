package org.zonewright.assess.levels;

import org.jspecify.annotations.Nullable;
import org.zonewright.assess.RequirementState;

/// What evidence and observations say about one asset, slot by slot of its type, before its maker's claims are looked
/// at. Immutable: nobody writes to the arrays after they were handed over. `basis` holds the evidence or observation
/// that decided.
final class AssetCells {
    private static final AssetCells NOTHING = new AssetCells(new byte[0], new byte[0], new Object[0]);

    /// [States#code(RequirementState)].
    private final byte[] states;

    /// [Rule#code()].
    private final byte[] rules;

    private final @Nullable Object[] basis;

    AssetCells(byte[] states, byte[] rules, @Nullable Object[] basis) {
        this.states = states;
        this.rules = rules;
        this.basis = basis;
    }

    /// Nobody looked at anything.
    static AssetCells nothing() {
        return NOTHING;
    }

    RequirementState state(int slot) {
        return slot < states.length ? States.of(states[slot]) : RequirementState.NO_EVIDENCE;
    }

    Rule rule(int slot) {
        return slot < rules.length ? Rule.of(rules[slot]) : Rule.NOTHING;
    }

    @Nullable
    Object basis(int slot) {
        return slot < basis.length ? basis[slot] : null;
    }
}
