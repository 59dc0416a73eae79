package org.zonewright.intake.config;

import org.zonewright.facts.policy.Ruleset;
import org.zonewright.intake.config.build.ConfigFormat;
import org.zonewright.intake.config.build.ConfigText;

/// The text of nftables, see [NftablesText].
record NftablesFormat() implements ConfigFormat {
    @Override
    public boolean recognises(String start) {
        return NftablesText.recognises(start);
    }

    @Override
    public Ruleset read(ConfigText text) {
        return NftablesText.read(text);
    }
}
