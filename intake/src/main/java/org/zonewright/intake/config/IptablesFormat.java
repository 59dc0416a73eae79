package org.zonewright.intake.config;

import org.zonewright.facts.policy.Ruleset;
import org.zonewright.intake.config.build.ConfigFormat;
import org.zonewright.intake.config.build.ConfigText;

/// What `iptables-save` prints, see [IptablesSave].
record IptablesFormat() implements ConfigFormat {
    @Override
    public boolean recognises(String start) {
        return IptablesSave.recognises(start);
    }

    @Override
    public Ruleset read(ConfigText text) {
        return IptablesSave.read(text);
    }
}
