/// The standards as versioned data: security levels, requirement ids, catalogues and the mappings between them.
module org.zonewright.standard {
    requires transitive org.zonewright.base;
    requires static org.jspecify;

    exports org.zonewright.standard;
}
