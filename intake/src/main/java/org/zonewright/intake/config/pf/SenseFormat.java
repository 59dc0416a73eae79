package org.zonewright.intake.config.pf;

import java.io.IOException;
import java.util.regex.Pattern;
import org.zonewright.facts.policy.Ruleset;
import org.zonewright.intake.config.build.ConfigFormat;
import org.zonewright.intake.config.build.ConfigText;

/// pfSense and OPNsense: the file that "Backup" gives, not encrypted.
public record SenseFormat() implements ConfigFormat {
    private static final Pattern ROOT = Pattern.compile("\\A\\s*(<\\?xml[^>]*\\?>)?\\s*<(pfsense|opnsense)[\\s>]");

    @Override
    public boolean recognises(String start) {
        return ROOT.matcher(start).find();
    }

    @Override
    public Ruleset read(ConfigText text) throws IOException {
        return new SenseReader(text).read();
    }
}
