package org.zonewright.assess.risk.target;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.zonewright.plant.risk.Scenario.Resources;
import org.zonewright.plant.risk.Scenario.Skill;
import org.zonewright.standard.SecurityLevel;

/// The level that resists an attacker, by resources and skill: a table published in 2023 for the determination of
/// SL-T (INDIN 2023), as a public tool holds it.
public final class AttackerTable {
    private AttackerTable() {}

    /// The levels for each skill, from none to adept, by what stands behind the attacker.
    private static List<Integer> row(Resources resources) {
        return switch (resources) {
            case INDIVIDUAL -> List.of(0, 1, 1, 2);
            case CLUB -> List.of(1, 1, 1, 2);
            case CONTEST -> List.of(1, 1, 2, 2);
            case TEAM -> List.of(2, 2, 3, 3);
            case ORGANIZATION -> List.of(2, 3, 3, 3);
            case GOVERNMENT -> List.of(2, 3, 3, 4);
        };
    }

    private static int column(Skill skill) {
        return switch (skill) {
            case NONE -> 0;
            case MINIMAL -> 1;
            case OPERATIONAL -> 2;
            case ADEPT -> 3;
        };
    }

    public static SecurityLevel level(Resources resources, Skill skill) {
        return SecurityLevel.ofNumber(row(resources).get(column(skill))).orElseThrow();
    }

    /// The whole table, for a page that shows it.
    public static Map<Resources, Map<Skill, SecurityLevel>> all() {
        Map<Resources, Map<Skill, SecurityLevel>> rows = new EnumMap<>(Resources.class);
        for (Resources resources : Resources.values()) {
            Map<Skill, SecurityLevel> levels = new EnumMap<>(Skill.class);
            for (Skill skill : Skill.values()) {
                levels.put(skill, level(resources, skill));
            }
            rows.put(resources, levels);
        }
        return rows;
    }
}
