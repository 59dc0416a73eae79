package org.zonewright.standard.catalogue;

import org.zonewright.standard.FoundationalRequirement;
import org.zonewright.standard.SecurityLevel;

/// A requirement that counts for a security level of an FR: an entry of IEC 62443-3-3 or 62443-4-2.
public sealed interface LevelledRequirement extends CatalogueEntry permits SystemRequirement, ComponentRequirement {
    FoundationalRequirement foundationalRequirement();

    /// The lowest level that selects it, SL1 to SL4; all higher ones do too.
    SecurityLevel firstLevel();

    /// True if a target of that level asks for it.
    default boolean isSelectedAt(SecurityLevel level) {
        return level.isAtLeast(firstLevel());
    }
}
