/// What was seen: facts with their sources, how they merge, and the inventory that follows from them.
module org.zonewright.facts {
    requires transitive org.zonewright.base;
    requires static transitive org.jspecify;

    exports org.zonewright.facts;
    exports org.zonewright.facts.inventory;
    exports org.zonewright.facts.inventory.estimate;
    exports org.zonewright.facts.memory;
    exports org.zonewright.facts.policy;
}
