/// Captures to facts: capture files and streams, frames, flows, protocols. The hot path.
module org.zonewright.traffic {
    requires transitive org.zonewright.facts;
    requires static org.jspecify;

    exports org.zonewright.traffic;
    exports org.zonewright.traffic.capture;
    exports org.zonewright.traffic.dissect;
}
