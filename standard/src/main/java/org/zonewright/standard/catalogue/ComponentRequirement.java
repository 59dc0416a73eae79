package org.zonewright.standard.catalogue;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.zonewright.standard.ComponentType;
import org.zonewright.standard.Confidence;
import org.zonewright.standard.FoundationalRequirement;
import org.zonewright.standard.RequirementId.ComponentId;
import org.zonewright.standard.RequirementId.SystemId;
import org.zonewright.standard.SecurityLevel;

/// A component requirement (CR, SAR, EDR, HDR, NDR) of IEC 62443-4-2, or one of its enhancements.
///
/// `firstLevel` is the lowest level that selects it. `systemRequirement` is the SR it helps to meet and
/// `systemEnhancement` the RE; both are empty where components have requirements that systems lack, and the second is
/// our analysis by title.
public record ComponentRequirement(
        ComponentId id,
        Set<ComponentType> componentTypes,
        Optional<SystemId> systemRequirement,
        Optional<SystemId> systemEnhancement,
        String title,
        SecurityLevel firstLevel,
        String paraphrase,
        Confidence confidence,
        Optional<String> note)
        implements LevelledRequirement {
    public ComponentRequirement {
        componentTypes = Collections.unmodifiableSet(EnumSet.copyOf(componentTypes));
    }

    @Override
    public FoundationalRequirement foundationalRequirement() {
        return id.foundationalRequirement();
    }

    public boolean isEnhancement() {
        return id.isEnhancement();
    }

    /// True if a component that is of all these types has to meet it.
    public boolean appliesTo(Set<ComponentType> types) {
        return types.stream().anyMatch(componentTypes::contains);
    }
}
