package org.zonewright.plant;

/// What a zone is there for; ZCR 3.2 keeps `ENTERPRISE` apart from the rest.
public enum ZoneFunction implements Word {
    CONTROL,
    OPERATIONS,
    DMZ,
    ENTERPRISE,
    EXTERNAL
}
