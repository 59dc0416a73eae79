package org.zonewright.standard.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.zonewright.standard.RequirementId;
import org.zonewright.standard.RequirementId.DevelopmentId;
import org.zonewright.standard.RequirementId.DevelopmentPractice;
import org.zonewright.standard.RequirementId.ProgramArea;
import org.zonewright.standard.RequirementId.ProgramId;
import org.zonewright.standard.RequirementId.ProviderId;
import org.zonewright.standard.catalogue.ProcessCatalogue.Group;
import org.zonewright.standard.catalogue.ProcessCatalogue.MaturityLevel;

/// Reads the three catalogues of requirements on organisations; their files differ, what they hold is the same.
final class ProcessReader {
    private static final String GROUPS = "groups";
    private static final String REQUIREMENTS = "requirements";

    private ProcessReader() {}

    /// IEC 62443-2-1.
    static ProcessCatalogue program(CatalogueNode root) {
        root.only(
                "catalogue",
                "catalogue_version",
                "standard",
                "subject",
                "addressee",
                "copyright_note",
                "id_form",
                "sources",
                "confidence_note",
                "maturity_levels",
                "maturity_note",
                "expected_counts",
                "security_program_elements",
                REQUIREMENTS);
        List<Group> groups = root.each("security_program_elements", ProcessReader::programElement).stream()
                .flatMap(List::stream)
                .toList();
        List<ProcessRequirement> requirements = root.each(REQUIREMENTS, entry -> {
            entry.only("id", "spe", "element", "title", "paraphrase", "confidence", "note");
            ProgramId id = entry.id("id", ProgramId.class);
            entry.expect("element", id.area() + " " + id.element());
            entry.expect("spe", "SPE " + id.area().number());
            return requirement(entry, id, Optional.empty(), "element", "title");
        });
        root.attempt(node -> {
            long elements =
                    groups.stream().filter(group -> group.parent().isPresent()).count();
            node.expectCount("spe", groups.size() - elements);
            node.expectCount("elements", elements);
            node.expectCount(REQUIREMENTS, requirements.size());
            for (ProgramArea area : ProgramArea.values()) {
                node.expectCount(
                        "per_code." + area,
                        requirements.stream()
                                .filter(requirement -> requirement.group().startsWith(area + " "))
                                .count());
            }
        });
        return new ProcessCatalogue(CatalogueInfo.read(root), requirements, groups, maturityLevels(root));
    }

    /// IEC 62443-2-4.
    static ProcessCatalogue provider(CatalogueNode root) {
        root.only(
                "catalogue",
                "catalogue_version",
                "standard",
                "subject",
                "addressee",
                "copyright_note",
                "id_form",
                "sources",
                "confidence_note",
                "field_note",
                "maturity_levels",
                "maturity_note",
                "expected_counts",
                "functional_areas",
                REQUIREMENTS);
        List<Group> groups = root.each("functional_areas", entry -> group(entry, Optional.empty()));
        List<ProcessRequirement> requirements = root.each(REQUIREMENTS, entry -> {
            entry.only(
                    "id",
                    "kind",
                    "area",
                    "parent",
                    "topic",
                    "summary_level",
                    "paraphrase",
                    "documentation_demanded",
                    "confidence",
                    "note");
            ProviderId id = entry.id("id", ProviderId.class);
            entry.expect("kind", id.isEnhancement() ? "RE" : "BR");
            entry.expect("area", id.toString().substring(0, "SP.01".length()));
            Optional<RequirementId> parent = id.isEnhancement() ? Optional.of(id.base()) : Optional.empty();
            if (id.isEnhancement()) {
                entry.expect("parent", id.base().toString());
                entry.file().refer(CatalogueKey.IEC_62443_2_4, REQUIREMENTS, id.base(), entry.at("parent"));
            }
            return requirement(entry, id, parent, "area", "topic");
        });
        root.attempt(node -> {
            long enhancements = requirements.stream()
                    .filter(requirement -> requirement.parent().isPresent())
                    .count();
            node.expectCount("areas", groups.size());
            node.expectCount("total", requirements.size());
            node.expectCount("br", requirements.size() - enhancements);
            node.expectCount("re", enhancements);
        });
        return new ProcessCatalogue(CatalogueInfo.read(root), requirements, groups, maturityLevels(root));
    }

    /// IEC 62443-4-1.
    static ProcessCatalogue development(CatalogueNode root) {
        root.only(
                "catalogue",
                "catalogue_version",
                "standard",
                "subject",
                "addressee",
                "copyright_note",
                "id_form",
                "sources",
                "maturity_levels",
                "expected_counts",
                "practices",
                REQUIREMENTS);
        List<Group> groups = root.each("practices", entry -> group(entry, Optional.empty()));
        List<ProcessRequirement> requirements = root.each(REQUIREMENTS, entry -> {
            entry.only("id", "practice", "title", "paraphrase", "typical_evidence", "confidence", "note");
            DevelopmentId id = entry.id("id", DevelopmentId.class);
            entry.expect("practice", id.practice().name());
            return requirement(entry, id, Optional.empty(), "practice", "title");
        });
        root.attempt(node -> {
            node.expectCount("practices", groups.size());
            node.expectCount(REQUIREMENTS, requirements.size());
            for (DevelopmentPractice practice : DevelopmentPractice.values()) {
                node.expectCount(
                        "per_practice." + practice,
                        requirements.stream()
                                .filter(requirement -> requirement.group().equals(practice.name()))
                                .count());
            }
        });
        return new ProcessCatalogue(CatalogueInfo.read(root), requirements, groups, maturityLevels(root));
    }

    private static ProcessRequirement requirement(
            CatalogueNode entry, RequirementId id, Optional<RequirementId> parent, String group, String title) {
        entry.file().declare(REQUIREMENTS, id, entry);
        entry.file().refer(entry.file().key(), GROUPS, entry.text(group), entry.at(group));
        return new ProcessRequirement(
                id,
                parent,
                entry.text(group),
                entry.text(title),
                entry.text("paraphrase"),
                entry.textsIfAny("typical_evidence"),
                entry.find("documentation_demanded").isPresent() && entry.truth("documentation_demanded"),
                entry.confidence(),
                entry.textIfAny("note"));
    }

    /// A security program element and, after it, its elements.
    private static List<Group> programElement(CatalogueNode entry) {
        entry.only("id", "code", "title", "elements");
        Group element = group(entry, Optional.empty());
        return Stream.concat(
                        Stream.of(element),
                        entry.each("elements", child -> group(child, Optional.of(element.id()))).stream())
                .toList();
    }

    private static Group group(CatalogueNode entry, Optional<String> parent) {
        entry.file().declare(GROUPS, entry.text("id"), entry);
        return new Group(entry.text("id"), parent, entry.text("title"), entry.textIfAny("paraphrase"));
    }

    private static List<MaturityLevel> maturityLevels(CatalogueNode root) {
        List<MaturityLevel> levels = root.each("maturity_levels", entry -> {
            entry.only("ml", "title", "paraphrase");
            return new MaturityLevel(entry.number("ml"), entry.text("title"), entry.text("paraphrase"));
        });
        if (!levels.stream().map(MaturityLevel::number).toList().equals(List.of(1, 2, 3, 4))) {
            throw root.at("maturity_levels").wrongValue("other maturity levels", "1, 2, 3, 4");
        }
        return levels;
    }
}
