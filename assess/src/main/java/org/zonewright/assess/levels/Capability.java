package org.zonewright.assess.levels;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zonewright.assess.RequirementState;
import org.zonewright.plant.assurance.Claim;
import org.zonewright.standard.FoundationalRequirement;
import org.zonewright.standard.SecurityLevel;

/// What the makers' claims say of assets of one type, maker, model and version, slot by slot: what a component can do
/// by itself. Shared by all such assets; immutable, as nobody writes to the arrays after they were handed over.
///
/// `quick` is the claimed level of each FR by the claims' vectors, for the quick estimate alone; an FR that no vector
/// speaks of is missing, one that a claim calls not relevant is in `notRelevant`.
final class Capability {
    /// The number of the component type.
    private final int type;

    /// [States#code(RequirementState)].
    private final byte[] states;

    /// [Rule#code()].
    private final byte[] rules;

    private final @Nullable Claim[] claims;
    private final Map<FoundationalRequirement, SecurityLevel> quick;
    private final Set<FoundationalRequirement> notRelevant;

    Capability(
            int type,
            byte[] states,
            byte[] rules,
            @Nullable Claim[] claims,
            Map<FoundationalRequirement, SecurityLevel> quick,
            Set<FoundationalRequirement> notRelevant) {
        this.type = type;
        this.states = states;
        this.rules = rules;
        this.claims = claims;
        this.quick = quick;
        this.notRelevant = notRelevant;
    }

    int type() {
        return type;
    }

    byte[] states() {
        return states;
    }

    Map<FoundationalRequirement, SecurityLevel> quick() {
        return quick;
    }

    Set<FoundationalRequirement> notRelevant() {
        return notRelevant;
    }

    RequirementState state(int slot) {
        return States.of(states[slot]);
    }

    Rule rule(int slot) {
        return Rule.of(rules[slot]);
    }

    @Nullable
    Claim claim(int slot) {
        return claims[slot];
    }
}
