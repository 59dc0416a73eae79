package org.zonewright.standard.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zonewright.standard.RequirementId;
import org.zonewright.standard.catalogue.LawCatalogue.EffectiveDate;
import org.zonewright.standard.catalogue.LegalRequirement.Deadline;
import org.zonewright.standard.catalogue.MappingCatalogue.Coverage;

/// What one country adds to the laws of the Union for control systems, as data that anyone can write and load.
///
/// `key` is the overlay's own name, `version` that of its file, `country` an ISO 3166 code of two capital letters,
/// `asOf` the day whose state it tells. Own words throughout; the official texts are authoritative.
public record NationalOverlay(
        String key, String version, String country, LocalDate asOf, Optional<String> note, List<Rule> rules) {
    public NationalOverlay {
        rules = List.copyOf(rules);
    }

    /// An act, ordinance or rule of a supervisor.
    ///
    /// `carriesOut` is the law of the Union that it carries out, empty for one of the country's own. `inForce` is
    /// empty where the day is not known.
    public record Rule(
            String id,
            String title,
            Optional<CatalogueKey> carriesOut,
            Optional<LocalDate> inForce,
            List<EffectiveDate> dates,
            List<String> supervisedBy,
            String paraphrase,
            Mark mark,
            Optional<String> note,
            List<Ask> asks) {
        public Rule {
            dates = List.copyOf(dates);
            supervisedBy = List.copyOf(supervisedBy);
            asks = List.copyOf(asks);
        }
    }

    /// One thing that a rule asks for.
    ///
    /// `about` are points of NIS2 or of the Cyber Resilience Act that it repeats or sharpens; `items` are
    /// requirements
    /// of IEC 62443 whose evidence helps, and `coverage` how much of it they cover: both our opinion. Without items
    /// it
    /// lies outside IEC 62443.
    public record Ask(
            String id,
            String title,
            List<RequirementId> about,
            List<RequirementId> items,
            Coverage coverage,
            Optional<Deadline> deadline,
            Optional<String> notCovered) {
        public Ask {
            about = List.copyOf(about);
            items = List.copyOf(items);
        }
    }

    /// How a rule is known.
    public enum Mark {
        /// A public source was read.
        READ,
        /// General knowledge, not verified.
        MEMORY;

        static Optional<Mark> parse(String text) {
            return switch (text) {
                case "read" -> Optional.of(READ);
                case "memory" -> Optional.of(MEMORY);
                default -> Optional.empty();
            };
        }

        /// The word in files and JSON.
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
