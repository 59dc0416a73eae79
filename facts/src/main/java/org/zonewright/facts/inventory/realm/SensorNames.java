package org.zonewright.facts.inventory.realm;

import java.util.List;
import org.zonewright.facts.Contribution;
import org.zonewright.facts.VantagePoint;
import org.zonewright.facts.inventory.IdentityRules.SensorRule;

/// Names vantage points as the rules do; the first rule whose pattern matches the file decides.
final class SensorNames {
    private static final Integer PRIORITY_TAG = 0;

    private final List<SensorRule> rules;

    SensorNames(List<SensorRule> rules) {
        this.rules = rules;
    }

    VantagePoint named(Contribution contribution, VantagePoint point) {
        String file = lastPart(contribution.source().file());
        String sensor = rules.stream()
                .filter(rule -> matches(rule.glob(), file))
                .map(SensorRule::sensor)
                .findFirst()
                .orElse(point.sensor());
        List<Integer> vlans = point.vlans().stream()
                .filter(vlan -> !vlan.equals(PRIORITY_TAG))
                .toList();
        return new VantagePoint(sensor, point.networkInterface(), vlans);
    }

    private static String lastPart(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    /// True if the text is what the pattern describes: `*` stands for any characters, `?` for one.
    static boolean matches(String pattern, String text) {
        int p = 0;
        int t = 0;
        int star = -1;
        int resume = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = t;
            } else if (p < pattern.length() && (pattern.charAt(p) == '?' || pattern.charAt(p) == text.charAt(t))) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}
