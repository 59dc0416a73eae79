package org.zonewright.standard.catalogue;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.zonewright.standard.RequirementId;
import org.zonewright.standard.RequirementId.AnnexId;
import org.zonewright.standard.RequirementId.ArticleId;
import org.zonewright.standard.RequirementId.ImplementingId;
import org.zonewright.standard.RequirementId.ProgramId;
import org.zonewright.standard.RequirementId.SystemId;
import org.zonewright.standard.catalogue.MappingCatalogue.Coverage;
import org.zonewright.standard.catalogue.MappingCatalogue.CsfLink;
import org.zonewright.standard.catalogue.MappingCatalogue.ImplementingLink;
import org.zonewright.standard.catalogue.MappingCatalogue.IsoLink;
import org.zonewright.standard.catalogue.MappingCatalogue.ProgramLink;
import org.zonewright.standard.catalogue.MappingCatalogue.Support;

/// Reads the relations between catalogues; every id on either side is noted as a reference.
final class MappingReader {
    private static final String REQUIREMENTS = "requirements";

    private MappingReader() {}

    static MappingCatalogue read(CatalogueNode root) {
        root.only(
                "catalogue",
                "catalogue_version",
                "note",
                "sources",
                "field_note",
                "published_views",
                "nis2",
                "cra",
                "program_links",
                "iso27001",
                "csf11",
                "nis2_2690_iso27001");
        List<Support> nis2 = root.each("nis2", entry -> support(entry, CatalogueKey.NIS2));
        List<Support> cra = root.each("cra", entry -> support(entry, CatalogueKey.CRA));
        return new MappingCatalogue(
                CatalogueInfo.read(root),
                Stream.concat(nis2.stream(), cra.stream()).toList(),
                root.at("program_links").each("links", MappingReader::programLink),
                root.at("iso27001").each("sr", MappingReader::isoLink),
                root.at("csf11").each("rows", MappingReader::csfLink),
                root.at("nis2_2690_iso27001").each("rows", MappingReader::implementingLink));
    }

    private static Support support(CatalogueNode entry, CatalogueKey law) {
        entry.only(
                "id",
                "coverage",
                "supported_by",
                "basis",
                "not_covered",
                "same_in_S-ISEC",
                "only_in_S-ISEC",
                "same_by_chain");
        RequirementId duty = entry.at("id").id(RequirementId.class);
        if (!(duty instanceof ArticleId || duty instanceof AnnexId)) {
            throw entry.at("id").wrongValue(duty.toString(), "an article or a point of Annex I");
        }
        entry.file().declare(law.id(), duty, entry);
        entry.file().refer(law, LawCatalogue.ENTRIES, duty, entry.at("id"));
        List<RequirementId> items = entry.each("supported_by", MappingReader::items).stream()
                .flatMap(List::stream)
                .toList();
        return new Support(
                law,
                duty,
                entry.choice("coverage", Coverage::parse, "strong, partial, weak or none"),
                items,
                entry.choice("basis", Basis::parse, "published, derived or own analysis"),
                entry.textIfAny("not_covered"),
                compared(entry, "same_in_S-ISEC"),
                compared(entry, "only_in_S-ISEC"),
                compared(entry, "same_by_chain"));
    }

    private static List<RequirementId> items(CatalogueNode entry) {
        entry.only("catalogue", "items");
        CatalogueKey target = entry.choice("catalogue", CatalogueKey::parse, "the name of a catalogue");
        return entry.references("items", RequirementId.class, target, REQUIREMENTS, "common_constraints");
    }

    /// Ids that a public mapping gives; it may name a CR that is only a pointer.
    private static List<RequirementId> compared(CatalogueNode entry, String key) {
        if (entry.find(key).isEmpty()) {
            return List.of();
        }
        return entry.each(key, item -> {
            RequirementId id = item.id(RequirementId.class);
            CatalogueKey target = id instanceof SystemId ? CatalogueKey.IEC_62443_3_3 : CatalogueKey.IEC_62443_4_2;
            item.file().refer(target, Set.of(REQUIREMENTS, ComponentCatalogue.POINTERS), id, item);
            return id;
        });
    }

    private static ProgramLink programLink(CatalogueNode entry) {
        ProgramId program = entry.id("id", ProgramId.class);
        entry.file().declare("program_links", program, entry);
        entry.file().refer(CatalogueKey.IEC_62443_2_1, REQUIREMENTS, program, entry.at("id"));
        List<RequirementId> items = entry.keys().stream()
                .filter(key -> !key.equals("id"))
                .flatMap(key -> {
                    CatalogueKey target = CatalogueKey.parse(key)
                            .orElseThrow(() -> entry.at(key).wrongValue(key, "the name of a catalogue"));
                    return entry.references(key, RequirementId.class, target, REQUIREMENTS).stream();
                })
                .toList();
        return new ProgramLink(program, items);
    }

    private static IsoLink isoLink(CatalogueNode entry) {
        entry.only("id", "csf11", "iso27001_2022", "iso27001_2022_narrow");
        SystemId id = entry.id("id", SystemId.class);
        entry.file().declare("iso27001", id, entry);
        entry.file().refer(CatalogueKey.IEC_62443_3_3, REQUIREMENTS, id, entry.at("id"));
        return new IsoLink(
                id, entry.texts("csf11"), controls(entry, "iso27001_2022"), controls(entry, "iso27001_2022_narrow"));
    }

    private static CsfLink csfLink(CatalogueNode entry) {
        entry.only("subcategory", "iec62443_3_3", "iso27001_2013");
        entry.file().declare("csf11", entry.text("subcategory"), entry);
        return new CsfLink(
                entry.text("subcategory"),
                entry.references("iec62443_3_3", SystemId.class, CatalogueKey.IEC_62443_3_3, REQUIREMENTS),
                entry.texts("iso27001_2013"));
    }

    private static ImplementingLink implementingLink(CatalogueNode entry) {
        entry.only("point", "iso27001_2022");
        ImplementingId point = entry.id("point", ImplementingId.class);
        entry.file().declare("nis2_2690_iso27001", point, entry);
        entry.file().refer(CatalogueKey.NIS2, LawCatalogue.HEADINGS, point, entry.at("point"));
        return new ImplementingLink(point, controls(entry, "iso27001_2022"));
    }

    /// Numbers of controls of ISO/IEC 27001:2022, whose Annex A has 37, 8, 14 and 34 in its four themes.
    private static List<String> controls(CatalogueNode entry, String key) {
        return entry.each(key, item -> {
            String text = item.text();
            if (!text.matches("A\\.[5-8]\\.[1-9]\\d?")) {
                throw item.wrongValue(text, "a control such as A.8.20");
            }
            int last =
                    switch (text.charAt(2)) {
                        case '5' -> 37;
                        case '6' -> 8;
                        case '7' -> 14;
                        default -> 34;
                    };
            if (Integer.parseInt(text.substring(4)) > last) {
                throw item.wrongValue(text, "a control up to " + text.substring(0, 4) + last);
            }
            return text;
        });
    }
}
