package org.zonewright.standard.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zonewright.base.Problem;
import org.zonewright.base.ProblemLog;
import org.zonewright.base.Texts;
import org.zonewright.standard.RequirementId;
import org.zonewright.standard.catalogue.LawCatalogue.EffectiveDate;
import org.zonewright.standard.catalogue.LegalRequirement.Deadline;
import org.zonewright.standard.catalogue.MappingCatalogue.Coverage;
import org.zonewright.standard.catalogue.NationalOverlay.Ask;
import org.zonewright.standard.catalogue.NationalOverlay.Mark;
import org.zonewright.standard.catalogue.NationalOverlay.Rule;

/// Reads national overlays, those in the product and anybody's own. Problems carry the file's name, line and path.
public final class NationalOverlays {
    /// The version of the format that this product reads.
    public static final String FORMAT = "1";

    private static final List<String> FILES =
            List.of("at.yaml", "de.yaml", "dk.yaml", "fi.yaml", "gb.yaml", "no.yaml", "se.yaml");
    private static final String FORMAT_KEY = "zonewright-overlay";

    private static final class Shipped {
        static final List<NationalOverlay> INSTANCE =
                FILES.stream().map(NationalOverlays::load).toList();
    }

    private NationalOverlays() {}

    /// What reading gave; `overlay` is empty where the file cannot be used at all, entries with a fault are left out.
    public record Reading(Optional<NationalOverlay> overlay, List<Problem> problems) {
        public Reading {
            problems = List.copyOf(problems);
        }
    }

    /// The overlays in the product, by file name. They hold what was read in public sources, with the day of that
    /// state, and are not complete.
    public static List<NationalOverlay> shipped() {
        return Shipped.INSTANCE;
    }

    /// Reads an overlay. Never throws for what is in it. `file` is the name that problems carry.
    public static Reading read(String file, String text, Catalogues catalogues) {
        ProblemLog log = new ProblemLog();
        try {
            Optional<NationalOverlay> overlay =
                    new CatalogueFile(CatalogueKey.NIS2, file, log).parse(text).map(root -> overlay(root, catalogues));
            return new Reading(overlay, log.problems());
        } catch (CatalogueNode.Unusable _) {
            // Its problem is in the log.
            return new Reading(Optional.empty(), log.problems());
        }
    }

    private static NationalOverlay overlay(CatalogueNode root, Catalogues catalogues) {
        root.expect(FORMAT_KEY, FORMAT);
        root.only(FORMAT_KEY, "overlay", "overlay_version", "country", "as_of", "note", "rules");
        return new NationalOverlay(
                root.text("overlay"),
                root.text("overlay_version"),
                root.choice(
                        "country",
                        code -> Optional.of(code).filter(letters -> letters.matches("[A-Z]{2}")),
                        "two capital letters (ISO 3166)"),
                LawCatalogue.date(root.at("as_of")),
                root.textIfAny("note"),
                root.each("rules", entry -> rule(entry, catalogues)));
    }

    private static Rule rule(CatalogueNode entry, Catalogues catalogues) {
        entry.only(
                "id",
                "title",
                "carries_out",
                "in_force",
                "dates",
                "supervised_by",
                "paraphrase",
                "mark",
                "note",
                "asks");
        entry.file().declare("rules", entry.text("id"), entry);
        return new Rule(
                entry.text("id"),
                entry.text("title"),
                entry.find("carries_out").map(value -> law(entry)),
                entry.find("in_force").<LocalDate>map(LawCatalogue::date),
                entry.find("dates").isEmpty()
                        ? List.of()
                        : entry.each(
                                "dates", day -> new EffectiveDate(LawCatalogue.date(day.at("date")), day.text("what"))),
                entry.textsIfAny("supervised_by"),
                entry.text("paraphrase"),
                entry.choice("mark", Mark::parse, "read or memory"),
                entry.textIfAny("note"),
                entry.find("asks").isEmpty() ? List.of() : entry.each("asks", ask -> ask(ask, catalogues)));
    }

    private static CatalogueKey law(CatalogueNode entry) {
        return entry.choice(
                "carries_out",
                word -> CatalogueKey.parse(word).filter(key -> key == CatalogueKey.NIS2 || key == CatalogueKey.CRA),
                "nis2 or cra");
    }

    private static Ask ask(CatalogueNode entry, Catalogues catalogues) {
        entry.only("id", "title", "about", "items", "coverage", "deadline", "from", "not_covered");
        entry.file().declare("asks", entry.text("id"), entry);
        List<RequirementId> items = ids(entry, "items", catalogues);
        return new Ask(
                entry.text("id"),
                entry.text("title"),
                ids(entry, "about", catalogues),
                items,
                items.isEmpty()
                        ? Coverage.NONE
                        : entry.choice("coverage", Coverage::parse, "strong, partial, weak or none"),
                entry.textIfAny("from")
                        .map(from -> new Deadline(entry.find("deadline").map(LawCatalogue::amount), from)),
                entry.textIfAny("not_covered"));
    }

    /// Ids that some catalogue has; another is reported and left out.
    private static List<RequirementId> ids(CatalogueNode entry, String key, Catalogues catalogues) {
        return entry.find(key).isEmpty()
                ? List.of()
                : entry.each(key, item -> {
                    RequirementId id = item.id(RequirementId.class);
                    if (catalogues.find(id).isEmpty()) {
                        throw item.unusable(CatalogueProblem.UNKNOWN_ID, id);
                    }
                    return id;
                });
    }

    /// A shipped overlay with a problem is our fault and not the user's, hence an exception.
    private static NationalOverlay load(String file) {
        Reading reading = read(file, Catalogues.resourceText("national/" + file), Catalogues.shipped());
        if (!reading.problems().isEmpty()) {
            throw new IllegalStateException(reading.problems().getFirst().display(Texts.english()));
        }
        return reading.overlay().orElseThrow();
    }
}
