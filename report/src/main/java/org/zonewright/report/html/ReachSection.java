package org.zonewright.report.html;

import org.zonewright.report.reach.ReachSheet;

/// How far a breach gets: a row for each zone, with a bar, and the easiest ways to essential functions.
final class ReachSection {
    private final Html html;
    private final ReachSheet sheet;

    ReachSection(Html html, ReachSheet sheet) {
        this.html = html;
        this.sheet = sheet;
    }

    void write() {
        sheet.ground().forEach(html::paragraph);
        html.note(html.texts.say("report.reach.statement"));
        if (!sheet.rows().isEmpty()) {
            html.table("reach", html.headings("reach", "zone", "reached", "zones", "keeps"), () -> sheet.rows()
                    .forEach(this::row));
        }
        if (sheet.more() > 0) {
            html.note(html.say("reach.more", sheet.more()));
        }
        if (sheet.ways().isEmpty()) {
            html.paragraph(html.say("reach.no-function"));
        }
        for (ReachSheet.Way way : sheet.ways()) {
            html.out.element("h3", way.title()).line();
            html.out.open("ol").line();
            way.steps().forEach(step -> html.out.element("li", step).line());
            html.out.close().line();
            html.paragraph(way.cut());
        }
    }

    private void row(ReachSheet.Row row) {
        html.row(() -> {
            html.out.element("th", row.zone(), "scope", "row");
            html.cell(() -> {
                bar(row.reached(), row.assets());
                html.out.text(" " + html.texts.say("report.reach.of", row.reached(), row.assets()));
            });
            html.cell(row.zones());
            html.cell(row.keeps());
        });
    }

    /// How much of the whole is reached, as a bar of 100 units.
    private void bar(int part, int whole) {
        int width = whole == 0 ? 0 : (int) Math.round(100.0 * part / whole);
        html.out.open("svg", "viewBox", "0 0 100 8", "width", "100", "height", "8", "aria-hidden", "true");
        html.out.empty("rect", "width", "100", "height", "8", "fill", "#d9dee3");
        html.out.empty("rect", "width", "" + width, "height", "8", "fill", "#9a3412");
        html.out.close();
    }
}
