package org.zonewright.assess.levels;

import org.jspecify.annotations.Nullable;
import org.zonewright.assess.RequirementState;

/// The verdicts of one zone or conduit, one for each system number. Immutable: nobody writes to the arrays after they
/// were handed over.
final class PlaceCells {
    /// What is achieved, [States#code(RequirementState)].
    private final byte[] states;

    /// [Rule#code()].
    private final byte[] rules;

    /// The evidence, observation or asset that decided.
    private final @Nullable Object[] basis;

    /// What can be achieved.
    private final byte[] capableStates;

    /// [Rule#code()].
    private final byte[] capableRules;

    /// The evidence, measure or asset that decided.
    private final @Nullable Object[] capableBasis;

    /// How many assets carry the requirement.
    private final int[] applicable;

    /// How many of them evidence covers by name.
    private final int[] covered;

    /// How many more an approved sampling plan covers.
    private final int[] sampled;

    PlaceCells(
            byte[] states,
            byte[] rules,
            @Nullable Object[] basis,
            byte[] capableStates,
            byte[] capableRules,
            @Nullable Object[] capableBasis,
            int[] applicable,
            int[] covered,
            int[] sampled) {
        this.states = states;
        this.rules = rules;
        this.basis = basis;
        this.capableStates = capableStates;
        this.capableRules = capableRules;
        this.capableBasis = capableBasis;
        this.applicable = applicable;
        this.covered = covered;
        this.sampled = sampled;
    }

    byte[] rules() {
        return rules;
    }

    @Nullable
    Object[] basis() {
        return basis;
    }

    byte[] capableRules() {
        return capableRules;
    }

    @Nullable
    Object[] capableBasis() {
        return capableBasis;
    }

    int[] applicable() {
        return applicable;
    }

    int[] covered() {
        return covered;
    }

    int[] sampled() {
        return sampled;
    }

    static PlaceCells of(int size) {
        return new PlaceCells(
                new byte[size],
                new byte[size],
                new Object[size],
                new byte[size],
                new byte[size],
                new Object[size],
                new int[size],
                new int[size],
                new int[size]);
    }

    RequirementState state(int system) {
        return States.of(states[system]);
    }

    RequirementState capable(int system) {
        return States.of(capableStates[system]);
    }

    void achieve(int system, RequirementState state, Rule rule, @Nullable Object why) {
        states[system] = States.code(state);
        rules[system] = rule.code();
        basis[system] = why;
    }

    void enable(int system, RequirementState state, Rule rule, @Nullable Object why) {
        capableStates[system] = States.code(state);
        capableRules[system] = rule.code();
        capableBasis[system] = why;
    }
}
