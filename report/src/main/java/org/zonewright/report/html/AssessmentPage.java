package org.zonewright.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.zonewright.base.Texts;
import org.zonewright.report.Timestamps;
import org.zonewright.report.drawing.ZoneDrawingSvg;
import org.zonewright.report.markup.MarkupWriter;

/// Writes the page. One file, no script; its content policy allows its own style sheet, named by digest, and nothing
/// else, so a browser would refuse anything that data could smuggle in. The same report gives the same bytes.
public final class AssessmentPage {
    private final AssessmentReport report;
    private final Html html;
    private final MarkupWriter out = new MarkupWriter();

    private AssessmentPage(AssessmentReport report, Texts texts) {
        this.report = report;
        this.html = new Html(out, texts);
    }

    /// The page as text, to be stored as UTF-8.
    public static String write(AssessmentReport report, Texts texts) {
        return new AssessmentPage(report, texts).page();
    }

    private String page() {
        String style = styleSheet();
        out.htmlDocument().open("html", "lang", "en").line().open("head").line();
        out.empty("meta", "charset", "utf-8").line();
        out.empty("meta", "http-equiv", "Content-Security-Policy", "content", contentPolicy(style))
                .line();
        out.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .line();
        out.empty("meta", "name", "referrer", "content", "no-referrer").line();
        out.element("title", html.say("title", site())).line();
        out.style(style).line();
        out.close().line().open("body").line();
        out.element("div", mark(), "class", "running").line();
        header();
        Map<String, Runnable> sections = sections();
        contents(sections);
        out.open("main").line();
        sections.forEach((id, body) -> html.section(id, mark(), body));
        out.close().line().close().line().close().line();
        return out.finished();
    }

    /// The sections in their order, by id; the id is also the key of the heading.
    private Map<String, Runnable> sections() {
        FindingSections findings = new FindingSections(html, report);
        EvidenceSections evidence = new EvidenceSections(html, report);
        TrafficSections traffic = new TrafficSections(html, report);
        Map<String, Runnable> sections = new LinkedHashMap<>();
        sections.put("first", findings::first);
        sections.put("unseen", evidence::blindSpots);
        sections.put("inventory", new InventorySection(html, report)::write);
        sections.put("drawing", this::drawing);
        report.assurance().ifPresent(assurance -> {
            LevelSections levels = new LevelSections(html, assurance);
            RiskSections risk = new RiskSections(html, assurance, report.redacted());
            sections.put("levels", levels::levels);
            sections.put("gaps", levels::gaps);
            sections.put("contradictions", levels::contradictions);
            sections.put("risk", risk::risk);
            sections.put("steps", risk::steps);
            sections.put("coverage", risk::coverage);
        });
        report.reach().ifPresent(sheet -> sections.put("reach", new ReachSection(html, sheet)::write));
        sections.put("zones", traffic::zones);
        sections.put("matrix", traffic::matrix);
        sections.put("conduits", traffic::conduits);
        report.truth().ifPresent(truth -> sections.put("truth", new TruthSections(html, truth)::write));
        sections.put("conversations", traffic::conversations);
        sections.put("findings", findings::all);
        sections.put("indications", evidence::indications);
        sections.put("captures", evidence::captures);
        sections.put("problems", evidence::problems);
        sections.put("questions", evidence::questions);
        sections.put("inputs", evidence::inputs);
        sections.put("statements", evidence::statements);
        return sections;
    }

    private void header() {
        AssessmentReport.Header header = report.header();
        out.open("header", "class", "top").line();
        if (!header.classification().isBlank()) {
            out.element("p", header.classification(), "class", "stamp").line();
        }
        out.element("h1", site()).line();
        out.element("p", html.say(header.subtitle()), "class", "subtitle").line();
        out.open("dl", "class", "meta");
        fact("header.at", Timestamps.minutes(header.at()));
        fact(
                "header.classification",
                header.classification().isBlank() ? html.say("not-given") : header.classification());
        fact("header.product", header.product());
        fact("header.inputs", Html.number(header.inputs().size()));
        out.close().line();
        out.open("dl", "class", "figures");
        figure("figure.assets", report.inventory().assets().size());
        figure("figure.zones", report.zones().size());
        figure("figure.conduits", report.conduits().size());
        figure("figure.conversations", report.inventory().conversations().size());
        figure("figure.findings", report.findings().size());
        figure("figure.questions", report.questions().size());
        out.close().line();
        if (!report.findings().isEmpty()) {
            out.element("p", new FindingSections(html, report).counts(), "class", "counts")
                    .line();
        }
        out.close().line();
    }

    private void fact(String key, String value) {
        out.open("div").element("dt", html.say(key)).element("dd", value).close();
    }

    private void figure(String key, int value) {
        out.open("div")
                .element("dd", Html.number(value))
                .element("dt", html.say(key))
                .close();
    }

    private void contents(Map<String, Runnable> sections) {
        out.open("nav", "aria-label", html.say("contents")).open("ol").line();
        sections.keySet().forEach(id -> out.open("li")
                .element("a", html.say(id), "href", "#" + id)
                .close()
                .line());
        out.close().close().line();
    }

    private void drawing() {
        if (report.drawing().isEmpty()) {
            html.paragraph(html.say("drawing.none"));
            return;
        }
        out.open("div", "class", "drawing").line();
        out.include(ZoneDrawingSvg.inline(report.drawing().get(), html.texts));
        out.close().line();
    }

    private String site() {
        return report.header().site().isBlank()
                ? html.say("site-not-named")
                : report.header().site();
    }

    /// Whose page this is and who may see it: the line under every section and on every printed sheet.
    private String mark() {
        String classification = report.header().classification().isBlank()
                ? html.say("mark.not-given")
                : report.header().classification();
        return html.say(
                "mark",
                classification,
                report.header().site(),
                Timestamps.minutes(report.header().at()));
    }

    private static String contentPolicy(String style) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            String hash = Base64.getEncoder().encodeToString(digest);
            return "default-src 'none'; style-src 'sha256-" + hash + "'; base-uri 'none'; form-action 'none'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String styleSheet() {
        try (InputStream in = AssessmentPage.class.getResourceAsStream("page.css")) {
            if (in == null) {
                throw new IllegalStateException("the product's own style sheet is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the product's own style sheet cannot be read", e);
        }
    }
}
