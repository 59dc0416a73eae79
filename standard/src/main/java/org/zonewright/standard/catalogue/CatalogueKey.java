package org.zonewright.standard.catalogue;

import java.util.Arrays;
import java.util.Optional;

/// The catalogues in the product, each one file.
public enum CatalogueKey {
    IEC_62443_3_3("iec62443-3-3", "iec62443-3-3.yaml"),
    IEC_62443_4_2("iec62443-4-2", "iec62443-4-2.yaml"),
    IEC_62443_3_2("iec62443-3-2", "iec62443-3-2.yaml"),
    IEC_62443_2_1("iec62443-2-1", "iec62443-2-1-2024.yaml"),
    IEC_62443_2_4("iec62443-2-4", "iec62443-2-4.yaml"),
    IEC_62443_4_1("iec62443-4-1", "iec62443-4-1.yaml"),
    NIS2("nis2", "nis2.yaml"),
    CRA("cra", "cra.yaml"),
    MAPPINGS("mappings", "mappings.yaml"),
    ATTACK_ICS("attack-ics", "attack-ics.yaml"),
    THREATS("threats", "threats.yaml");

    private final String id;
    private final String file;

    CatalogueKey(String id, String file) {
        this.id = id;
        this.file = file;
    }

    /// The name used in documents and between catalogues, such as `iec62443-3-3`.
    public String id() {
        return id;
    }

    /// The file's name, as problems print it.
    public String file() {
        return file;
    }

    /// The catalogue of that name; empty for any other.
    public static Optional<CatalogueKey> parse(String id) {
        return Arrays.stream(values()).filter(key -> key.id.equals(id)).findFirst();
    }
}
