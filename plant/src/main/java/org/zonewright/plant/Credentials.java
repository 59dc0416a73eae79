package org.zonewright.plant;

import java.util.Optional;

/// What a person or program must have to use a flow. `separateAccounts`: the accounts are not those of the zone the
/// flow comes from. `factors`: 0 for no sign-in, 1, or 2 for a second factor.
public record Credentials(Optional<Boolean> separateAccounts, Optional<Integer> factors) {
    /// Nothing is documented.
    public static final Credentials UNKNOWN = new Credentials(Optional.empty(), Optional.empty());

    public Credentials {
        if (factors.filter(count -> count < 0 || count > 3).isPresent()) {
            throw new IllegalArgumentException("factors are 0 to 3");
        }
    }
}
