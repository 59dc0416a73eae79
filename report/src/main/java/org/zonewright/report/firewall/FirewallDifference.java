package org.zonewright.report.firewall;

import java.io.IOException;
import java.io.OutputStream;
import org.zonewright.base.Texts;
import org.zonewright.facts.policy.Difference;
import org.zonewright.report.json.JsonOut;

/// What a second configuration lets through and a first does not, and the other way round.
public record FirewallDifference(String first, String second, Difference difference) {
    /// The value of the field `format`.
    public static final String FORMAT = "zonewright/firewall-difference/1";

    /// Lines with `+` for what the second lets through in addition and `-` for what it no longer lets through.
    public String text(Texts texts) {
        StringBuilder out = new StringBuilder();
        if (difference.isNone()) {
            return texts.say("firewall.same", first, second) + "\n";
        }
        out.append(texts.say("firewall.differ", first, second)).append('\n');
        difference.gained().forEach(box -> out.append("  + ")
                .append(FirewallAnswers.words(box, texts))
                .append('\n'));
        difference.lost().forEach(box -> out.append("  - ")
                .append(FirewallAnswers.words(box, texts))
                .append('\n'));
        if (!difference.complete()) {
            out.append(texts.say("firewall.more")).append('\n');
        }
        return out.toString();
    }

    /// Writes JSON and leaves the stream open.
    ///
    /// @throws IOException where the stream cannot take it
    public void json(Texts texts, OutputStream stream) throws IOException {
        JsonOut.write(stream, texts, json -> {
            json.text("format", FORMAT);
            json.text("first", first);
            json.text("second", second);
            json.flag("complete", difference.complete());
            FirewallAnswers.boxes("gained", difference.gained(), json);
            FirewallAnswers.boxes("lost", difference.lost(), json);
        });
    }
}
