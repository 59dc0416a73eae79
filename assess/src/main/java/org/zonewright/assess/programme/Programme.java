package org.zonewright.assess.programme;

import java.util.List;
import org.zonewright.assess.Subject;
import org.zonewright.standard.catalogue.CatalogueKey;
import org.zonewright.standard.catalogue.ProcessCatalogue;

/// One organisation held against one catalogue of processes: the owner against IEC 62443-2-1, a service provider
/// against 2-4, a maker against 4-1.
///
/// `name` is what people call it; `parts` are the groups of the catalogue in its order, a parent (SPE) before its
/// elements; `maturity` is that of all requirements together.
public record Programme(CatalogueKey catalogue, Subject subject, String name, List<Part> parts, Maturity maturity) {
    public Programme {
        parts = List.copyOf(parts);
    }

    /// A group of the catalogue; `standings` are those of the requirements directly in it, in the catalogue's order,
    /// one each; `maturity` counts the groups below it too.
    public record Part(ProcessCatalogue.Group group, List<Standing> standings, Maturity maturity) {
        public Part {
            standings = List.copyOf(standings);
        }
    }

    /// The standings of all requirements in the catalogue's order.
    public List<Standing> standings() {
        return parts.stream().flatMap(part -> part.standings().stream()).toList();
    }
}
