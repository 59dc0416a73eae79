package org.zonewright.assess;

import java.util.Optional;
import java.util.stream.Stream;
import org.zonewright.standard.RequirementId;
import org.zonewright.standard.RequirementId.AnnexId;
import org.zonewright.standard.RequirementId.ArticleId;
import org.zonewright.standard.RequirementId.ComponentId;
import org.zonewright.standard.RequirementId.ConstraintId;
import org.zonewright.standard.RequirementId.DevelopmentId;
import org.zonewright.standard.RequirementId.ImplementingId;
import org.zonewright.standard.RequirementId.ProgramId;
import org.zonewright.standard.RequirementId.ProviderId;
import org.zonewright.standard.RequirementId.SystemId;
import org.zonewright.standard.RequirementId.ZoneConduitId;
import org.zonewright.standard.catalogue.CatalogueEntry;
import org.zonewright.standard.catalogue.CatalogueKey;
import org.zonewright.standard.catalogue.Catalogues;

/// Finds the requirement that a document names: `SR 1.1`, in any usual spelling, or with the catalogue's key before it,
/// `iec62443-2-1:ORG 1.1`.
public final class RequirementNames {
    private RequirementNames() {}

    /// The requirement of that name; empty where no catalogue has it, or another than the one named before the colon.
    public static Optional<RequirementId> find(String name, Catalogues catalogues) {
        int colon = name.indexOf(':');
        Optional<CatalogueEntry> entry =
                RequirementId.parse(name.substring(colon + 1).strip()).flatMap(catalogues::find);
        return colon < 0
                ? entry.map(CatalogueEntry::id)
                : CatalogueKey.parse(name.substring(0, colon).strip())
                        .flatMap(key -> entry.filter(found -> catalogueOf(found.id(), catalogues) == key))
                        .map(CatalogueEntry::id);
    }

    /// The catalogue that has a requirement.
    public static CatalogueKey catalogueOf(RequirementId id, Catalogues catalogues) {
        return switch (id) {
            case SystemId _ -> CatalogueKey.IEC_62443_3_3;
            case ComponentId _ -> CatalogueKey.IEC_62443_4_2;
            case ConstraintId constraint ->
                constraint.ofComponents() ? CatalogueKey.IEC_62443_4_2 : CatalogueKey.IEC_62443_3_3;
            case ZoneConduitId _ -> CatalogueKey.IEC_62443_3_2;
            case ProgramId _ -> CatalogueKey.IEC_62443_2_1;
            case ProviderId _ -> CatalogueKey.IEC_62443_2_4;
            case DevelopmentId _ -> CatalogueKey.IEC_62443_4_1;
            case ArticleId _ -> catalogues.nis2().find(id).isPresent() ? CatalogueKey.NIS2 : CatalogueKey.CRA;
            case AnnexId _ -> CatalogueKey.CRA;
            case ImplementingId _ -> CatalogueKey.NIS2;
        };
    }

    /// Every requirement of IEC 62443 and every point of the laws, catalogue by catalogue in its order.
    public static Stream<RequirementId> all(Catalogues catalogues) {
        return Stream.of(
                        catalogues.systems().requirements().stream().map(CatalogueEntry::id),
                        catalogues.components().requirements().stream().map(CatalogueEntry::id),
                        catalogues.zonesAndConduits().requirements().stream().map(CatalogueEntry::id),
                        catalogues.program().requirements().stream().map(CatalogueEntry::id),
                        catalogues.providers().requirements().stream().map(CatalogueEntry::id),
                        catalogues.development().requirements().stream().map(CatalogueEntry::id),
                        catalogues.nis2().requirements().stream().map(CatalogueEntry::id),
                        catalogues.cra().requirements().stream().map(CatalogueEntry::id))
                .flatMap(ids -> ids);
    }
}
