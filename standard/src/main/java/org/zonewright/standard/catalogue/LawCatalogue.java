package org.zonewright.standard.catalogue;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.TemporalAmount;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.zonewright.standard.RequirementId;
import org.zonewright.standard.RequirementId.AnnexId;
import org.zonewright.standard.RequirementId.ArticleId;
import org.zonewright.standard.RequirementId.ImplementingId;
import org.zonewright.standard.catalogue.LegalRequirement.Deadline;

/// NIS2 or the Cyber Resilience Act: the duties that bear on control systems, with their deadlines and the dates from
/// which they bind. Immutable, in the order of the act.
public final class LawCatalogue {
    /// A day from which something binds.
    public record EffectiveDate(LocalDate day, String what) {}

    /// A title, or a point below one, of the annex of Implementing Regulation (EU) 2024/2690, with the points of NIS2
    /// Art. 21(2) that its title is about. A heading only: for plant operators it is a yardstick, not law.
    public record Heading(ImplementingId id, String title, List<ArticleId> about) {
        public Heading {
            about = List.copyOf(about);
        }
    }

    static final String ENTRIES = "entries";
    static final String HEADINGS = "headings";

    private final CatalogueInfo info;
    private final List<EffectiveDate> dates;
    private final List<LegalRequirement> requirements;
    private final List<Heading> headings;
    private final Map<RequirementId, LegalRequirement> byId = new HashMap<>();

    private LawCatalogue(
            CatalogueInfo info,
            List<EffectiveDate> dates,
            List<LegalRequirement> requirements,
            List<Heading> headings) {
        this.info = info;
        this.dates = dates;
        this.requirements = requirements;
        this.headings = headings;
        requirements.forEach(requirement -> byId.put(requirement.id(), requirement));
    }

    public CatalogueInfo info() {
        return info;
    }

    public List<EffectiveDate> dates() {
        return dates;
    }

    public List<LegalRequirement> requirements() {
        return requirements;
    }

    public Optional<LegalRequirement> find(RequirementId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// The headings of the implementing regulation, each title before its points; empty for the Cyber Resilience Act.
    public List<Heading> headings() {
        return headings;
    }

    static LawCatalogue readNis2(CatalogueNode root) {
        root.only(
                "catalogue",
                "catalogue_version",
                "act",
                "celex",
                "copyright_note",
                "sources",
                "applies",
                "articles",
                "implementing_regulation_2024_2690",
                "expected_counts");
        CatalogueNode applies = root.at("applies");
        LawCatalogue law = new LawCatalogue(
                CatalogueInfo.read(root),
                List.of(
                        new EffectiveDate(
                                date(applies.at("transposition_deadline")), "transposition into national law"),
                        new EffectiveDate(date(applies.at("measures_apply_from")), "national measures apply")),
                root.each("articles", entry -> requirement(entry, ArticleId.class)),
                root.at("implementing_regulation_2024_2690").each("annex", LawCatalogue::title).stream()
                        .flatMap(List::stream)
                        .toList());
        root.attempt(node -> {
            long points = law.headings.stream()
                    .filter(heading -> heading.id().point() > 0)
                    .count();
            node.expectCount(
                    "art21_2_points",
                    law.requirements.stream()
                            .filter(requirement -> requirement.id() instanceof ArticleId id
                                    && id.article() == 21
                                    && id.points().size() == 2)
                            .count());
            node.expectCount("annex_titles", law.headings.size() - points);
            node.expectCount("annex_points", points);
        });
        return law;
    }

    static LawCatalogue readCra(CatalogueNode root) {
        root.only(
                "catalogue",
                "catalogue_version",
                "act",
                "celex",
                "copyright_note",
                "sources",
                "dates",
                "source_note",
                "annex_i",
                "duties",
                "expected_counts");
        LawCatalogue law = new LawCatalogue(
                CatalogueInfo.read(root),
                root.each("dates", entry -> new EffectiveDate(date(entry.at("date")), entry.text("what"))),
                Stream.concat(
                                root.each("annex_i", entry -> requirement(entry, AnnexId.class)).stream(),
                                root.each("duties", entry -> requirement(entry, ArticleId.class)).stream())
                        .toList(),
                List.of());
        root.attempt(node -> {
            node.expectCount("part_i", law.countOfPart(1));
            node.expectCount("part_ii", law.countOfPart(2));
        });
        return law;
    }

    private long countOfPart(int part) {
        return requirements.stream()
                .filter(requirement -> requirement.id() instanceof AnnexId id && id.part() == part)
                .count();
    }

    private static LegalRequirement requirement(CatalogueNode entry, Class<? extends RequirementId> kind) {
        entry.only("id", "part", "parent", "title", "paraphrase", "deadline", "from", "confidence", "note");
        RequirementId id = entry.id("id", kind);
        entry.file().declare(ENTRIES, id, entry);
        if (id instanceof AnnexId annex) {
            entry.expect("part", annex.part() == 1 ? "I" : "II");
        }
        entry.find("parent")
                .ifPresent(parent -> entry.file().refer(entry.file().key(), ENTRIES, parent.id(kind), parent));
        return new LegalRequirement(
                id,
                entry.text("title"),
                entry.text("paraphrase"),
                entry.textIfAny("from")
                        .map(from -> new Deadline(entry.find("deadline").map(LawCatalogue::amount), from)),
                entry.confidence(),
                entry.textIfAny("note"));
    }

    /// A title of the annex and, after it, its points.
    private static List<Heading> title(CatalogueNode entry) {
        entry.only("id", "number", "title", "art21_2", "points");
        ImplementingId id = entry.id("id", ImplementingId.class);
        entry.expect("number", Integer.toString(id.title()));
        List<ArticleId> about = entry.each("art21_2", letter -> {
            if (!letter.text().matches("[a-z]")) {
                throw letter.wrongValue(letter.text(), "a letter of Art. 21(2)");
            }
            ArticleId point = new ArticleId(21, List.of("2", letter.text()));
            entry.file().refer(CatalogueKey.NIS2, ENTRIES, point, letter);
            return point;
        });
        Heading title = new Heading(id, entry.text("title"), about);
        entry.file().declare(HEADINGS, id, entry);
        List<Heading> points = entry.each("points", item -> {
            item.only("id", "title");
            ImplementingId point = item.id("id", ImplementingId.class);
            item.file().declare(HEADINGS, point, item);
            return new Heading(point, item.text("title"), about);
        });
        return Stream.concat(Stream.of(title), points.stream()).toList();
    }

    static LocalDate date(CatalogueNode value) {
        try {
            return LocalDate.parse(value.text());
        } catch (DateTimeException _) {
            throw value.wrongValue(value.text(), "a date such as 2026-09-11");
        }
    }

    /// An ISO 8601 amount of time: of days and longer as a period of the calendar, of hours as a duration.
    static TemporalAmount amount(CatalogueNode value) {
        try {
            return value.text().startsWith("PT") ? Duration.parse(value.text()) : Period.parse(value.text());
        } catch (DateTimeException _) {
            throw value.wrongValue(value.text(), "an amount of time such as PT24H or P1M");
        }
    }
}
