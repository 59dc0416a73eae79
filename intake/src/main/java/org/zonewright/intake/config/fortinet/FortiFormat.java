package org.zonewright.intake.config.fortinet;

import java.util.regex.Pattern;
import org.zonewright.facts.policy.Ruleset;
import org.zonewright.intake.config.build.ConfigFormat;
import org.zonewright.intake.config.build.ConfigText;

/// FortiGate: a backup of the configuration, or what `show` prints. It does not say when it was taken.
public record FortiFormat() implements ConfigFormat {
    private static final Pattern START = Pattern.compile(
            "^#config-version=|^ *config (firewall (policy|policy6|address|addrgrp|vip)|system (global|interface|zone)"
                    + "|vdom) *$",
            Pattern.MULTILINE);

    /// A search for words comes before the pattern, which would look at every line of any text.
    @Override
    public boolean recognises(String start) {
        return start.contains("config") && START.matcher(start).find();
    }

    @Override
    public Ruleset read(ConfigText text) {
        return new FortiReader(text).read();
    }
}
