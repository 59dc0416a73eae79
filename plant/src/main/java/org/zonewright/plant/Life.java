package org.zonewright.plant;

/// Where an asset is in its life. One that is planned or retired and speaks is a finding.
public enum Life implements Word {
    PLANNED,
    COMMISSIONED,
    IN_SERVICE,
    RETIRED
}
