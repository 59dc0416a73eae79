package org.zonewright.standard.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.zonewright.standard.FoundationalRequirement;
import org.zonewright.standard.RequirementId;

/// What the catalogues of IEC 62443-3-3 and 4-2 have in common: entries with an FR, a first level and, for
/// enhancements, a parent. The id alone says all but the level, so what the file repeats must agree with it.
final class LevelledEntry {
    private LevelledEntry() {}

    /// Checks `kind`, `fr` and `parent` against what the id says, and notes the parent as a reference.
    static void check(
            CatalogueNode entry,
            String kind,
            FoundationalRequirement requirement,
            RequirementId id,
            RequirementId base) {
        entry.expect("kind", kind);
        entry.expect("fr", "FR" + requirement.number());
        boolean enhancement = !id.equals(base);
        if (enhancement) {
            entry.expect("parent", base.toString());
            entry.file().refer(entry.file().key(), "requirements", base, entry.at("parent"));
        } else {
            entry.find("parent").ifPresent(parent -> {
                throw parent.wrongValue(parent.text(), "no parent for a base requirement");
            });
        }
    }

    /// Reports each enhancement that would be asked for at a lower level than the requirement it enhances.
    static <T extends LevelledRequirement> void checkLevels(
            CatalogueFile file, List<T> requirements, Function<T, Optional<T>> parent) {
        for (T requirement : requirements) {
            parent.apply(requirement)
                    .filter(base -> !requirement.firstLevel().isAtLeast(base.firstLevel()))
                    .ifPresent(base -> file.log()
                            .report(
                                    CatalogueProblem.LEVEL_BELOW_PARENT,
                                    file.placeOf("requirements", requirement.id()),
                                    requirement.id(),
                                    requirement.firstLevel().number(),
                                    base.id(),
                                    base.firstLevel().number()));
        }
    }
}
