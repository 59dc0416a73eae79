package org.zonewright.plant.id;

/// The kinds of items that have ids.
public enum IdKind {
    SITE("site"),
    SENSOR("sensor"),
    REALM("realm"),
    ESSENTIAL_FUNCTION("essential function"),
    ACCESS_POINT("access point"),
    ASSET("asset"),
    ZONE("zone"),
    CONDUIT("conduit"),
    FLOW("flow"),
    MATRIX("matrix"),
    SCENARIO("scenario"),
    HAZARD("hazard"),
    CLAIM("claim"),
    EVIDENCE("evidence"),
    MEASURE("measure"),
    ACCEPTANCE("acceptance"),
    APPROVAL("approval"),
    SERVICE("service"),
    WINDOW("window"),
    /// In a maker's file.
    PRODUCT("product");

    private final String word;

    IdKind(String word) {
        this.word = word;
    }

    /// The kind as it is called in messages.
    public String word() {
        return word;
    }
}
