/// The plant document: what the people of a site have decided, as records, and its readers and writers.
module org.zonewright.plant {
    requires transitive org.zonewright.base;
    requires transitive org.zonewright.standard;
    requires de.siegmar.fastcsv;
    requires org.apache.commons.compress;
    requires org.dhatim.fastexcel;
    requires org.dhatim.fastexcel.reader;
    requires org.snakeyaml.engine;
    requires tools.jackson.core;
    requires static org.jspecify;

    exports org.zonewright.plant;
    exports org.zonewright.plant.assurance;
    exports org.zonewright.plant.id;
    exports org.zonewright.plant.network;
    exports org.zonewright.plant.product;
    exports org.zonewright.plant.risk;
    exports org.zonewright.plant.schema;
    exports org.zonewright.plant.sheet;
    exports org.zonewright.plant.tree;
    exports org.zonewright.plant.yaml;
}
