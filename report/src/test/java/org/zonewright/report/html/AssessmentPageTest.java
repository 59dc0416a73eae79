package org.zonewright.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.zonewright.base.Texts;

/// The page is opened by people who must not be harmed by what a packet or a spreadsheet said, and shown to auditors
/// who
/// must find what matters first.
class AssessmentPageTest {
    private static final Set<String> ELEMENTS = Set.of(
            "html", "head", "meta", "title", "style", "body", "header", "nav", "main", "section", "footer", "article",
            "h1", "h2", "h3", "p", "div", "span", "b", "br", "code", "ol", "ul", "li", "dl", "dt", "dd", "a", "table",
            "thead", "tbody", "tr", "th", "td", "details", "summary", "svg", "g", "defs", "symbol", "use", "path",
            "rect", "text");

    private static String page(AssessmentReport report) {
        return AssessmentPage.write(report, Texts.english());
    }

    private static Document parsed(String page) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(page.replace("<!DOCTYPE html>", ""))));
    }

    private static List<Element> elements(Document document) {
        List<Element> all = new ArrayList<>();
        collect(document.getDocumentElement(), all);
        return all;
    }

    private static void collect(Element element, List<Element> all) {
        all.add(element);
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                collect(inner, all);
            }
        }
    }

    /// The page's elements in order, without what lies inside the drawing, whose layout follows the length of names.
    private static String skeleton(Document document) {
        StringBuilder names = new StringBuilder();
        skeleton(document.getDocumentElement(), names);
        return names.toString();
    }

    private static void skeleton(Element element, StringBuilder names) {
        names.append('<').append(element.getTagName());
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            names.append(' ').append(element.getAttributes().item(i).getNodeName());
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner && !element.getTagName().equals("svg")) {
                skeleton(inner, names);
            }
        }
        names.append('>');
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "' onmouseover='alert(1)",
                "</style></title></svg></td><b>",
                "javascript:alert(1)",
                "]]><!-- --><![CDATA[ &amp; &#60;script&#62;",
                "\u202e\u2066\u0000\u001b[31m\u007f\ud800\ufeff\u2028x"
            })
    void hostile_text_in_every_field_changes_nothing_but_text(String hostile) throws Exception {
        String page = page(SampleReports.with(value -> hostile + value));
        Document document = parsed(page);
        assertThat(skeleton(document)).isEqualTo(skeleton(parsed(page(SampleReports.with(value -> "x" + value)))));
        Set<String> names = new TreeSet<>();
        for (Element element : elements(document)) {
            names.add(element.getTagName());
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                String name = element.getAttributes().item(i).getNodeName();
                assertThat(name).doesNotStartWith("on").isNotEqualTo("style");
                if (name.equals("href") || name.equals("src")) {
                    assertThat(element.getAttribute(name)).startsWith("#");
                }
            }
        }
        assertThat(ELEMENTS).containsAll(names);
        assertThat(page).doesNotContain("\u202e", "\u2066", "\u0000", "\u001b", "\ud800", "\ufeff", "\u2028");
    }

    @Test
    void hostile_text_is_still_shown_to_the_reader() throws Exception {
        Document document = parsed(page(SampleReports.with(value -> "<script>alert(1)</script>" + value)));
        assertThat(document.getDocumentElement().getTextContent()).contains("<script>alert(1)</script>PLC-A1");
    }

    @Test
    void the_content_policy_allows_the_pages_own_style_and_nothing_else() {
        String page = page(SampleReports.waterworks());
        Matcher policy = Pattern.compile("content=\"(default-src [^\"]*)\"").matcher(page);
        assertThat(policy.find()).isTrue();
        assertThat(policy.group(1))
                .startsWith("default-src &#39;none&#39;; style-src &#39;sha256-")
                .doesNotContain("unsafe");
        assertThat(page).doesNotContain("<script", " style=", "src=", "@import", "url(");
    }

    @Test
    void the_page_asks_for_nothing_from_anywhere() {
        assertThat(page(SampleReports.waterworks()).replace("http://www.w3.org/2000/svg", ""))
                .doesNotContain("http://", "https://");
    }

    @Test
    void what_matters_most_comes_first_and_then_what_was_not_seen() {
        String page = page(SampleReports.waterworks());
        List<String> order = new ArrayList<>();
        Matcher section = Pattern.compile("<section id=\"([a-z]+)\">").matcher(page);
        while (section.find()) {
            order.add(section.group(1));
        }
        assertThat(order)
                .startsWith("first", "unseen", "inventory", "drawing", "levels", "gaps", "contradictions", "risk")
                .contains("matrix", "conduits", "findings", "indications", "captures", "problems", "questions")
                .endsWith("statements");
    }

    @Test
    void the_classification_stands_under_every_section() {
        String page = page(SampleReports.waterworks());
        int sections = page.split("<section ", -1).length - 1;
        assertThat(page.split("<footer>confidential · Wasserwerk", -1)).hasSize(sections + 1);
    }

    @Test
    void every_report_says_what_it_is_not() {
        assertThat(page(SampleReports.empty()))
                .contains("secondary sources", "not a certification", "not checked against the licensed standards");
    }

    @Test
    void a_report_without_anything_says_so_in_every_section() throws Exception {
        String page = page(SampleReports.empty());
        assertThat(parsed(page)).isNotNull();
        assertThat(page)
                .contains("No findings.", "Nothing was observed or documented", "classification not given")
                .contains("risk: scenarios", "evidence: requirements", "traffic can only refute")
                .doesNotContain("page.", "null");
    }

    @Test
    void every_text_of_the_page_has_its_english_line() {
        assertThat(page(SampleReports.waterworks())).doesNotContain("page.", "drawing.", "picture.");
    }

    @Test
    void a_redacted_report_names_no_asset_anywhere() {
        String page = page(RedactedReport.of(SampleReports.waterworks()));
        assertThat(page).contains("pseudonyms", "asset-005").doesNotContain("PLC-A1", "10.0.1.", "PC-VERWALTUNG-07");
    }

    @Test
    void a_redacted_report_names_no_person() {
        assertThat(page(SampleReports.waterworks())).contains("A. Lindner", "M. Berg");
        assertThat(page(RedactedReport.of(SampleReports.waterworks())))
                .contains("name withheld")
                .doesNotContain("A. Lindner", "M. Berg");
    }

    @Test
    void every_cell_of_a_table_stands_under_a_heading_with_a_scope() throws Exception {
        for (Element element : elements(parsed(page(SampleReports.waterworks())))) {
            if (element.getTagName().equals("th")) {
                assertThat(element.getAttribute("scope")).isIn("col", "row");
            }
        }
    }

    @Test
    void the_same_report_gives_the_same_bytes() throws IOException {
        String page = page(SampleReports.waterworks());
        assertThat(page(SampleReports.waterworks())).isEqualTo(page);
        Path folder = Path.of("target", "pages");
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("waterworks.html"), page);
        Files.writeString(folder.resolve("empty.html"), page(SampleReports.empty()));
    }
}
