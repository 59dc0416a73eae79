package org.zonewright.intake.config.uci;

import java.util.regex.Pattern;
import org.zonewright.facts.policy.Ruleset;
import org.zonewright.intake.config.build.ConfigFormat;
import org.zonewright.intake.config.build.ConfigText;

/// OpenWrt: `/etc/config/firewall`, or what `uci export` prints.
public record UciFormat() implements ConfigFormat {
    private static final Pattern SECTION =
            Pattern.compile("^\\s*config\\s+'?(defaults|zone|forwarding|redirect)'?(\\s|$)", Pattern.MULTILINE);
    private static final Pattern OPTION = Pattern.compile("^\\s*(option|list)\\s+\\S+\\s+\\S", Pattern.MULTILINE);

    /// A search for words comes before the pattern, which would look at every line of any text.
    @Override
    public boolean recognises(String start) {
        return start.contains("config")
                && SECTION.matcher(start).find()
                && OPTION.matcher(start).find();
    }

    @Override
    public Ruleset read(ConfigText text) {
        return new UciReader(text).read();
    }
}
