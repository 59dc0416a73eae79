package org.zonewright.report.truth;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zonewright.assess.Assessment;
import org.zonewright.assess.conformance.TruthTable;
import org.zonewright.base.Texts;
import org.zonewright.report.markup.Printable;

/// The truth tables on a terminal: how often each case occurs, and what cannot be assessed for want of what.
public final class TruthText {
    private static final int SHOWN = 5;

    private TruthText() {}

    /// Some lines; nothing where there is no configuration.
    public static String write(Assessment assessment, Texts texts) {
        StringBuilder out = new StringBuilder();
        Optional<TruthTable> table = assessment.conformance().flatMap(conformance -> conformance.truth());
        table.ifPresent(known -> write(known, texts, out));
        return out.toString();
    }

    private static void write(TruthTable table, Texts texts, StringBuilder out) {
        String counts = table.counts().entrySet().stream()
                .map(entry -> entry.getValue() + " "
                        + texts.say("report.truth.case." + entry.getKey().id()))
                .collect(Collectors.joining(", "));
        line(out, texts.say("report.truth.counts", counts));
        Map<String, List<String>> missing = new LinkedHashMap<>();
        table.all().forEach(truth -> truth.missing()
                .forEach(reason -> missing.computeIfAbsent(texts.say(reason.text()), any -> new ArrayList<>())
                        .add(truth.key())));
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
        table.notes().forEach(note -> line(out, "   - " + texts.say(note.text())));
    }

    private static void line(StringBuilder out, String text) {
        out.append(Printable.of(text)).append('\n');
    }
}
