package org.zonewright.report.truth;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zonewright.base.Texts;
import org.zonewright.report.markup.Printable;

/// The truth tables on a terminal: how often each case occurs, and what cannot be assessed for want of what.
public final class TruthText {
    private static final int SHOWN = 5;

    private TruthText() {}

    /// Some lines; nothing where there is no configuration.
    public static String write(Optional<TruthView> tables, Texts texts) {
        StringBuilder out = new StringBuilder();
        tables.ifPresent(known -> write(known, texts, out));
        return out.toString();
    }

    private static void write(TruthView tables, Texts texts, StringBuilder out) {
        String counts = tables.counts().entrySet().stream()
                .map(entry -> texts.say("report.truth.case." + entry.getKey().id()) + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        line(out, texts.say("report.truth.counts", counts));
        Map<String, List<String>> missing = new LinkedHashMap<>();
        tables.sheets().forEach(sheet -> sheet.missing()
                .forEach(reason -> missing.computeIfAbsent(texts.say(reason.text()), any -> new ArrayList<>())
                        .add(sheet.id())));
        missing.entrySet().stream()
                .limit(SHOWN)
                .forEach(entry -> line(
                        out,
                        "   - "
                                + texts.say(
                                        "report.truth.missing", entry.getKey(), String.join(", ", entry.getValue()))));
        if (missing.size() > SHOWN) {
            line(out, "   - " + texts.say("report.summary.more", missing.size() - SHOWN));
        }
        tables.notes().forEach(note -> line(out, "   - " + texts.say(note.text())));
    }

    private static void line(StringBuilder out, String text) {
        out.append(Printable.of(text)).append('\n');
    }
}
