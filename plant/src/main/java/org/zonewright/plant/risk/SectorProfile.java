package org.zonewright.plant.risk;

import java.util.List;
import java.util.Optional;
import org.zonewright.plant.Traits;
import org.zonewright.plant.Word;
import org.zonewright.plant.ZoneFunction;
import org.zonewright.standard.LevelVector;

/// A sector's or organisation's own targets, by kind of zone and conduit. The product brings none; a file brings one.
///
/// The first rule that fits decides, so the special ones stand first. `source` says where the numbers were read.
public record SectorProfile(
        String id, Optional<String> name, Optional<String> version, String source, List<Rule> rules) {
    public SectorProfile {
        rules = List.copyOf(rules);
    }

    /// One line: what is empty fits everything. `function` fits zones alone.
    public record Rule(
            Optional<Applies> to,
            Optional<ZoneFunction> function,
            Optional<Boolean> safetyRelated,
            Optional<Boolean> wireless,
            Optional<Boolean> externalAccess,
            LevelVector target) {
        /// True for a zone of this function and with these traits, or where `zone` is empty for a conduit.
        public boolean fits(Optional<ZoneFunction> zone, Traits traits) {
            boolean kind = to.isEmpty() || (to.get() == Applies.ZONE) == zone.isPresent();
            return kind
                    && (function.isEmpty() || function.equals(zone))
                    && safetyRelated
                            .filter(wanted -> wanted != traits.safetyRelated())
                            .isEmpty()
                    && wireless.filter(wanted -> wanted != traits.wireless()).isEmpty()
                    && externalAccess
                            .filter(wanted -> wanted != traits.externalAccess())
                            .isEmpty();
        }
    }

    /// What a rule is for.
    public enum Applies implements Word {
        ZONE,
        CONDUIT
    }
}
