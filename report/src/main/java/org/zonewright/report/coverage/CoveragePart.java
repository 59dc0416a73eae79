package org.zonewright.report.coverage;

import java.util.Arrays;
import java.util.Optional;
import org.zonewright.standard.catalogue.CatalogueKey;

/// What can be asked for by itself.
public enum CoveragePart {
    NIS2("nis2", CatalogueKey.NIS2),
    CRA("cra", CatalogueKey.CRA),
    PROGRAM("2-1", CatalogueKey.IEC_62443_2_1),
    PROVIDERS("2-4", CatalogueKey.IEC_62443_2_4),
    DEVELOPMENT("4-1", CatalogueKey.IEC_62443_4_1);

    private final String id;
    private final CatalogueKey catalogue;

    CoveragePart(String id, CatalogueKey catalogue) {
        this.id = id;
        this.catalogue = catalogue;
    }

    /// The word on the command line.
    public String id() {
        return id;
    }

    CatalogueKey catalogue() {
        return catalogue;
    }

    /// The part of that word.
    public static Optional<CoveragePart> parse(String word) {
        return Arrays.stream(values()).filter(part -> part.id.equals(word)).findFirst();
    }

    static Optional<CoveragePart> of(CatalogueKey catalogue) {
        return Arrays.stream(values())
                .filter(part -> part.catalogue == catalogue)
                .findFirst();
    }
}
