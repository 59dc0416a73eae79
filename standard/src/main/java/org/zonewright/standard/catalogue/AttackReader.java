package org.zonewright.standard.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zonewright.standard.RequirementId;
import org.zonewright.standard.RequirementId.ComponentId;
import org.zonewright.standard.RequirementId.SystemId;
import org.zonewright.standard.catalogue.AttackCatalogue.Mitigation;
import org.zonewright.standard.catalogue.AttackCatalogue.OwnLink;
import org.zonewright.standard.catalogue.AttackCatalogue.Tactic;
import org.zonewright.standard.catalogue.AttackCatalogue.Technique;

/// Reads MITRE ATT&CK for ICS. The file tells some relations from both ends; both must say the same.
final class AttackReader {
    private static final String TECHNIQUES = "techniques";
    private static final String MITIGATIONS = "mitigations";
    private static final String REQUIREMENTS = "requirements";

    private AttackReader() {}

    static AttackCatalogue read(CatalogueNode root) {
        root.only(
                "catalogue",
                "catalogue_version",
                "source",
                "repository",
                "licence",
                "field_note",
                "expected_counts",
                "tactics",
                TECHNIQUES,
                MITIGATIONS,
                "by_sr",
                "by_cr",
                "own_links_note",
                "own_links");
        List<Tactic> tactics = root.each("tactics", AttackReader::tactic);
        List<Technique> techniques = root.each(TECHNIQUES, AttackReader::technique);
        List<Mitigation> mitigations = root.each(MITIGATIONS, AttackReader::mitigation);
        Map<String, Mitigation> byId = new HashMap<>();
        mitigations.forEach(mitigation -> byId.put(mitigation.id(), mitigation));
        AttackCatalogue catalogue = new AttackCatalogue(
                CatalogueInfo.read(root),
                tactics,
                techniques,
                mitigations,
                root.each("own_links", entry -> ownLink(entry, byId)));
        root.attempt(node -> checkBothEnds(node, catalogue));
        root.attempt(node -> expectCounts(node, catalogue));
        return catalogue;
    }

    private static Tactic tactic(CatalogueNode entry) {
        entry.only("id", "name", "shortname");
        entry.file().declare("tactics", entry.text("id"), entry);
        return new Tactic(entry.text("id"), entry.text("name"));
    }

    private static Technique technique(CatalogueNode entry) {
        entry.only("id", "name", "tactics", "platforms", MITIGATIONS);
        entry.file().declare(TECHNIQUES, entry.text("id"), entry);
        List<String> tactics = entry.names("tactics", CatalogueKey.ATTACK_ICS, "tactics");
        if (tactics.isEmpty()) {
            throw entry.at("tactics").wrongValue("no tactic", "at least one tactic");
        }
        entry.names(MITIGATIONS, CatalogueKey.ATTACK_ICS, MITIGATIONS);
        return new Technique(entry.text("id"), entry.text("name"), tactics);
    }

    private static Mitigation mitigation(CatalogueNode entry) {
        entry.only("id", "name", "iec62443_3_3", "iec62443_4_2", "iec62443_4_2_resolved", TECHNIQUES);
        entry.file().declare(MITIGATIONS, entry.text("id"), entry);
        return new Mitigation(
                entry.text("id"),
                entry.text("name"),
                entry.references("iec62443_3_3", SystemId.class, CatalogueKey.IEC_62443_3_3, REQUIREMENTS),
                entry.references(
                        "iec62443_4_2",
                        ComponentId.class,
                        CatalogueKey.IEC_62443_4_2,
                        REQUIREMENTS,
                        ComponentCatalogue.POINTERS),
                entry.references("iec62443_4_2_resolved", ComponentId.class, CatalogueKey.IEC_62443_4_2, REQUIREMENTS),
                entry.names(TECHNIQUES, CatalogueKey.ATTACK_ICS, TECHNIQUES));
    }

    private static OwnLink ownLink(CatalogueNode entry, Map<String, Mitigation> mitigations) {
        entry.only("id", "mitigation", "reason", "basis");
        SystemId id = entry.id("id", SystemId.class);
        String name = entry.text("mitigation");
        entry.file().declare("own_links", id + " " + name, entry);
        entry.file().refer(CatalogueKey.IEC_62443_3_3, REQUIREMENTS, id, entry.at("id"));
        entry.expect("basis", "own analysis");
        Mitigation mitigation = mitigations.get(name);
        if (mitigation == null) {
            throw entry.at("mitigation")
                    .unusable(CatalogueProblem.UNKNOWN_REFERENCE, name, CatalogueKey.ATTACK_ICS.id());
        }
        return new OwnLink(id, mitigation, entry.text("reason"));
    }

    private static void checkBothEnds(CatalogueNode root, AttackCatalogue catalogue) {
        root.each(TECHNIQUES, entry -> {
            String technique = entry.text("id");
            List<String> counted = catalogue.mitigations().stream()
                    .filter(mitigation -> mitigation.techniques().contains(technique))
                    .map(Mitigation::id)
                    .toList();
            return compare(entry, technique, MITIGATIONS, counted);
        });
        root.each("by_sr", entry -> inverted(entry, SystemId.class, catalogue));
        root.each("by_cr", entry -> inverted(entry, ComponentId.class, catalogue));
    }

    /// An entry of the inverted tables must list what the mitigations say of its requirement.
    private static CatalogueNode inverted(
            CatalogueNode entry, Class<? extends RequirementId> kind, AttackCatalogue catalogue) {
        entry.only("id", MITIGATIONS, TECHNIQUES);
        RequirementId id = entry.id("id", kind);
        List<Mitigation> mitigations = catalogue.publishedFor(id);
        compare(entry, id, MITIGATIONS, mitigations.stream().map(Mitigation::id).toList());
        return compare(
                entry,
                id,
                TECHNIQUES,
                catalogue.techniquesAgainst(mitigations).stream()
                        .map(Technique::id)
                        .toList());
    }

    private static CatalogueNode compare(CatalogueNode entry, Object id, String key, List<String> counted) {
        if (!Set.copyOf(entry.texts(key)).equals(Set.copyOf(counted))) {
            entry.at(key)
                    .report(
                            CatalogueProblem.CONTRADICTION,
                            id,
                            key + " differ from what the mitigations say: " + String.join(", ", counted));
        }
        return entry;
    }

    private static void expectCounts(CatalogueNode root, AttackCatalogue catalogue) {
        root.expectCount("tactics", catalogue.tactics().size());
        root.expectCount(TECHNIQUES, catalogue.techniques().size());
        root.expectCount(MITIGATIONS, catalogue.mitigations().size());
        root.expectCount(
                "mitigates_relations",
                catalogue.mitigations().stream()
                        .mapToLong(mitigation -> mitigation.techniques().size())
                        .sum());
    }
}
