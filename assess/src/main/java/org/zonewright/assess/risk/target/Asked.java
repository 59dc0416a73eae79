package org.zonewright.assess.risk.target;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.zonewright.base.Reason;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Text;
import org.zonewright.standard.FoundationalRequirement;
import org.zonewright.standard.LevelVector;
import org.zonewright.standard.SecurityLevel;

/// What is asked of one zone or conduit, entry by entry, each with its strongest driver. The order in which demands
/// come makes no difference. Mutable; one thread.
final class Asked {
    private final Map<FoundationalRequirement, TargetEntry> entries = new EnumMap<>(FoundationalRequirement.class);

    Asked() {
        for (FoundationalRequirement requirement : FoundationalRequirement.values()) {
            Driver nothing = new Driver(Driver.Kind.BASELINE, "");
            entries.put(
                    requirement,
                    new TargetEntry(
                            requirement,
                            SecurityLevel.SL0,
                            nothing,
                            Reason.of(Text.of("risk.target.nothing", requirement.name()))));
        }
    }

    TargetEntry at(FoundationalRequirement requirement) {
        return entries.getOrDefault(requirement, entries.values().iterator().next());
    }

    void raise(FoundationalRequirement requirement, SecurityLevel level, Driver driver, Reason reason) {
        TargetEntry now = at(requirement);
        boolean higher = level.compareTo(now.level()) > 0;
        boolean better = level == now.level()
                && (driver.compareTo(now.driver()) < 0
                        || (now.driver().kind() == Driver.Kind.BASELINE && driver.kind() == Driver.Kind.BASELINE));
        if (higher || better) {
            entries.put(requirement, new TargetEntry(requirement, level, driver, reason));
        }
    }

    /// Raises every entry to a vector.
    void raise(LevelVector vector, Driver driver, List<SourceRef> sources) {
        for (FoundationalRequirement requirement : FoundationalRequirement.values()) {
            SecurityLevel level = vector.at(requirement);
            Text text = Text.of("risk.target." + driver.kind().id(), requirement.name(), level.number(), driver.id());
            raise(requirement, level, driver, new Reason(text, sources, List.of()));
        }
    }

    LevelVector vector() {
        return new LevelVector(entries().stream().map(TargetEntry::level).toList());
    }

    List<TargetEntry> entries() {
        return Arrays.stream(FoundationalRequirement.values()).map(this::at).toList();
    }
}
