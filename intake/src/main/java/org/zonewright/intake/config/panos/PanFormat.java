package org.zonewright.intake.config.panos;

import java.io.IOException;
import java.util.regex.Pattern;
import org.zonewright.facts.policy.Ruleset;
import org.zonewright.intake.config.build.ConfigFormat;
import org.zonewright.intake.config.build.ConfigText;

/// PAN-OS: an exported configuration, or the answer of the device's API that holds one.
public record PanFormat() implements ConfigFormat {
    private static final Pattern ROOT =
            Pattern.compile("\\A\\s*(<\\?xml[^>]*\\?>)?\\s*(<response[^>]*>\\s*<result[^>]*>\\s*)?<config[\\s>]");
    private static final Pattern PART =
            Pattern.compile("paloaltonetworks|<(mgt-config|devices|vsys|rulebase|shared)[\\s/>]");

    @Override
    public boolean recognises(String start) {
        return ROOT.matcher(start).find() && PART.matcher(start).find();
    }

    @Override
    public Ruleset read(ConfigText text) throws IOException {
        return new PanReader(text).read();
    }
}
