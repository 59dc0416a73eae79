package org.zonewright.standard.catalogue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.zonewright.standard.Confidence;
import org.zonewright.standard.FoundationalRequirement;
import org.zonewright.standard.SecurityLevel;

/// Who and what threatens a plant, as starting points for a risk assessment: attacker classes behind SL 1 to 4, threat
/// sources, threat categories, and figures of a public threat report. Immutable.
public final class ThreatCatalogue {
    /// The kind of attacker a level is set against. The four columns are those by which IEC 62443-3-3 sets its levels
    /// apart; the wording is ours.
    public record AttackerClass(
            SecurityLevel level,
            String name,
            String intent,
            String means,
            String resources,
            String skills,
            String motivation,
            List<String> examples) {
        public AttackerClass {
            examples = List.copyOf(examples);
        }
    }

    /// Who threatens. `startLevel` is where SL-T work may begin, our analysis; the facts of the site raise or lower it.
    public record ThreatSource(String id, String name, SecurityLevel startLevel, String origin, String paraphrase) {}

    /// What may happen: the FRs that would stop it, techniques of [AttackCatalogue] it uses, and sources by id.
    public record ThreatCategory(
            String id,
            String name,
            List<FoundationalRequirement> foundationalRequirements,
            List<String> techniques,
            List<String> sources,
            Basis basis) {
        public ThreatCategory {
            foundationalRequirements = List.copyOf(foundationalRequirements);
            techniques = List.copyOf(techniques);
            sources = List.copyOf(sources);
        }
    }

    /// A number from press coverage of a threat report.
    public record Figure(String key, BigDecimal value, Optional<String> meaning, Confidence confidence) {}

    private final CatalogueInfo info;
    private final List<AttackerClass> attackerClasses;
    private final List<ThreatSource> sources;
    private final List<ThreatCategory> categories;
    private final String figuresTitle;
    private final List<Figure> figures;

    private ThreatCatalogue(CatalogueNode root) {
        this.info = CatalogueInfo.read(root);
        this.attackerClasses = root.each("attacker_classes", ThreatCatalogue::attackerClass);
        this.sources = root.each("threat_sources", ThreatCatalogue::source);
        this.categories = root.each("threat_categories", ThreatCatalogue::category);
        CatalogueNode report = root.at("enisa_etl_2025");
        this.figuresTitle = report.text("title") + ", " + report.text("period");
        this.figures = report.each("figures", ThreatCatalogue::figure);
    }

    public CatalogueInfo info() {
        return info;
    }

    /// From SL 1 to SL 4.
    public List<AttackerClass> attackerClasses() {
        return attackerClasses;
    }

    public List<ThreatSource> sources() {
        return sources;
    }

    public List<ThreatCategory> categories() {
        return categories;
    }

    /// Title and period of the report that [#figures()] are from.
    public String figuresTitle() {
        return figuresTitle;
    }

    public List<Figure> figures() {
        return figures;
    }

    static ThreatCatalogue read(CatalogueNode root) {
        root.only(
                "catalogue",
                "catalogue_version",
                "copyright_note",
                "sources",
                "attacker_classes_note",
                "attacker_classes",
                "threat_sources_note",
                "threat_sources",
                "threat_categories",
                "enisa_etl_2025");
        ThreatCatalogue catalogue = new ThreatCatalogue(root);
        List<Integer> levels = catalogue.attackerClasses.stream()
                .map(attacker -> attacker.level().number())
                .toList();
        if (!levels.equals(List.of(1, 2, 3, 4))) {
            root.at("attacker_classes").report(CatalogueProblem.WRONG_VALUE, levels, "one class for each level 1 to 4");
        }
        return catalogue;
    }

    private static AttackerClass attackerClass(CatalogueNode entry) {
        entry.only("sl", "name", "intent", "means", "resources", "skills", "motivation", "examples");
        return new AttackerClass(
                entry.level("sl"),
                entry.text("name"),
                entry.text("intent"),
                entry.text("means"),
                entry.text("resources"),
                entry.text("skills"),
                entry.text("motivation"),
                entry.texts("examples"));
    }

    private static ThreatSource source(CatalogueNode entry) {
        entry.only("id", "name", "sl_class", "origin", "paraphrase");
        entry.file().declare("threat_sources", entry.text("id"), entry);
        return new ThreatSource(
                entry.text("id"),
                entry.text("name"),
                entry.level("sl_class"),
                entry.text("origin"),
                entry.text("paraphrase"));
    }

    private static ThreatCategory category(CatalogueNode entry) {
        entry.only("id", "name", "foundational_requirements", "attack_techniques", "threat_sources", "basis");
        entry.file().declare("threat_categories", entry.text("id"), entry);
        return new ThreatCategory(
                entry.text("id"),
                entry.text("name"),
                entry.each("foundational_requirements", item -> FoundationalRequirement.parse(item.text())
                        .orElseThrow(() -> item.wrongValue(item.text(), "FR1 to FR7"))),
                entry.names("attack_techniques", CatalogueKey.ATTACK_ICS, "techniques"),
                entry.names("threat_sources", CatalogueKey.THREATS, "threat_sources"),
                entry.choice("basis", Basis::parse, "published, derived or own analysis"));
    }

    private static Figure figure(CatalogueNode entry) {
        entry.only("key", "value", "meaning", "confidence");
        CatalogueNode value = entry.at("value");
        if (!value.text().matches("\\d{1,9}(\\.\\d{1,4})?")) {
            throw value.wrongValue(value.text(), "a number");
        }
        return new Figure(
                entry.text("key"), new BigDecimal(value.text()), entry.textIfAny("meaning"), entry.confidence());
    }
}
