package org.zonewright.report.html;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zonewright.base.Reason;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Text;
import org.zonewright.base.Texts;
import org.zonewright.facts.FunctionClass;
import org.zonewright.report.Timestamps;
import org.zonewright.report.drawing.ConduitLine;
import org.zonewright.report.markup.MarkupWriter;

/// What all sections of the page are written with: keyed texts, tables, reasons, marks. Mutable; one thread.
final class Html {
    final MarkupWriter out;
    final Texts texts;

    Html(MarkupWriter out, Texts texts) {
        this.out = out;
        this.texts = texts;
    }

    String say(String key, Object... arguments) {
        return texts.say("page." + key, arguments);
    }

    String say(Text text) {
        return texts.say(text);
    }

    /// A number with thin spaces between thousands.
    static String number(long value) {
        String digits = Long.toString(value);
        StringBuilder out = new StringBuilder(digits);
        for (int i = digits.length() - 3; i > (value < 0 ? 1 : 0); i -= 3) {
            out.insert(i, '\u00a0');
        }
        return out.toString();
    }

    static String functions(List<FunctionClass> functions) {
        return functions.stream().map(FunctionClass::id).collect(Collectors.joining(", "));
    }

    /// The value, or the word for "not known" in grey.
    void valueOr(String value, String missingKey) {
        if (value.isBlank()) {
            out.element("span", say(missingKey), "class", "none");
        } else {
            out.text(value);
        }
    }

    void time(Optional<Instant> time) {
        if (time.isPresent()) {
            out.element("span", Timestamps.readable(time.get()), "class", "time");
        } else {
            out.element("span", say("not-seen"), "class", "none");
        }
    }

    void paragraph(String text) {
        out.element("p", text).line();
    }

    void note(String text) {
        out.element("p", text, "class", "note").line();
    }

    /// A section with its heading; its footer carries the classification, so that a part that is cut out keeps it.
    void section(String id, String mark, Runnable body) {
        out.open("section", "id", id).line();
        out.element("h2", say(id)).line();
        body.run();
        out.element("footer", mark).line();
        out.close().line();
    }

    void table(String cssClass, List<String> headings, Runnable rows) {
        out.open("div", "class", "wide").open("table", "class", cssClass).line();
        out.open("thead").open("tr");
        headings.forEach(heading -> out.element("th", heading, "scope", "col"));
        out.close().close().line();
        out.open("tbody").line();
        rows.run();
        out.close().close().close().line();
    }

    void row(Runnable cells) {
        out.open("tr");
        cells.run();
        out.close().line();
    }

    void cell(String text) {
        out.element("td", text);
    }

    void cell(long value) {
        out.element("td", number(value), "class", "num");
    }

    void cell(Runnable content) {
        out.open("td");
        content.run();
        out.close();
    }

    /// The headings of a table, keyed by its name and theirs.
    List<String> headings(String table, String... names) {
        return Stream.of(names).map(name -> say(table + "." + name)).toList();
    }

    /// A constant as a word of keys and of the style sheet.
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Something to open by clicking, without script.
    void details(boolean open, String summary, Runnable body) {
        if (open) {
            out.open("details", "open", "");
        } else {
            out.open("details");
        }
        out.element("summary", summary).line();
        body.run();
        out.close().line();
    }

    void chip(String cssClass, String text) {
        out.element("span", text, "class", "chip " + cssClass);
    }

    void state(ConduitLine.State state) {
        chip(cssClass(state), texts.say("drawing.state." + cssClass(state)));
    }

    static String cssClass(ConduitLine.State state) {
        return word(state);
    }

    void clauses(Collection<String> clauses) {
        clauses.forEach(clause -> out.element("span", clause, "class", "clause").text(" "));
    }

    /// The tree of reasons as a nested list; each leaf names its places.
    void reason(Reason reason) {
        out.open("ul", "class", "why");
        reasonItem(reason);
        out.close().line();
    }

    private void reasonItem(Reason reason) {
        out.open("li").text(say(reason.text()));
        for (SourceRef place : reason.sources()) {
            out.text(" ").element("span", place.display(), "class", "place");
        }
        if (!reason.because().isEmpty()) {
            out.open("ul");
            reason.because().forEach(this::reasonItem);
            out.close();
        }
        out.close();
    }
}
