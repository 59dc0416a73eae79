package org.zonewright.report.html;

import java.util.List;
import java.util.Map;
import org.zonewright.assess.conformance.TruthCase;
import org.zonewright.report.truth.TruthSheet;
import org.zonewright.report.truth.TruthView;

/// Approved against configured against observed, conduit by conduit.
final class TruthSections {
    private final Html html;
    private final TruthView view;

    TruthSections(Html html, TruthView view) {
        this.html = html;
        this.view = view;
    }

    void write() {
        html.note(html.say("truth.read"));
        html.out.open("p", "class", "counts");
        for (Map.Entry<TruthCase, Integer> entry : view.counts().entrySet()) {
            html.chip(cssClass(entry.getKey()), Html.number(entry.getValue()) + " " + name(entry.getKey()));
        }
        html.out.close().line();
        view.sheets().forEach(this::sheet);
        if (!view.closed().isEmpty()) {
            html.paragraph(html.say("truth.closed", String.join("; ", view.closed())));
        }
        view.notes().forEach(html::reason);
    }

    private void sheet(TruthSheet sheet) {
        html.out.open("article", "class", "conduit").line();
        html.out.open("h3").text(sheet.name()).close().line();
        html.out.open("p", "class", "where");
        html.out.text(html.say("truth.devices") + " ");
        html.valueOr(String.join(", ", sheet.devices()), "conduits.enforced.unknown");
        html.out.text(" ").element("span", sheet.id(), "class", "id").close().line();
        if (!sheet.rows().isEmpty()) {
            html.table(
                    "truth",
                    html.headings("truth", "case", "approved", "configured", "observed", "what", "service", "why"),
                    () -> sheet.rows().forEach(this::row));
        }
        if (!sheet.missing().isEmpty()) {
            html.note(html.say("truth.missing"));
            sheet.missing().forEach(html::reason);
        }
        html.out.close().line();
    }

    private void row(TruthSheet.Row row) {
        html.row(() -> {
            html.cell(() -> html.chip(cssClass(row.truth()), name(row.truth())));
            for (String truth : truths(row)) {
                html.cell(html.say("truth." + truth));
            }
            html.cell(() -> {
                html.out.text(row.from() + " → " + row.to());
                if (!row.flow().isEmpty()) {
                    html.out.text(" ").element("span", row.flow(), "class", "id");
                }
                if (!row.functions().isEmpty()) {
                    html.out.text(" " + row.functions());
                }
            });
            html.cell(() -> html.out.element("code", row.service()));
            html.cell(() -> html.reason(row.reason()));
        });
    }

    private String name(TruthCase truth) {
        return html.texts.say("report.truth.case." + truth.id());
    }

    /// Approved, configured, observed: `yes`, `no` or `unknown`.
    private static List<String> truths(TruthSheet.Row row) {
        return switch (row.truth()) {
            case IN_ORDER -> List.of("yes", "yes", "yes");
            case OPEN_UNUSED -> List.of("yes", "yes", "no");
            case UNCONFIGURED_SEEN -> List.of("yes", "no", "yes");
            case BLOCKED -> List.of("yes", "no", "no");
            case STANDING_HOLE -> List.of("no", "yes", "yes");
            case LATENT_HOLE -> List.of("no", "yes", "no");
            case BYPASS -> List.of("no", "no", "yes");
            case CLOSED -> List.of("no", "no", "no");
            case NOT_ASSESSABLE -> List.of("unknown", "unknown", "unknown");
        };
    }

    /// Colour never speaks alone: the chip has the case's name.
    private static String cssClass(TruthCase truth) {
        return switch (truth) {
            case BYPASS, STANDING_HOLE -> "error";
            case LATENT_HOLE, BLOCKED, UNCONFIGURED_SEEN -> "warning";
            case IN_ORDER -> "observed";
            case OPEN_UNUSED, CLOSED, NOT_ASSESSABLE -> "info";
        };
    }
}
