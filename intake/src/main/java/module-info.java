/// What people and other tools wrote down about a plant, read into facts: asset lists in CSV and XLSX, logs of other
/// sensors, scans, exports and engineering files.
module org.zonewright.intake {
    requires transitive org.zonewright.facts;
    requires de.siegmar.fastcsv;
    requires java.xml;
    requires tools.jackson.core;
    requires static org.jspecify;

    exports org.zonewright.intake;
    exports org.zonewright.intake.device;
    exports org.zonewright.intake.hazard;
    exports org.zonewright.intake.list;
    exports org.zonewright.intake.other;
    exports org.zonewright.intake.source;
}
