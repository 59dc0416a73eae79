package org.zonewright.facts.policy;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.zonewright.base.SourceRef;

/// One rule as configured. `id` is its name or number there; `hits` the packets it has matched where the configuration
/// says so, `lastHit` when it last did; `comment` what its author wrote.
public record Rule(
        String id,
        boolean enabled,
        Match match,
        Action action,
        boolean logged,
        OptionalLong hits,
        Optional<Instant> lastHit,
        Optional<String> comment,
        SourceRef at) {

    /// An enabled rule of which nothing more is known.
    public static Rule of(String id, Match match, Action action, SourceRef at) {
        return new Rule(id, true, match, action, false, OptionalLong.empty(), Optional.empty(), Optional.empty(), at);
    }
}
