/// The plant document: what the people of a site have decided, as records, and its readers and writers.
module org.zonewright.plant {
    requires transitive org.zonewright.base;
    requires transitive org.zonewright.standard;
    requires static org.jspecify;

    exports org.zonewright.plant;
    exports org.zonewright.plant.assurance;
    exports org.zonewright.plant.id;
    exports org.zonewright.plant.network;
    exports org.zonewright.plant.risk;
}
