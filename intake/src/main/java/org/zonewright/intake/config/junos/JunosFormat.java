package org.zonewright.intake.config.junos;

import java.util.regex.Pattern;
import org.zonewright.facts.policy.Ruleset;
import org.zonewright.intake.config.build.ConfigFormat;
import org.zonewright.intake.config.build.ConfigText;

/// Juniper SRX: `show configuration`, with or without `| display set`.
public record JunosFormat() implements ConfigFormat {
    private static final Pattern COMMANDS =
            Pattern.compile("^set security (policies|zones|nat|address-book) \\S", Pattern.MULTILINE);
    private static final Pattern BLOCK =
            Pattern.compile("^ *(policies|zones|nat|address-book \\S{1,64}) \\{", Pattern.MULTILINE);

    @Override
    public boolean recognises(String start) {
        return COMMANDS.matcher(start).find() || isInBraces(start);
    }

    private static boolean isInBraces(String start) {
        int security = start.startsWith("security {") ? 0 : start.indexOf("\nsecurity {");
        return security >= 0 && BLOCK.matcher(start).find();
    }

    @Override
    public Ruleset read(ConfigText text) {
        return new JunosReader(text).read();
    }
}
