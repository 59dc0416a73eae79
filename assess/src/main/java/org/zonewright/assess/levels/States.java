package org.zonewright.assess.levels;

import org.zonewright.assess.RequirementState;

/// States as bytes of an array, and how those of several parts give that of the whole.
final class States {
    private static final RequirementState[] ALL = RequirementState.values();

    private States() {}

    @SuppressWarnings("EnumOrdinal") // a compact code inside one run, never stored
    static byte code(RequirementState state) {
        return (byte) state.ordinal();
    }

    static RequirementState of(byte code) {
        return ALL[code];
    }

    /// What is said of a whole that holds where both hold: the worse of two, failed before unknown before what holds;
    /// of two that fail or hold, the one that asks for more attention.
    static RequirementState worse(RequirementState one, RequirementState other) {
        return weight(other) > weight(one) ? other : one;
    }

    static int weight(RequirementState state) {
        return switch (state) {
            case NOT_APPLICABLE -> 0;
            case MET -> 1;
            case INHERITED -> 2;
            case COMPENSATED -> 3;
            case NO_EVIDENCE -> 4;
            case PARTIAL -> 5;
            case NOT_MET -> 6;
            case CONTRADICTED -> 7;
        };
    }
}
