/// The engines: what follows from the standard, the plant document and the facts. Pure functions, each explained.
module org.zonewright.assess {
    requires transitive org.zonewright.base;
    requires transitive org.zonewright.standard;
    requires transitive org.zonewright.facts;
    requires transitive org.zonewright.plant;
    requires static org.jspecify;

    exports org.zonewright.assess;
    exports org.zonewright.assess.identity;
    exports org.zonewright.assess.placement;
    exports org.zonewright.assess.conformance;
    exports org.zonewright.assess.coverage;
    exports org.zonewright.assess.drawing;
    exports org.zonewright.assess.enforcement;
    exports org.zonewright.assess.levels;
    exports org.zonewright.assess.observation;
    exports org.zonewright.assess.partition;
    exports org.zonewright.assess.programme;
    exports org.zonewright.assess.reach;
    exports org.zonewright.assess.risk;
    exports org.zonewright.assess.risk.hazard;
    exports org.zonewright.assess.risk.matrix;
    exports org.zonewright.assess.risk.process;
    exports org.zonewright.assess.risk.scenario;
    exports org.zonewright.assess.risk.target;
    exports org.zonewright.assess.vantage;
}
