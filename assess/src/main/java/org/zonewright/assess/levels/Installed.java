package org.zonewright.assess.levels;

import java.time.LocalDate;
import java.util.Optional;
import org.zonewright.plant.id.AssetId;

/// What is known of an asset now beyond its line in the document: the firmware it runs, and since when it runs it or
/// stands where it stands.
///
/// `firmware` wins over the document's. Evidence that an asset meets something does not outlive a change: what was
/// found before `firmwareSince` or `zoneSince` is no evidence any more.
public record Installed(
        AssetId asset, Optional<String> firmware, Optional<LocalDate> firmwareSince, Optional<LocalDate> zoneSince) {}
