package org.zonewright.intake.config.cisco;

import java.util.regex.Pattern;
import org.zonewright.facts.policy.Ruleset;
import org.zonewright.intake.config.build.ConfigFormat;
import org.zonewright.intake.config.build.ConfigText;

/// Cisco ASA: what `show running-config` prints, and `show access-list` behind it or alone.
public record AsaFormat() implements ConfigFormat {
    private static final Pattern SURE =
            Pattern.compile("^(ASA|PIX) Version \\S|^ nameif \\S|^access-list \\S+ line \\d+ ", Pattern.MULTILINE);
    private static final Pattern LIST = Pattern.compile("^access-list \\S+ extended (permit|deny) ", Pattern.MULTILINE);

    /// A search for words comes before the patterns, which would look at every line of any text.
    @Override
    public boolean recognises(String start) {
        boolean hasWords = start.contains("access-list ") || start.contains(" nameif ") || start.contains(" Version ");
        return hasWords && (SURE.matcher(start).find() || LIST.matcher(start).find());
    }

    @Override
    public Ruleset read(ConfigText text) {
        return new AsaReader(text).read();
    }
}
