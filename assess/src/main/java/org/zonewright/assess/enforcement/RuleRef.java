package org.zonewright.assess.enforcement;

import java.util.Optional;
import org.zonewright.base.SourceRef;
import org.zonewright.plant.id.AssetId;

/// A rule that decides: whose, its name or number there, its comment, and the line. `rule` is the name of the chain
/// or list where nothing but its default decides.
public record RuleRef(AssetId device, String rule, boolean accepts, Optional<String> comment, SourceRef at) {}
