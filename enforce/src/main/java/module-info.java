/// Approved flows of conduits as rules of firewalls and sensors, and whether those rules hold.
module org.zonewright.enforce {
    requires transitive org.zonewright.base;
    requires transitive org.zonewright.facts;
    requires transitive org.zonewright.plant;
    requires static org.jspecify;

    exports org.zonewright.enforce;
    exports org.zonewright.enforce.proof;
    exports org.zonewright.enforce.target;
}
