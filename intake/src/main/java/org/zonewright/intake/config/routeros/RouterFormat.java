package org.zonewright.intake.config.routeros;

import java.util.regex.Pattern;
import org.zonewright.facts.policy.Ruleset;
import org.zonewright.intake.config.build.ConfigFormat;
import org.zonewright.intake.config.build.ConfigText;

/// MikroTik RouterOS: what `/export` prints.
public record RouterFormat() implements ConfigFormat {
    private static final Pattern START = Pattern.compile(
            "^# .* by RouterOS \\d|^/(ip|ipv6) firewall (filter|nat|address-list|mangle|raw)\\s*$", Pattern.MULTILINE);

    /// A search for words comes before the pattern, which would look at every line of any text.
    @Override
    public boolean recognises(String start) {
        return (start.contains(" by RouterOS ") || start.contains(" firewall "))
                && START.matcher(start).find();
    }

    @Override
    public Ruleset read(ConfigText text) {
        return new RouterReader(text).read();
    }
}
