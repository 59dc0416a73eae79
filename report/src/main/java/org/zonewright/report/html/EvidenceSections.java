package org.zonewright.report.html;

import java.util.List;
import org.zonewright.base.Problem;
import org.zonewright.base.Text;
import org.zonewright.facts.CaptureSummary;
import org.zonewright.facts.CaptureSummary.Quality;
import org.zonewright.report.discovery.CaptureNotes;

/// What the result rests on and what limits it: blind spots, indications, capture quality, problems, questions,
/// inputs.
final class EvidenceSections {
    private final Html html;
    private final AssessmentReport report;

    EvidenceSections(Html html, AssessmentReport report) {
        this.html = html;
        this.report = report;
    }

    void blindSpots() {
        if (report.blindSpots().isEmpty()) {
            html.paragraph(html.say(report.captures().isEmpty() ? "unseen.everything" : "unseen.none"));
            return;
        }
        html.note(html.say("unseen.read"));
        html.out.open("ol", "class", "unseen").line();
        for (AssessmentReport.BlindSpot spot : report.blindSpots()) {
            html.out.open("li");
            html.out.element("b", html.say(spot.missing()));
            html.out.open("p", "class", "action");
            html.out.element("b", html.say("unseen.tap")).text(" " + html.say(spot.nextTap()));
            html.out.close();
            for (Text why : spot.why()) {
                html.note(html.say(why));
            }
            html.out.close().line();
        }
        html.out.close().line();
    }

    void indications() {
        if (report.indications().isEmpty()) {
            html.paragraph(html.say(report.captures().isEmpty() ? "captures.none" : "indications.none"));
            return;
        }
        html.note(html.say("indications.read"));
        html.table(
                "indications",
                headings("indications", "rule", "what", "requirements", "places", "conversations", "cannot-see"),
                () -> report.indications().forEach(this::indication));
    }

    private void indication(Indication indication) {
        html.row(() -> {
            html.cell(() -> {
                html.out.element("b", indication.rule());
                html.out.text(
                        " " + html.say(indication.contradicts() ? "indications.contradicts" : "indications.indicates"));
            });
            html.cell(html.say(indication.what()));
            html.cell(() -> html.clauses(indication.requirements()));
            html.cell(String.join(", ", indication.places()));
            html.cell(indication.conversations());
            html.cell(html.say(indication.cannotSee()));
        });
    }

    void captures() {
        if (report.captures().isEmpty()) {
            html.paragraph(html.say("captures.none"));
            return;
        }
        html.note(html.say("captures.read"));
        html.table(
                "captures",
                headings(
                        "captures",
                        "file",
                        "link",
                        "frames",
                        "bytes",
                        "from",
                        "to",
                        "truncated",
                        "malformed",
                        "undecoded",
                        "missing",
                        "one-way",
                        "duplicates",
                        "tagged",
                        "dropped"),
                () -> report.captures().forEach(this::capture));
        report.captures().forEach(this::captureNotes);
        List<String> families = CaptureNotes.familiesNotSeen(report.captures());
        if (!families.isEmpty()) {
            html.paragraph(html.say("captures.families-not-seen", String.join(", ", families)));
        }
    }

    private void captureNotes(CaptureSummary capture) {
        List<Text> notes = CaptureNotes.of(capture);
        if (notes.isEmpty()) {
            return;
        }
        html.out.open("p").element("b", capture.file()).close();
        html.out.open("ul").line();
        for (Text note : notes) {
            html.out.element("li", html.say(note)).line();
        }
        html.out.close().line();
    }

    private void capture(CaptureSummary capture) {
        Quality quality = capture.quality();
        html.row(() -> {
            html.cell(() -> html.out.element("b", capture.file()).empty("br").text(capture.format()));
            html.cell(String.join(", ", capture.linkTypes()));
            html.cell(capture.frames());
            html.cell(capture.bytes());
            html.cell(() -> html.time(capture.firstTime()));
            html.cell(() -> html.time(capture.lastTime()));
            flaw(quality.truncatedFrames());
            flaw(quality.malformedFrames());
            flaw(quality.undecodedFrames());
            flaw(quality.missingSegments());
            flaw(quality.oneWayConversations());
            flaw(quality.twins().duplicates());
            html.cell(quality.taggedFrames());
            flaw(quality.droppedByRecorder());
        });
    }

    private void flaw(long count) {
        html.out.element("td", Html.number(count), "class", count == 0 ? "num" : "num flaw");
    }

    void problems() {
        if (report.problems().isEmpty()) {
            html.paragraph(html.say("problems.none"));
            return;
        }
        html.table("problems", headings("problems", "severity", "where", "message", "hint"), () -> report.problems()
                .forEach(this::problem));
    }

    private void problem(Problem problem) {
        html.row(() -> {
            html.cell(() -> html.chip(
                    problem.severity().id(),
                    html.say("severity." + problem.severity().id())));
            html.cell(() -> html.out
                    .element("span", problem.where().display(), "class", "place")
                    .empty("br")
                    .element("span", problem.kind().id(), "class", "id"));
            html.cell(html.say(problem.message()));
            html.cell(html.say(problem.hint()));
        });
    }

    void questions() {
        if (report.questions().isEmpty()) {
            html.paragraph(html.say("questions.none"));
            return;
        }
        html.note(html.say("questions.read"));
        html.out.open("ol", "class", "questions").line();
        for (AssessmentReport.Question question : report.questions()) {
            html.out.open("li").text(html.say(question.question()));
            if (!question.about().isBlank()) {
                html.out.text(" ").element("span", question.about(), "class", "zone");
            }
            html.out.close().line();
        }
        html.out.close().line();
    }

    void inputs() {
        List<AssessmentReport.Input> inputs = report.header().inputs();
        if (inputs.isEmpty()) {
            html.paragraph(html.say("inputs.none"));
            return;
        }
        html.table(
                "inputs",
                headings("inputs", "file", "kind", "digest"),
                () -> inputs.forEach(input -> html.row(() -> {
                    html.cell(() -> html.out.element("b", input.file()));
                    html.cell(html.say(input.kind()));
                    html.cell(() -> html.out.element("code", input.digest()));
                })));
    }

    /// What every report says of itself.
    void statements() {
        html.out.open("ul").line();
        for (String key : List.of("sources", "certification", "confidence", "absence", "passive")) {
            html.out.element("li", html.say("statement." + key)).line();
        }
        if (!report.header().catalogues().isEmpty()) {
            html.out
                    .element(
                            "li",
                            html.say(
                                    "statement.catalogues",
                                    String.join(", ", report.header().catalogues())))
                    .line();
        }
        html.out
                .element("li", html.say(report.redacted() ? "statement.redacted" : "statement.not-redacted"))
                .line();
        html.out.close().line();
    }

    private List<String> headings(String table, String... names) {
        return List.of(names).stream().map(name -> html.say(table + "." + name)).toList();
    }
}
