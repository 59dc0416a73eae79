package org.zonewright.intake.config.cisco;

import java.util.regex.Pattern;
import org.zonewright.facts.policy.Ruleset;
import org.zonewright.intake.config.build.ConfigFormat;
import org.zonewright.intake.config.build.ConfigText;

/// Cisco IOS and IOS XE: what `show running-config` prints.
public record IosFormat() implements ConfigFormat {
    private static final Pattern SURE = Pattern.compile(
            "^ip access-list (standard|extended) \\S|^ipv6 access-list \\S|^access-list \\d+ (permit|deny|remark) "
                    + "|^zone-pair security \\S|^ (ip access-group|ipv6 traffic-filter) \\S",
            Pattern.MULTILINE);
    private static final Pattern INTERFACE = Pattern.compile("^interface [A-Z]\\S+", Pattern.MULTILINE);
    private static final Pattern HEAD =
            Pattern.compile("^(version 1[0-9]\\.\\d+|Current configuration : \\d+ bytes)", Pattern.MULTILINE);

    @Override
    public boolean recognises(String start) {
        return (isSure(start) || hasHead(start)) && !new AsaFormat().recognises(start);
    }

    /// A search for words comes before the pattern, which would look at every line of any text.
    private static boolean isSure(String start) {
        boolean hasWords = start.contains("access-list ")
                || start.contains("zone-pair security ")
                || start.contains("ip access-group ")
                || start.contains("ipv6 traffic-filter ");
        return hasWords && SURE.matcher(start).find();
    }

    private static boolean hasHead(String start) {
        return (start.contains("version 1") || start.contains("Current configuration : "))
                && INTERFACE.matcher(start).find()
                && HEAD.matcher(start).find();
    }

    @Override
    public Ruleset read(ConfigText text) {
        return new IosReader(text).read();
    }
}
