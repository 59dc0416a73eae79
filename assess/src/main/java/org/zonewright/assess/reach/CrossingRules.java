package org.zonewright.assess.reach;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.zonewright.standard.RequirementId;
import org.zonewright.standard.RequirementId.SystemId;

/// On which system requirements a step rests: what, were it met, would stop or hinder it. The table
/// `crossing-requirements.tsv` is our own reading of IEC 62443-3-3 and is said to be so.
public final class CrossingRules {
    /// What can be said of a step.
    public enum Condition {
        /// It leaves a zone.
        BOUNDARY,
        /// It comes from outside the SUC, over an outside network or through a tunnel.
        UNTRUSTED,
        /// A part of it is radio.
        WIRELESS,
        /// Somebody carries it.
        CARRIED,
        /// It is documented as not encrypted.
        CLEARTEXT,
        /// It is allowed to program or configure.
        PROGRAMS,
        /// A gateway passes it on.
        RELAYED,
        /// An asset of two zones passes it on, by itself or taken over.
        MULTI_HOMED,
        /// A host firewall lets it in.
        ADMITTED,
        /// It ends at what an essential function depends on.
        ESSENTIAL;

        /// The word in the table.
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static final class Shipped {
        static final Map<Condition, List<SystemId>> RULES = read();

        private static Map<Condition, List<SystemId>> read() {
            EnumMap<Condition, List<SystemId>> rules = new EnumMap<>(Condition.class);
            Map<String, String> table = Tables.read("crossing-requirements.tsv");
            for (Condition condition : Condition.values()) {
                List<SystemId> ids = new ArrayList<>();
                String row = table.get(condition.id());
                if (row == null) {
                    throw new IllegalStateException("crossing-requirements.tsv lacks " + condition.id());
                }
                int start = 0;
                while (start <= row.length()) {
                    int comma = row.indexOf(',', start);
                    int end = comma < 0 ? row.length() : comma;
                    ids.add(id(row.substring(start, end).strip()));
                    start = end + 1;
                }
                rules.put(condition, List.copyOf(ids));
            }
            return rules;
        }

        private static SystemId id(String text) {
            return RequirementId.parse(text)
                    .filter(SystemId.class::isInstance)
                    .map(SystemId.class::cast)
                    .orElseThrow(() -> new IllegalStateException("no system requirement: " + text));
        }
    }

    private CrossingRules() {}

    /// The requirements of a condition, in the table's order.
    public static List<SystemId> requirements(Condition condition) {
        return Shipped.RULES.getOrDefault(condition, List.of());
    }

    /// The requirements of all the conditions, sorted, each once.
    static List<SystemId> requirements(Collection<Condition> conditions) {
        return conditions.stream()
                .flatMap(condition -> requirements(condition).stream())
                .sorted()
                .distinct()
                .toList();
    }
}
