package org.zonewright.facts.inventory.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.IdentityFact;

/// Finds attributes of which a device has one value and its facts give several: versions and serial numbers by
/// whatever way they were told, models by the same way only, since makers give a product many names.
public final class Conflicts {
    private static final List<Attribute> SINGLE =
            List.of(Attribute.FIRMWARE, Attribute.HARDWARE, Attribute.MODEL, Attribute.SERIAL);
    private static final Pattern PREFIX = Pattern.compile("^(?:version|ver\\.?|rev\\.?|fw|v\\.?)\\s*(?=\\d)");
    private static final Pattern DELIMITERS = Pattern.compile("[\\s_/-]+");

    private Conflicts() {}

    /// The conflicts among these facts of one device, by attribute.
    public static List<Conflict> of(List<IdentityFact> facts) {
        if (facts.size() < 2) {
            return List.of(); // most of a large inventory
        }
        List<Conflict> conflicts = new ArrayList<>();
        for (Attribute attribute : SINGLE) {
            List<IdentityFact> best = best(attribute, facts);
            if (best.size() < 2) {
                continue; // and most of the others
            }
            List<String> ways = attribute.equals(Attribute.MODEL)
                    ? best.stream().map(IdentityFact::method).distinct().toList()
                    : List.of("");
            ways.stream()
                    .map(way -> different(best, way))
                    .filter(different -> different.size() > 1)
                    .findFirst()
                    .ifPresent(different -> conflicts.add(new Conflict(attribute, different)));
        }
        return conflicts;
    }

    /// The best value and all of equal standing.
    private static List<IdentityFact> best(Attribute attribute, List<IdentityFact> facts) {
        List<IdentityFact> values = new ArrayList<>();
        for (IdentityFact fact : facts) {
            if (fact.attribute().equals(attribute)) {
                values.add(fact);
            }
        }
        if (values.size() < 2) {
            return values;
        }
        values.sort(IdentityFact.BEST_FIRST);
        return values.stream()
                .filter(value -> value.confidence() == values.getFirst().confidence()
                        && value.basis() == values.getFirst().basis())
                .toList();
    }

    /// Those told by a method, or by any where it is empty, that differ from each other.
    private static List<IdentityFact> different(List<IdentityFact> values, String method) {
        List<IdentityFact> different = new ArrayList<>();
        for (IdentityFact value : values) {
            boolean told = method.isEmpty() || value.method().equals(method);
            if (told && different.stream().noneMatch(other -> isSame(other.value(), value.value()))) {
                different.add(value);
            }
        }
        return different;
    }

    /// True if two spellings mean one value: `V2.1`, `v 2.1` and `2.1.0`'s beginning `2.1`.
    static boolean isSame(String one, String other) {
        String left = plain(one);
        String right = plain(other);
        return left.equals(right) || left.startsWith(right + ".") || right.startsWith(left + ".");
    }

    private static String plain(String value) {
        String text = value.strip().toLowerCase(Locale.ROOT);
        return DELIMITERS.matcher(PREFIX.matcher(text).replaceFirst("")).replaceAll(" ");
    }
}
